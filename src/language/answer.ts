import type { Catalogue } from '../knowledge/catalogue.ts'
import type { Criterion, Level } from '../knowledge/schema/criterion.ts'
import { findDeadline } from './deadline.ts'
import { type FoundNeed, findNeeds } from './findings.ts'
import { gradedLevel, isConditional, isSplit, scaleLevel } from './graded.ts'
import { decide, figureVotes, levelAt } from './levels.ts'
import type { Range } from './phrase-tree.ts'
import { coverage, longest, type Reading } from './reading.ts'
import { createScope, type Scope } from './scope.ts'

/** What a free-text answer to a criterion's question means. */
export interface UnderstoodAnswer {
  /** `unknown`: they do not know or have no preference; null: we did not understand. */
  level: Level | 'unknown' | null
  needs: FoundNeed[]
}

/**
 * Reads an answer in the light of its question. What is nothing but "I don't know", yes, no or a step of a scale comes
 * first, then figures and phrases of the criterion, then an "I don't know" among other words, then graded words, yes
 * or no, and last a bare number.
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
  const stated = statedLevel(criterion, reading, scope, now)
  const steps = [
    () => (isAll(reading, unknown) && !isAll(reading, ownPhrases(criterion, reading)) ? UNKNOWN : null),
    () => (isReplyTo(asked, criterion, reading) ? yesOrNo(criterion, reading, asked) : null),
    () => scaleLevel(reading),
    () => (isSplit(reading) ? 'medium' : null),
    () => stated,
    () => (unknown.length > 0 ? UNKNOWN : null),
    () => gradedLevel(reading),
    () => (isConditional(reading) ? 'medium' : null),
    () => yesOrNo(criterion, reading, asked),
    () => bareNumber(criterion, reading),
  ] satisfies (() => UnderstoodAnswer['level'])[]
  for (const step of steps) {
    const level = step()
    if (level !== null) return { level, needs }
  }
  return { level: null, needs }
}

const UNKNOWN = 'unknown'

/** True when nothing else was said. */
const isAll = (reading: Reading, matches: readonly Range[]): boolean =>
  coverage(reading.tokens, matches) === 1

/** Yes or no and nothing else, to a question that is known to ask for it: whatever else the words may mean. */
const isReplyTo = (asked: Reading | null, criterion: Criterion, reading: Reading): boolean =>
  putTo(asked, criterion).length > 0 &&
  isAll(reading, [...reading.wording('replies', 'yes'), ...reading.wording('replies', 'no')])

/** The yes-or-no questions of the criterion that the question is. */
const putTo = (asked: Reading | null, criterion: Criterion) =>
  asked?.of('asked').filter((match) => match.meaning.criterion === criterion.id) ?? []

const OPPOSITE: Record<Level, Level> = { low: 'high', medium: 'medium', high: 'low' }

/** Phrases of the criterion, in any text or as an answer. */
function ownPhrases(criterion: Criterion, reading: Reading) {
  const own = <M extends { criterion: string }>(match: { meaning: M }): boolean =>
    match.meaning.criterion === criterion.id
  return longest<{ kind: string; criterion: string; level: Level }>([
    ...reading.of('level').filter(own),
    ...reading.of('answer').filter(own),
  ])
}

function statedLevel(criterion: Criterion, reading: Reading, scope: Scope, now: Date | null): Level | null {
  const phrases = ownPhrases(criterion, reading)
  const votes = phrases.map(({ meaning, from, to }) => ({
    level: scope.negated({ from, to }) ? OPPOSITE[meaning.level] : meaning.level,
    weight: to - from,
    from,
    to,
  }))
  const figures = figureVotes(criterion, reading, scope, findDeadline(reading, true, now))
  if (figures.length === 0 && deniesBothEnds(reading, scope, votes)) return 'medium'
  return decide([...votes, ...figures], scope)?.level ?? null
}

/** "Not much, not little": what is left is the middle. */
function deniesBothEnds(
  reading: Reading,
  scope: Scope,
  votes: readonly (Range & { level: Level })[],
): boolean {
  const ends = votes.filter(({ level }) => level !== 'medium')
  const denied = (vote: Range): boolean =>
    scope.negated(vote) || /^(not|neither|nor)$/.test(reading.tokens[vote.from]?.norm ?? '')
  return new Set(ends.map(({ level }) => level)).size === 2 && ends.every(denied)
}

function yesOrNo(criterion: Criterion, reading: Reading, asked: Reading | null): Level | null {
  const [yes] = reading.wording('replies', 'yes')
  const [no] = reading.wording('replies', 'no')
  const first = yes && (!no || yes.from < no.from) ? 'yes' : no ? 'no' : null
  if (first === null || Math.min(yes?.from ?? 9, no?.from ?? 9) > 1) return null
  const meant = putTo(asked, criterion)
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

/** More words than these beside a number say what it counts. */
const BESIDE_NUMBER = 3

/** A number that is nearly all of its clause is read in the criterion's first measure. */
function bareNumber(criterion: Criterion, reading: Reading): Level | null {
  const [number] = reading.numbers
  const [threshold] = criterion.thresholds
  if (!number || !threshold) return null
  const clause = reading.tokens[number.from]?.clause
  const words = reading.tokens.filter((token) => token.clause === clause).length
  const counted = reading.wording('units', threshold.measure).some(({ from }) => from === number.from)
  return counted || words <= number.to - number.from + BESIDE_NUMBER
    ? levelAt(threshold.steps, number.value)
    : null
}
