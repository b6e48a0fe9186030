import { machineOf } from '../src/cli/machine.ts'
import type { Catalogue } from '../src/knowledge/catalogue.ts'
import { enlarge } from './enlarge.ts'
import { plainSearch } from './eval/baselines.ts'
import type { Cases, QuestionCase } from './eval/cases.ts'
import { documentsOf } from './eval/documents.ts'
import { must } from './eval/judge.ts'
import { inMs, mean, percentile, table, times } from './measure.ts'
import { answerable, heldOut } from './questions.ts'
import { type Contender, type Outcome, race } from './race.ts'
import { consultantOn, freshConsultant, labelledCases } from './subject.ts'

const ROUNDS = 12
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
  const counts = [countOf(entriesOf(catalogue)), countOf(catalogue)] as const
  const unseen = heldOut(questions, cases, catalogue)
  const row = (name: string, documents: number, outcome: Outcome, peer: Outcome | null): string[] => [
    ...[
      name,
      String(documents),
      String(outcome.ms.length),
      inMs(mean(outcome.ms)),
      inMs(percentile(outcome.ms, 0.99)),
    ],
    ...[peer ? fasterBy(outcome, peer) : '', success(outcome, questions), success(outcome, unseen)],
  ]
  return [
    caption(questions, catalogue),
    table([
      [
        'a query',
        'documents',
        'timed',
        'mean',
        'p99',
        `faster (>= ${MIN_RATIO} x)`,
        'right first',
        'held out',
      ],
      row('our search', counts[0], find, fuseEntries),
      row('fuse.js, the same entries', counts[0], fuseEntries, null),
      row('understood and answered', counts[1], answer, fuseAll),
      row('fuse.js, everything', counts[1], fuseAll, null),
    ]),
    table([
      [`with ${FACTOR} times the entries`, 'documents', 'mean', `slower (<= ${MAX_GROWTH} x)`],
      growth('our search', countOf(entriesOf(more)), find, findMore),
      growth('understood and answered', countOf(more), answer, answerMore),
    ]),
  ].join('\n\n')
}

const caption = (questions: readonly QuestionCase[], { alternatives }: Catalogue): string =>
  [
    `${alternatives.length} entries, ${questions.length} labelled questions, ${ROUNDS} rounds; of fuse.js each question in one of them only. Right first: the`,
    'first answer holds a labelled string. Held out: only questions that are no wording of the knowledge themselves; whoever',
    'wrote it knew them all the same, so these shares compare the ways to search and say little about questions to come.',
  ].join('\n')

/** Both ways we find answers, as good as new. The search is given what it is given in a conversation. */
function ours(catalogue: Catalogue): { find: Contender; answer: Contender } {
  const consultant = consultantOn(catalogue)
  // Of its own, or the spelling that preparing a search looks up would be known when the answer is timed.
  const { language } = consultantOn(catalogue)
  const { ask } = machineOf(consultant)
  return {
    find: ({ q }) => {
      const { content, alternatives } = language.understand(q, null)
      const [named, another] = alternatives
      const filter = named && !another ? { alternative: named.id } : {}
      return () => consultant.search.find(content, filter)[0]?.entry.answer ?? ''
    },
    answer:
      ({ q }) =>
      () =>
        ask(q).text,
  }
}

const enlarged = ({ find, answer }: ReturnType<typeof ours>) => ({ findMore: find, answerMore: answer })

function fuse(catalogue: Catalogue, cases: Cases): Contender {
  const { ask } = plainSearch(catalogue, cases)
  return ({ q }) =>
    () =>
      ask(q).text
}

/** The knowledge without what our search does not index. */
const entriesOf = (catalogue: Catalogue): Catalogue => ({
  ...catalogue,
  alternatives: catalogue.alternatives.map((entry) => ({ ...entry, capabilities: {} })),
  topics: [],
  glossary: [],
})

const countOf = (catalogue: Catalogue): number => documentsOf(catalogue).length

const fasterBy = (outcome: Outcome, peer: Outcome): string => times(mean(peer.ms) / mean(outcome.ms))

const growth = (name: string, documents: number, before: Outcome, after: Outcome): string[] => [
  ...[name, String(documents), inMs(mean(after.ms)), times(mean(after.ms) / mean(before.ms))],
]

/** How many first answers hold what a right one holds. */
function success({ texts }: Outcome, questions: readonly QuestionCase[]): string {
  const given = { intent: '', frameworks: [], topic: '', sources: [] }
  const right = questions.filter(
    (question) => must(question, { ...given, text: texts.get(question) ?? '' })?.hits,
  )
  return `${right.length}/${questions.length} ${((100 * right.length) / questions.length).toFixed(0)} %`
}
