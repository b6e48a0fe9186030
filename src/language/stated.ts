import type { Criterion } from '../knowledge/schema/criterion.ts'
import type { Level } from '../knowledge/schema/levels.ts'
import { limitLevel } from './counted.ts'
import { findDeadline } from './deadline.ts'
import { decide, figureVotes } from './levels.ts'
import type { Range } from './phrase-tree.ts'
import { coverage, longest, type Reading } from './reading.ts'
import type { Scope } from './scope.ts'

/* The level that an answer states in figures and in phrases of its criterion. */

type Vote = Range & { level: Level; weight: number }

export const OPPOSITE: Record<Level, Level> = { low: 'high', medium: 'medium', high: 'low' }

/** Phrases of the criterion, in any text or as an answer. */
export function ownPhrases(criterion: Criterion, reading: Reading) {
  const own = <M extends { criterion: string }>(match: { meaning: M }): boolean =>
    match.meaning.criterion === criterion.id
  return longest<{ kind: string; criterion: string; level: Level }>([
    ...reading.of('level').filter(own),
    ...reading.of('answer').filter(own),
  ])
}

/**
 * The level with most weight. A limit ("never more than 20") outweighs everything, figures outweigh short phrases, and
 * what opens the answer outweighs its reasons.
 *
 * @param now deadlines given as dates are counted from here; null = not read
 */
export function statedLevel(
  criterion: Criterion,
  reading: Reading,
  scope: Scope,
  now: Date | null,
): Level | null {
  const votes = votesOf(ownPhrases(criterion, reading), reading, scope)
  const figures = figureVotes(criterion, reading, scope, findDeadline(reading, true, now))
  const limit = limitLevel(criterion, reading, figures)
  if (limit !== null) return limit
  if (figures.length > 0) return decide(withoutRest(reading, [...votes, ...figures]), scope)?.level ?? null
  if (deniesBothEnds(reading, scope, votes)) return 'medium'
  return decide(withoutRest(reading, leading(reading, votes)), scope)?.level ?? null
}

function votesOf(
  phrases: readonly (Range & { meaning: { level: Level } })[],
  reading: Reading,
  scope: Scope,
): Vote[] {
  const negations = new Set(reading.wording('signals', 'negation').map(({ from }) => from))
  return phrases.map(({ meaning, from, to }) => {
    // "We aren't experts, so not too much choice": what denies something itself is not denied once more.
    const denied = scope.negated({ from, to }) && !negations.has(from)
    return { level: denied ? OPPOSITE[meaning.level] : meaning.level, weight: to - from, from, to }
  })
}

/** Makes "some" outweigh one pair of words in the reasons behind it. */
const LEAD_WEIGHT = 1.5

/** An answer that opens with nothing but a level ("some, but ...") gives its reasons behind it. */
function leading(reading: Reading, votes: readonly Vote[]): readonly Vote[] {
  const clause = reading.tokens.filter((token) => token.clause === reading.tokens[0]?.clause)
  if (clause.length === reading.tokens.length || coverage(clause, votes) < 1) return votes
  return votes.map((vote) =>
    vote.from < clause.length ? { ...vote, weight: vote.weight + LEAD_WEIGHT } : vote,
  )
}

const REST = /^(rest|otherwise|remainder|else)$/

/** "Some rules, the rest is easy": what is said of the rest counts only when nothing else was said. */
function withoutRest(reading: Reading, votes: readonly Vote[]): readonly Vote[] {
  const rests = new Map<number, number>()
  for (const [at, { norm, clause }] of reading.tokens.entries())
    if (REST.test(norm) && !rests.has(clause)) rests.set(clause, at)
  const restAt = ({ from }: Vote): number => rests.get(reading.tokens[from]?.clause ?? -1) ?? Infinity
  const others = votes.filter((vote) => vote.from <= restAt(vote))
  return others.length > 0 ? others : votes
}

/** "Not much, not little": what is left is the middle. */
function deniesBothEnds(reading: Reading, scope: Scope, votes: readonly Vote[]): boolean {
  const ends = votes.filter(({ level }) => level !== 'medium')
  const denied = (vote: Range): boolean =>
    scope.negated(vote) || /^(not|neither|nor)$/.test(reading.tokens[vote.from]?.norm ?? '')
  return new Set(ends.map(({ level }) => level)).size === 2 && ends.every(denied)
}

const MORE = /^(more|bigger|larger|higher)$/
const LESS = /^(less|smaller|lower|simpler)$/

/** "More than a form, less than a platform": in the middle; where there are numbers, these say more. */
export function isBetween({ tokens, numbers }: Reading): boolean {
  const compared = tokens.filter((_, at) => tokens[at + 1]?.norm === 'than')
  const names = (side: RegExp): boolean => compared.some(({ norm }) => side.test(norm))
  return numbers.length === 0 && names(MORE) && names(LESS)
}
