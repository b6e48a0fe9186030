import type { Answered, Asked } from '../../src/cli/machine.ts'
import type { Recommended } from '../../src/cli/recommendation.ts'
import type { AnswerCase, BriefCase, Part, QuestionCase } from './cases.ts'
import type { Judge } from './judge.ts'
import * as judge from './judge.ts'

export type Baseline = 'fuse' | 'commonest'

/** One line of the table: what is counted, and the shares (per cent) to reach. */
export interface Row {
  id: string
  part: Part
  label: string
  better: 'more' | 'fewer'
  /** Null for lines that only inform. */
  floor: number | null
  aim: number | null
  /** True for a line that counts some cases of another line again. */
  slice: boolean
  /** Baselines for which the line says nothing. */
  without: readonly Baseline[]
}

export interface JudgedRow<C, G> extends Row {
  judge: Judge<C, G>
}

const row = <C, G>(
  id: string,
  label: string,
  judge: Judge<C, G>,
  rest: Partial<Omit<Row, 'id' | 'label' | 'part'>> = {},
): JudgedRow<C, G> => ({
  id,
  part: id.slice(0, id.indexOf('.')) as Part,
  label,
  better: 'more',
  floor: null,
  aim: null,
  slice: false,
  without: [],
  ...rest,
  judge,
})

const BASELINES: readonly Baseline[] = ['fuse', 'commonest']

/** Searching and counting labels read nothing from a text. */
const INFORMING = { without: BASELINES }

/** Words from and up to which a brief is called long and terse: about a third of them each. */
const TERSE = 30
const LONG = 60

const slice = (id: string, label: string, isSo: (brief: BriefCase) => boolean) =>
  row(`briefs.first-${id}`, `... ${label}`, judge.firstWhere(isSo), { slice: true })

export const BRIEF_ROWS: readonly JudgedRow<BriefCase, Recommended>[] = [
  row('briefs.first', 'first place accepted', judge.firstAccepted, { floor: 75, aim: 87 }),
  slice('high', 'of high confidence', ({ confidence }) => confidence === 'high'),
  slice('medium', 'of medium confidence', ({ confidence }) => confidence === 'medium'),
  slice('terse', `in up to ${TERSE} words`, (brief) => judge.wordsOf(brief) <= TERSE),
  slice('long', `in more than ${LONG} words`, (brief) => judge.wordsOf(brief) > LONG),
  slice('named', 'that name an accepted one', judge.namesAccepted),
  slice('unnamed', 'that name none', (brief) => !judge.namesAccepted(brief)),
  row('briefs.top-three', 'an accepted one in the top three', judge.topThree, { floor: 92, aim: 98 }),
  row('briefs.rejected', 'a rejected one first', judge.rejectedFirst, { better: 'fewer', floor: 3, aim: 0 }),
  // Only briefs with labelled levels and needs, whatever their confidence.
  row('briefs.levels-precision', 'levels read that are labelled', judge.briefLevelsPrecision, INFORMING),
  row('briefs.levels-recall', 'labelled levels that were read', judge.briefLevelsRecall, INFORMING),
  row('briefs.needs-precision', 'needs read that are labelled', judge.briefNeedsPrecision, INFORMING),
  row('briefs.needs-recall', 'labelled needs that were read', judge.briefNeedsRecall, INFORMING),
  row('briefs.priorities', '... and with the priority labelled', judge.briefPriorities, INFORMING),
]

export const QUESTION_ROWS: readonly JudgedRow<QuestionCase, Asked>[] = [
  row('questions.frameworks', 'frameworks right', judge.frameworks, { floor: 96, aim: 98 }),
  row('questions.order', '... and in the order of the text', judge.frameworksInOrder),
  row('questions.mistyped', '... in mistyped questions', judge.frameworksMistyped),
  row('questions.useful', 'useful', judge.useful, { floor: 90, aim: 95 }),
  // The commonest labels come without a text.
  row('questions.must', 'holds a must string', judge.must, { floor: 85, aim: 92, without: ['commonest'] }),
  row('questions.intent', 'intent', judge.intent, { floor: 83, aim: 88 }),
  row('questions.topic', 'topic', judge.topic, { floor: 85, aim: 92 }),
  row('questions.off-topic', 'off-topic answered', judge.offTopicAnswered, {
    better: 'fewer',
    floor: 7,
    aim: 3,
  }),
  row('questions.declined', 'on-topic declined', judge.onTopicDeclined, {
    better: 'fewer',
    floor: 2,
    aim: 1,
  }),
]

export const ANSWER_ROWS: readonly JudgedRow<AnswerCase, Answered>[] = [
  // The documents say nothing about how people answer a question.
  row('answers.level', 'level right', judge.level, { floor: 85, aim: 92, without: ['fuse'] }),
  row('answers.precision', 'needs read that are labelled', judge.needsPrecision, INFORMING),
  row('answers.recall', 'labelled needs that were read', judge.needsRecall, INFORMING),
]

export const ROWS: readonly Row[] = [...BRIEF_ROWS, ...QUESTION_ROWS, ...ANSWER_ROWS]
