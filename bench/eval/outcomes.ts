import type { Answered, Asked, Machine } from '../../src/cli/machine.ts'
import type { Recommended } from '../../src/cli/recommendation.ts'
import type { AnswerCase, BriefCase, Cases, QuestionCase } from './cases.ts'
import { ANSWER_ROWS, BRIEF_ROWS, type JudgedRow, QUESTION_ROWS } from './rows.ts'

/** A case and what the machine gave for it. */
export interface Outcome<C, G> {
  expected: C
  got: G
}

export interface Outcomes {
  briefs: Outcome<BriefCase, Recommended>[]
  questions: Outcome<QuestionCase, Asked>[]
  answers: Outcome<AnswerCase, Answered>[]
}

/** What one row says of one case; see `Verdict`. */
export interface Judgement {
  row: string
  case: string
  hits: number
  of: number
}

/** Puts every case to a machine, once. */
export function runCases(machine: Machine, cases: Cases): Outcomes {
  return {
    briefs: cases.briefs.map((expected) => ({ expected, got: machine.recommend(expected.brief) })),
    questions: cases.questions.map((expected) => ({ expected, got: machine.ask(expected.q) })),
    answers: cases.answers.map((expected) => ({
      expected,
      got: machine.answer(expected.criterion, expected.answer, expected.asked),
    })),
  }
}

/** Judges every outcome by every row that applies to it. */
export function judgeAll(outcomes: Outcomes): Judgement[] {
  return [
    ...judgeBy(BRIEF_ROWS, outcomes.briefs),
    ...judgeBy(QUESTION_ROWS, outcomes.questions),
    ...judgeBy(ANSWER_ROWS, outcomes.answers),
  ]
}

function judgeBy<C extends { id: string }, G>(
  rows: readonly JudgedRow<C, G>[],
  outcomes: readonly Outcome<C, G>[],
): Judgement[] {
  return rows.flatMap((row) =>
    outcomes.flatMap(({ expected, got }) => {
      const verdict = row.judge(expected, got)
      return verdict ? [{ row: row.id, case: expected.id, ...verdict }] : []
    }),
  )
}
