import type { Catalogue } from '../knowledge/catalogue.ts'
import type { Criterion } from '../knowledge/schema/criterion.ts'
import type { Level } from '../knowledge/schema/levels.ts'
import { bareNumber, listLevel } from './counted.ts'
import { type FoundNeed, findNeeds } from './findings.ts'
import { gradedLevel, isConditional, isSplit, scaleLevel } from './graded.ts'
import type { Range } from './phrase-tree.ts'
import { coverage, type Reading } from './reading.ts'
import { createScope } from './scope.ts'
import { isBetween, OPPOSITE, ownPhrases, statedLevel } from './stated.ts'

/** What a free-text answer to a criterion's question means. */
export interface UnderstoodAnswer {
  /** `unknown`: they do not know or have no preference; null: we did not understand. */
  level: Level | 'unknown' | null
  needs: FoundNeed[]
}

/**
 * Reads an answer in the light of its question. What is nothing but "I don't know", yes, no or a step of a scale comes
 * first, then figures and phrases of the criterion, a bare number, an "I don't know" among other words, then graded
 * words, yes or no, and last a list of things.
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
  const needs = findNeeds(reading, scope)
    .filter((found) => catalogue.capability(found.need) !== undefined)
    .map(wanted)
  const unknown = reading.wording('replies', 'unknown')
  const steps = [
    () => (isUnknown(criterion, reading, unknown) ? UNKNOWN : null),
    () => (isReplyTo(asked, criterion, reading) ? yesOrNo(criterion, reading, asked) : null),
    () => scaleLevel(reading),
    () => (isSplit(reading) || isBetween(reading) ? 'medium' : null),
    () => (sumIn(reading) ? yesOrNo(criterion, reading, asked) : null),
    () => statedLevel(criterion, reading, scope, now),
    () => bareNumber(criterion, reading, asked),
    () => (unknown.length > 0 ? UNKNOWN : null),
    () => gradedLevel(reading),
    () => (isConditional(reading) ? 'medium' : null),
    () => yesOrNo(criterion, reading, asked),
    () => listLevel(criterion, reading),
  ] satisfies (() => UnderstoodAnswer['level'])[]
  for (const step of steps) {
    const level = step()
    if (level !== null) return { level, needs }
  }
  return { level: null, needs }
}

const UNKNOWN = 'unknown'

const NOT_BY_HAND =
  /(n['’]?t|\bcannot|\bnot|\bnever)\s+(\S+\s+){0,3}(write|build|code|program|develop|maintain|reinvent)\b/i

/** "We can't write permissions ourselves" denies the writing, not the wish. */
const wanted = (need: FoundNeed): FoundNeed =>
  need.priority === 'not_needed' && NOT_BY_HAND.test(need.words) ? { ...need, priority: 'should' } : need

const GUESS = /^(maybe|perhaps|probably|likely|guess|think|suppose|say)$/

/** "No idea", and "no idea, ask our architect": single words behind it are no guess unless they are called one. */
function isUnknown(criterion: Criterion, reading: Reading, unknown: readonly Range[]): boolean {
  const own = ownPhrases(criterion, reading)
  if (isAll(reading, unknown)) return !isAll(reading, own)
  const opens = unknown.some(({ from }) => from <= 1)
  const guessed = reading.numbers.length > 0 || reading.tokens.some(({ norm }) => GUESS.test(norm))
  return opens && !guessed && own.every(({ from, to }) => to - from === 1)
}

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

function yesOrNo(criterion: Criterion, reading: Reading, asked: Reading | null): Level | null {
  const first = replyIn(reading)
  if (first === null) return null
  const meant = putTo(asked, criterion)
    .toSorted((a, b) => a.meaning.index - b.meaning.index)
    .map((match) => criterion.yes_no[match.meaning.index]?.[first] ?? null)
  // "This or that?" cannot be answered with yes.
  if (new Set(meant).size > 1 && asked?.tokens.some((token) => token.norm === 'or')) return null
  return meant[0] ?? byQuestion(criterion, asked, first)
}

/** A reply sums the answer up ("a rival is faster, so yes") or opens it ("yes, ...", "oh no"). */
function replyIn(reading: Reading): 'yes' | 'no' | null {
  // "Of course" is no reply where "of course not" stands.
  const replies = repliesIn(reading).toSorted((a, b) => a.from - b.from || b.to - a.to)
  const found = sumIn(reading) ?? replies.find(({ from }) => from <= 1)
  return found && !isBeforeForeign(reading, found) ? found.reply : null
}

const repliesIn = (reading: Reading) =>
  (['yes', 'no'] as const).flatMap((reply) =>
    reading.wording('replies', reply).map(({ from, to }) => ({ reply, from, to })),
  )

const SUMS_UP = /^(so|then|hence|therefore)$/

const sumIn = (reading: Reading) =>
  repliesIn(reading).find(
    ({ from, to }) => to === reading.tokens.length && SUMS_UP.test(reading.tokens[from - 1]?.norm ?? ''),
  )

/** "No se todavía": before words that the knowledge does not know it need not be the English reply. */
const isBeforeForeign = (reading: Reading, { to }: Range): boolean =>
  reading.tokens[to]?.clause === reading.tokens[to - 1]?.clause && reading.isForeign(to)

/** What yes or no means by the level the question itself speaks of: "can it stay small?" */
function byQuestion(criterion: Criterion, asked: Reading | null, reply: 'yes' | 'no'): Level {
  const yes = (asked && statedLevel(criterion, asked, createScope(asked), null)) ?? 'high'
  const meant = yes === 'medium' ? 'high' : yes
  return reply === 'yes' ? meant : OPPOSITE[meant]
}
