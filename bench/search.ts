import type { Catalogue } from '../src/knowledge/catalogue.ts'
import { entriesOf, fuse, ours, type Ways } from './contenders.ts'
import { enlarge } from './enlarge.ts'
import type { QuestionCase } from './eval/cases.ts'
import { documentsOf } from './eval/documents.ts'
import { must } from './eval/judge.ts'
import { inMs, mean, percentile, table, times } from './measure.ts'
import { answerable, heldOut } from './questions.ts'
import { inARow, type Outcome, race } from './race.ts'
import { freshConsultant, labelledCases } from './subject.ts'

const ROUNDS = 12
const PASSES = 40
const FACTOR = 10
const MIN_RATIO = 50
const MAX_GROWTH = 5

/** Search, and whole answers, beside plain fuse.js: time, right first answers, growth with the documents. */
export async function search(): Promise<string> {
  const { catalogue } = await freshConsultant()
  const more = enlarge(catalogue, FACTOR)
  const cases = labelledCases()
  const questions = answerable(cases, catalogue)
  const outcomes = race(questions, ROUNDS, () => ({ ...ours(catalogue), ...enlarged(ours(more)) }), {
    fuseEntries: fuse(entriesOf(catalogue), cases),
    fuseAll: fuse(catalogue, cases),
  })
  const { find, answer, findMore, answerMore, fuseEntries, fuseAll } = outcomes
  const counts = { entries: countOf(entriesOf(catalogue)), all: countOf(catalogue) }
  const steady = growthInARow(questions, ours(catalogue), ours(more))
  const judged: Judged = { questions, unseen: heldOut(questions, cases, catalogue) }
  return [
    caption(questions, catalogue),
    table([
      HEAD,
      row('our search', counts.entries, find, judged, fuseEntries),
      row('fuse.js, the same entries', counts.entries, fuseEntries, judged),
      row('understood and answered', counts.all, answer, judged, fuseAll),
      row('fuse.js, everything', counts.all, fuseAll, judged),
    ]),
    table([
      GROWTH_HEAD,
      [...growth('our search', countOf(entriesOf(more)), find, findMore), ...steady.find],
      [...growth('understood and answered', countOf(more), answer, answerMore), ...steady.answer],
    ]),
  ].join('\n\n')
}

const FASTER = `faster (>= ${MIN_RATIO} x)`
const HEAD = ['a query', 'documents', 'timed', 'mean', 'p99', FASTER, 'right first', 'held out']
const SLOWER = `slower (<= ${MAX_GROWTH} x)`
const GROWTH_HEAD = [`with ${FACTOR} times the entries`, 'documents', 'mean', SLOWER, 'in a row', 'slower']

interface Judged {
  questions: readonly QuestionCase[]
  /** Those that are held out. */
  unseen: readonly QuestionCase[]
}

function row(name: string, documents: number, outcome: Outcome, judged: Judged, peer?: Outcome): string[] {
  const { ms } = outcome
  const time = [
    `${ms.length}`,
    inMs(mean(ms)),
    inMs(percentile(ms, 0.99)),
    peer ? fasterBy(outcome, peer) : '',
  ]
  return [name, `${documents}`, ...time, success(outcome, judged.questions), success(outcome, judged.unseen)]
}

const caption = (questions: readonly QuestionCase[], { alternatives }: Catalogue): string =>
  [
    `${alternatives.length} entries, ${questions.length} labelled questions, ${ROUNDS} rounds; of fuse.js each question in one of them only. Right first: the`,
    'first answer holds a labelled string. Held out: only questions that are no wording of the knowledge themselves; whoever',
    'wrote it knew them all the same, so these shares compare the ways to search and say little about questions to come.',
    `In a row: the median of ${PASSES} passes over all questions without anything between, so with warm caches.`,
  ].join('\n')

const enlarged = ({ find, answer }: Ways) => ({ findMore: find, answerMore: answer })

const countOf = (catalogue: Catalogue): number => documentsOf(catalogue).length

const fasterBy = (outcome: Outcome, peer: Outcome): string => times(mean(peer.ms) / mean(outcome.ms))

const growth = (name: string, documents: number, before: Outcome, after: Outcome): string[] => [
  ...[name, String(documents), inMs(mean(after.ms)), times(mean(after.ms) / mean(before.ms))],
]

/** The same growth without the cold caches between two questions, which weigh more on the short ones. */
function growthInARow(
  questions: readonly QuestionCase[],
  few: Ways,
  many: Ways,
): Record<keyof Ways, string[]> {
  const cells = (way: keyof Ways): string[] => {
    const after = inARow(questions, many[way], PASSES)
    return [inMs(after), times(after / inARow(questions, few[way], PASSES))]
  }
  return { find: cells('find'), answer: cells('answer') }
}

/** How many first answers hold what a right one holds. */
function success({ texts }: Outcome, questions: readonly QuestionCase[]): string {
  const given = { intent: '', frameworks: [], topic: '', sources: [] }
  const right = questions.filter(
    (question) => must(question, { ...given, text: texts.get(question) ?? '' })?.hits,
  )
  return `${right.length}/${questions.length} ${((100 * right.length) / questions.length).toFixed(0)} %`
}
