import type { Cases, QuestionCase } from './cases.ts'

const FOLDS = 5
const MADE_UP = 'written for this set'
const MISTYPED = /^synthetic-typo:(.+)$/

/** A case and the source it came from: cases of one source resemble each other, so they stay in one fold. */
interface Grouped {
  id: string
  group: string
}

/** For each part, five groups of case ids of nearly the same size, none of which splits a source. */
export interface Folds {
  questions: Set<string>[]
  briefs: Set<string>[]
  answers: Set<string>[]
}

/** Splits the cases by source, the same way each time. Answers name no source: the question as put stands for it. */
export function foldsOf({ questions, briefs, answers }: Cases): Folds {
  const byId = new Map(questions.map((question) => [question.id, question]))
  return {
    questions: split(questions.map((question) => ({ id: question.id, group: sourceOf(question, byId) }))),
    briefs: split(briefs.map((brief) => ({ id: brief.id, group: ownOr(brief) }))),
    answers: split(answers.map(({ id, asked, criterion }) => ({ id, group: asked ?? criterion }))),
  }
}

/** A mistyped question belongs to the source of the question it was made from. */
function sourceOf(question: QuestionCase, byId: ReadonlyMap<string, QuestionCase>): string {
  const original = MISTYPED.exec(question.source)?.[1]
  if (original === undefined) return ownOr(question)
  const found = byId.get(original)
  // The original may be missing from this folder, or itself be mistyped: its id then names the group.
  return found && !MISTYPED.test(found.source) ? ownOr(found) : original
}

/** Cases that were made up have no source in common, so each stands for itself. */
const ownOr = ({ id, source }: { id: string; source: string }): string => (source === MADE_UP ? id : source)

function split(cases: readonly Grouped[]): Set<string>[] {
  const groups = Map.groupBy(cases, ({ group }) => group)
  const largestFirst = [...groups].sort(
    ([a, left], [b, right]) => right.length - left.length || (a < b ? -1 : 1),
  )
  const folds = Array.from({ length: FOLDS }, () => new Set<string>())
  for (const [, members] of largestFirst) {
    const smallest = folds.reduce((least, fold) => (fold.size < least.size ? fold : least))
    for (const { id } of members) smallest.add(id)
  }
  return folds
}
