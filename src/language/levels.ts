import type { Catalogue } from '../knowledge/catalogue.ts'
import type { Criterion } from '../knowledge/schema/criterion.ts'
import { DEADLINE_MEASURE, type Level } from '../knowledge/schema/levels.ts'
import type { Deadline } from './deadline.ts'
import { longest, type Reading } from './reading.ts'
import type { Scope } from './scope.ts'

/** A level that was read, with the words it was read from. */
export interface FoundLevel {
  criterion: string
  level: Level
  words: string
}

interface Vote {
  level: Level
  weight: number
  from: number
  to: number
}

/** A measured figure says more than a phrase. */
const FIGURE_WEIGHT = 4
const OPPOSITE: Record<Level, Level | null> = { low: 'medium', medium: null, high: 'low' }
const ORDER: readonly Level[] = ['low', 'medium', 'high']

/** Levels of all criteria that the text states, whatever was asked. */
export function findLevels(
  catalogue: Catalogue,
  reading: Reading,
  scope: Scope,
  deadline: Deadline | null,
): FoundLevel[] {
  const phrases = longest(reading.of('level'))
  return catalogue.criteria.flatMap((criterion) => {
    const votes = phrases.flatMap((match): Vote[] => {
      if (match.meaning.criterion !== criterion.id) return []
      return voteOf(match.meaning.level, match, scope)
    })
    const found = decide([...votes, ...figureVotes(criterion, reading, scope, deadline)], scope)
    return found
      ? [{ criterion: criterion.id, level: found.level, words: clauseOf(reading, found.from) }]
      : []
  })
}

function voteOf(level: Level, match: { from: number; to: number }, scope: Scope): Vote[] {
  if (scope.near('hearsay', match, 'clause')) return []
  const meant = scope.negated(match) ? OPPOSITE[level] : level
  return meant === null
    ? []
    : [{ level: meant, weight: match.to - match.from, from: match.from, to: match.to }]
}

/** Votes of the figures in the text that are not denied, by the criterion's thresholds. */
export function figureVotes(
  criterion: Criterion,
  reading: Reading,
  scope: Scope,
  deadline: Deadline | null,
): Vote[] {
  return criterion.thresholds.flatMap(({ measure, steps }): Vote[] => {
    if (measure === DEADLINE_MEASURE) {
      return deadline ? [{ ...deadline, level: levelAt(steps, deadline.weeks), weight: FIGURE_WEIGHT }] : []
    }
    return longest(reading.wording('measures', measure)).flatMap(({ from, to, numbers }): Vote[] => {
      const [value] = numbers
      return value === undefined ||
        scope.negated({ from, to }) ||
        scope.near('hearsay', { from, to }, 'clause')
        ? []
        : [{ level: levelAt(steps, value), weight: FIGURE_WEIGHT, from, to }]
    })
  })
}

/** The last step whose `from` is not above the value. */
export function levelAt(steps: Criterion['thresholds'][number]['steps'], value: number): Level {
  let level = steps[0]?.level ?? 'medium'
  for (const step of steps) if (step.from <= value) level = step.level
  return level
}

/**
 * The level with most weight; of equal ones the higher, since meeting more does no harm. What stands behind a "but"
 * is what they are after, so a higher level there wins: "small now, but must scale".
 */
export function decide(votes: readonly Vote[], scope: Scope): Vote | null {
  const most = heaviest(votes)
  const after = votes.filter((vote) => scope.contrasted(vote))
  return after.reduce((best, vote) => (rankOf(vote) > rankOf(best) ? vote : best), most)
}

const rankOf = (vote: Vote | null): number => (vote ? ORDER.indexOf(vote.level) : -1)

function heaviest(votes: readonly Vote[]): Vote | null {
  let best: Vote | null = null
  let most = 0
  for (const level of ORDER) {
    const own = votes.filter((vote) => vote.level === level)
    const weight = own.reduce((sum, vote) => sum + vote.weight, 0)
    if (own[0] && weight >= most) {
      best = own.reduce((a, b) => (b.weight > a.weight ? b : a), own[0])
      most = weight
    }
  }
  return best
}

const MAX_QUOTE = 80

/** The clause around a token as it was written, shortened at a word. */
export function clauseOf(reading: Reading, at: number): string {
  const { tokens } = reading
  const clause = tokens[at]?.clause
  let from = at
  let to = at + 1
  while (from > 0 && tokens[from - 1]?.clause === clause) from -= 1
  while (to < tokens.length && tokens[to]?.clause === clause) to += 1
  while (to - 1 > at && (tokens[to - 1]?.end ?? 0) - (tokens[from]?.start ?? 0) > MAX_QUOTE) to -= 1
  while (from < at && (tokens[to - 1]?.end ?? 0) - (tokens[from]?.start ?? 0) > MAX_QUOTE) from += 1
  return reading
    .quote(from, to)
    .replace(/\s+/g, ' ')
    .slice(0, MAX_QUOTE * 2)
}
