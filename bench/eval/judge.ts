import type { Answered, Asked } from '../../src/cli/machine.ts'
import type { Recommended } from '../../src/cli/recommendation.ts'
import type { AnswerCase, BriefCase, QuestionCase } from './cases.ts'
import { meets, readable } from './labels.ts'

/** An answer's `must` string counts only this near its beginning. */
const MUST_WITHIN_CHARACTERS = 1000
const NOT_ON_TOPIC: readonly string[] = ['out_of_scope', 'smalltalk', 'control']

/** One case in one row: `hits` of `of` (mostly 1). In rows where fewer is better a hit is a fault. */
export interface Verdict {
  hits: number
  of: number
}

/** Judges what was given for one case; null where the row does not apply to the case. */
export type Judge<C, G> = (expected: C, got: G) => Verdict | null

const verdict = (hit: boolean): Verdict => ({ hits: hit ? 1 : 0, of: 1 })

/** The ids a brief accepts today. */
export const accepted = (brief: BriefCase): readonly string[] => brief.accept_today ?? brief.accept

/** Whether people agreed enough on a brief to judge by it. */
export const isClear = (brief: BriefCase): boolean => brief.confidence !== 'low'

const standing = ({ ranking }: Recommended): string[] =>
  ranking.filter(({ excluded }) => excluded === null).map(({ id }) => id)

const ofClear =
  (hit: (brief: BriefCase, ids: string[]) => boolean): Judge<BriefCase, Recommended> =>
  (brief, got) =>
    isClear(brief) ? verdict(hit(brief, standing(got))) : null

/** An accepted id has the first place among those not excluded. */
export const firstAccepted = ofClear(
  (brief, [first]) => first !== undefined && accepted(brief).includes(first),
)

/** As `firstAccepted`, of the briefs that are so. */
export const firstWhere =
  (isSo: (brief: BriefCase) => boolean): Judge<BriefCase, Recommended> =>
  (brief, got) =>
    isSo(brief) ? firstAccepted(brief, got) : null

export const wordsOf = ({ brief }: BriefCase): number => brief.split(/\s+/).length

/** Whether a brief itself names what was accepted: then saying it again is no great feat. */
export function namesAccepted(brief: BriefCase): boolean {
  const said = spaced(brief.brief)
  return accepted(brief).some((id) => said.includes(spaced(id)))
}

/** Lower-case words between single spaces, so that only whole words are found. */
const spaced = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `

/** An accepted id is among the first three not excluded. */
export const topThree = ofClear((brief, ids) => ids.slice(0, 3).some((id) => accepted(brief).includes(id)))

/** A fault: an id people rejected, and nobody accepts today, has the first place. */
export const rejectedFirst = ofClear(
  (brief, [first]) => first !== undefined && brief.reject.includes(first) && !accepted(brief).includes(first),
)

const sameSet = (a: readonly string[], b: readonly string[]): boolean => {
  const [left, right] = [new Set(a), new Set(b)]
  return left.size === right.size && [...left].every((id) => right.has(id))
}

const frameworksRight = (expected: QuestionCase, got: Asked): boolean =>
  sameSet(expected.frameworks, got.frameworks)

const containsMust = (expected: QuestionCase, got: Asked): boolean => {
  const beginning = got.text.slice(0, MUST_WITHIN_CHARACTERS).toLowerCase()
  return expected.must.some((wanted) => beginning.includes(wanted.toLowerCase()))
}

/** The set of frameworks named is right, in whatever order. */
export const frameworks: Judge<QuestionCase, Asked> = (expected, got) =>
  verdict(frameworksRight(expected, got))

/** The frameworks named are right and in the order of the text. */
export const frameworksInOrder: Judge<QuestionCase, Asked> = (expected, got) =>
  verdict(expected.frameworks.join() === got.frameworks.join())

/** As `frameworks`, over the questions made from others by mistyping them. */
export const frameworksMistyped: Judge<QuestionCase, Asked> = (expected, got) =>
  expected.source.startsWith('synthetic-typo:') ? frameworks(expected, got) : null

/** Frameworks right, and either the topic is right or the answer holds a `must` string. */
export const useful: Judge<QuestionCase, Asked> = (expected, got) =>
  verdict(frameworksRight(expected, got) && (got.topic === expected.topic || containsMust(expected, got)))

/** The answer holds a `must` string; only where the case names some. */
export const must: Judge<QuestionCase, Asked> = (expected, got) =>
  expected.must.length === 0 ? null : verdict(containsMust(expected, got))

export const intent: Judge<QuestionCase, Asked> = (expected, got) => verdict(got.intent === expected.intent)

export const topic: Judge<QuestionCase, Asked> = (expected, got) => verdict(got.topic === expected.topic)

/** A fault: an off-topic question was answered as if it were on topic. */
export const offTopicAnswered: Judge<QuestionCase, Asked> = (expected, got) =>
  expected.intent === 'out_of_scope' ? verdict(!NOT_ON_TOPIC.includes(got.intent)) : null

/** A fault: a question on topic was declined. */
export const onTopicDeclined: Judge<QuestionCase, Asked> = (expected, got) =>
  NOT_ON_TOPIC.includes(expected.intent) ? null : verdict(got.intent === 'out_of_scope')

/** The level is the labelled one, or one of `also`. */
export const level: Judge<AnswerCase, Answered> = (expected, got) =>
  verdict([expected.level, ...expected.also].some((accepted) => accepted === got.level))

/** Of the needs that were read, those that meet a label. */
function precisionOf(labels: readonly string[], read: readonly string[]): Verdict {
  const needs = [...new Set(read)]
  return { hits: needs.filter((need) => labels.some((label) => meets(need, label))).length, of: needs.length }
}

/** Of the labelled needs, those that were read. */
function recallOf(labels: readonly string[], read: readonly string[]): Verdict {
  const wanted = readable(labels)
  return { hits: wanted.filter((label) => read.some((need) => meets(need, label))).length, of: wanted.length }
}

export const needsPrecision: Judge<AnswerCase, Answered> = (expected, got) =>
  precisionOf(expected.needs, got.needs)

export const needsRecall: Judge<AnswerCase, Answered> = (expected, got) => recallOf(expected.needs, got.needs)

const matching = (a: Record<string, string>, b: Record<string, string>): Verdict => {
  const entries = Object.entries(a)
  return { hits: entries.filter(([key, value]) => b[key] === value).length, of: entries.length }
}

/** Of the levels read from a brief, those that are labelled so. */
export const briefLevelsPrecision: Judge<BriefCase, Recommended> = ({ levels }, got) =>
  levels ? matching(got.levels, levels) : null

/** Of the levels labelled in a brief, those that were read so. */
export const briefLevelsRecall: Judge<BriefCase, Recommended> = ({ levels }, got) =>
  levels ? matching(levels, got.levels) : null

/** Of the needs read from a brief, those that are labelled, whatever their priority. */
export const briefNeedsPrecision: Judge<BriefCase, Recommended> = ({ needs }, got) =>
  needs ? precisionOf(Object.keys(needs), Object.keys(got.needs)) : null

/** Of the needs labelled in a brief, those that were read, whatever their priority. */
export const briefNeedsRecall: Judge<BriefCase, Recommended> = ({ needs }, got) =>
  needs ? recallOf(Object.keys(needs), Object.keys(got.needs)) : null

/** Of the needs that are both read and labelled, those with the priority labelled. */
export const briefPriorities: Judge<BriefCase, Recommended> = ({ needs }, got) => {
  if (!needs) return null
  const both = Object.entries(got.needs).flatMap(([need, priority]) => {
    const labels = Object.keys(needs).filter((label) => meets(need, label))
    return labels.length === 0 ? [] : [labels.some((label) => needs[label] === priority)]
  })
  return { hits: both.filter(Boolean).length, of: both.length }
}
