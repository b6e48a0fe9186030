import type { Catalogue } from '../knowledge/catalogue.ts'
import type { Criterion, Level } from '../knowledge/schema/criterion.ts'
import { findDeadline } from './deadline.ts'
import { type FoundNeed, findNeeds } from './findings.ts'
import { decide, figureVotes, levelAt } from './levels.ts'
import { coverage, longest, type Reading } from './reading.ts'
import { createScope, type Scope } from './scope.ts'

/** What a free-text answer to a criterion's question means. */
export interface UnderstoodAnswer {
  /** `unknown`: they do not know or have no preference; null: we did not understand. */
  level: Level | 'unknown' | null
  needs: FoundNeed[]
}

/** A bare "yes" must be most of the answer; in a long answer the rest says more. */
const SHORT_ANSWER = 0.5

/**
 * Reads an answer in the light of its question. A plain "I don't know" comes first, then figures and phrases of the
 * criterion, then an "I don't know" among other words, then graded words, yes or no, and last a bare number.
 *
 * @param asked the question as it was put, because "yes" means nothing without it; null = the criterion's own
 * @param now deadlines given as dates are counted from here; null = not read
 */
export function understandAnswer(
  catalogue: Catalogue,
  criterion: Criterion,
  reading: Reading,
  asked: Reading | null,
  now: Date | null,
): UnderstoodAnswer {
  const scope = createScope(reading)
  const needs = findNeeds(reading, scope).filter((found) => catalogue.capability(found.need) !== undefined)
  const unknown = reading.wording('replies', 'unknown')
  const steps = [
    () => (coverage(reading.tokens, unknown) === 1 ? ('unknown' as const) : null),
    () => statedLevel(criterion, reading, scope, now),
    () => (unknown.length > 0 ? ('unknown' as const) : null),
    () => gradedLevel(reading),
    () => yesOrNo(criterion, reading, asked),
    () => bareNumber(criterion, reading),
  ]
  for (const step of steps) {
    const level = step()
    if (level !== null) return { level, needs }
  }
  return { level: null, needs }
}

const OPPOSITE: Record<Level, Level> = { low: 'high', medium: 'medium', high: 'low' }

function statedLevel(criterion: Criterion, reading: Reading, scope: Scope, now: Date | null): Level | null {
  const own = <M extends { criterion: string }>(match: { meaning: M }): boolean =>
    match.meaning.criterion === criterion.id
  const phrases = longest<{ kind: string; criterion: string; level: Level }>([
    ...reading.of('level').filter(own),
    ...reading.of('answer').filter(own),
  ])
  const votes = phrases.map(({ meaning, from, to }) => ({
    level: scope.negated({ from, to }) ? OPPOSITE[meaning.level] : meaning.level,
    weight: to - from,
    from,
    to,
  }))
  const deadline = findDeadline(reading, true, now)
  return decide([...votes, ...figureVotes(criterion, reading, scope, deadline)], scope)?.level ?? null
}

function gradedLevel(reading: Reading): Level | null {
  const graded = longest(
    (['low', 'medium', 'high'] as const).flatMap((level) => reading.wording('replies', level)),
  )
  if (coverage(reading.tokens, graded) < SHORT_ANSWER) return null
  const [first] = graded.toSorted((a, b) => b.to - b.from - (a.to - a.from))
  return (first?.meaning.meaning as Level | undefined) ?? null
}

function yesOrNo(criterion: Criterion, reading: Reading, asked: Reading | null): Level | null {
  const [yes] = reading.wording('replies', 'yes')
  const [no] = reading.wording('replies', 'no')
  const first = yes && (!no || yes.from < no.from) ? 'yes' : no ? 'no' : null
  if (first === null || Math.min(yes?.from ?? 9, no?.from ?? 9) > 1) return null
  const put = asked?.of('asked').filter((match) => match.meaning.criterion === criterion.id) ?? []
  const meant = put
    .toSorted((a, b) => a.meaning.index - b.meaning.index)
    .map((match) => criterion.yes_no[match.meaning.index]?.[first] ?? null)
  // "This or that?" cannot be answered with yes.
  if (new Set(meant).size > 1 && asked?.tokens.some((token) => token.norm === 'or')) return null
  return meant[0] ?? byQuestion(criterion, asked, first)
}

/** What yes or no means by the level the question itself speaks of: "can it stay small?" */
function byQuestion(criterion: Criterion, asked: Reading | null, reply: 'yes' | 'no'): Level {
  const yes = (asked && statedLevel(criterion, asked, createScope(asked), null)) ?? 'high'
  const meant = yes === 'medium' ? 'high' : yes
  return reply === 'yes' ? meant : OPPOSITE[meant]
}

/** A number alone is read in the criterion's first measure. */
function bareNumber(criterion: Criterion, reading: Reading): Level | null {
  const [number] = reading.numbers
  const [threshold] = criterion.thresholds
  if (!number || !threshold || reading.tokens.length > number.to - number.from + 3) return null
  return levelAt(threshold.steps, number.value)
}
