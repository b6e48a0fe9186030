import type { Catalogue } from '../src/knowledge/catalogue.ts'
import { entriesOf, ours, type Ways } from './contenders.ts'
import { enlarge } from './enlarge.ts'
import type { QuestionCase } from './eval/cases.ts'
import { documentsOf } from './eval/documents.ts'
import { must } from './eval/judge.ts'
import { type Cell, inMs, mean, percentile, times } from './measure.ts'
import { fuse, minisearch, orama } from './peers/search.ts'
import { answerable, heldOut } from './questions.ts'
import { type Contender, inARow, type Outcome, race } from './race.ts'
import type { Report } from './report.ts'
import { freshConsultant, labelledCases } from './subject.ts'

const ROUNDS = 12
/** Ten times the documents take ten times as long to index anew for each round. */
const ROUNDS_OF_MANY = 3
const PASSES = 40
const FACTOR = 10
const MIN_RATIO = 50
const MAX_GROWTH = 5
/** Of the questions every so-manieth is put to fuse.js at ten times the documents: one takes it a second or two. */
const EVERY = 8

/** Search, and whole answers, beside other search libraries: time, right answers, growth with the documents. */
export async function search(): Promise<Report> {
  const { catalogue } = await freshConsultant()
  const cases = labelledCases()
  const questions = answerable(cases, catalogue)
  const judged: Judged = { questions, unseen: heldOut(questions, cases, catalogue) }
  const larger = enlarge(catalogue, FACTOR)
  const few = await outcomesOn(catalogue, questions, { rounds: ROUNDS, every: 1 })
  const many = await outcomesOn(larger, questions, { rounds: ROUNDS_OF_MANY, every: EVERY })
  const steady = [ours(catalogue), ours(larger)] as const
  return [
    caption(questions, catalogue),
    [HEAD, ...ROWS.map(([name, label]) => row(label, few[name], judged, few.fuse))],
    `${countOf(entriesOf(larger))} documents, of which ${countOf(entriesOf(catalogue))} as before and the others their words dealt out anew`,
    [
      GROWTH_HEAD,
      ...ROWS.map(([name, label]) => [
        label,
        ...growth(few[name], many[name]),
        ...(name in steady[0] ? inARowCells(questions, steady, name as keyof Ways) : ['', '']),
        first(many[name], questions, 1),
        first(many[name], questions, MOST),
      ]),
    ],
  ]
}

const ROWS = [
  ['find', 'our search, what is named known'],
  ['findAnywhere', 'our search, among everything'],
  ['minisearch', 'minisearch alone'],
  ['orama', 'orama'],
  ['fuse', 'fuse.js'],
  ['answer', 'understood and answered'],
] as const

type Name = (typeof ROWS)[number][0]

const MOST = 3
const HEAD = [
  'a query',
  'timed',
  'mean',
  'p99',
  `faster (>= ${MIN_RATIO} x)`,
  'right first',
  'in three',
  'held out',
]
const SLOWER = `slower (<= ${MAX_GROWTH} x)`
const GROWTH_HEAD = [
  `${FACTOR} times the documents`,
  'mean',
  SLOWER,
  'in a row',
  'slower',
  'right first',
  'in three',
]

interface Judged {
  questions: readonly QuestionCase[]
  /** Those that are held out. */
  unseen: readonly QuestionCase[]
}

/** Lets all of them answer the questions over the same documents, the peers once: they take far longer. */
async function outcomesOn(
  catalogue: Catalogue,
  questions: readonly QuestionCase[],
  { rounds, every }: { rounds: number; every: number },
): Promise<Record<Name, Outcome>> {
  const entries = entriesOf(catalogue)
  const peers = { minisearch: minisearch(entries), orama: await orama(entries) }
  const some = questions.filter((_, at) => at % every === 0)
  return {
    ...race(questions, rounds, () => ours(catalogue), peers),
    ...race(some, 1, () => ({}), { fuse: fuse(entries) }),
  }
}

function row(name: string, outcome: Outcome, judged: Judged, peer: Outcome): Cell[] {
  const { ms } = outcome
  return [
    name,
    `${ms.length}`,
    inMs(mean(ms)),
    inMs(percentile(ms, 0.99)),
    outcome === peer ? '' : times(mean(peer.ms) / mean(ms)),
    first(outcome, judged.questions, 1),
    first(outcome, judged.questions, MOST),
    first(outcome, judged.unseen, 1),
  ]
}

const caption = (questions: readonly QuestionCase[], { alternatives, ...rest }: Catalogue): string =>
  [
    `${alternatives.length} entries, ${countOf(entriesOf({ alternatives, ...rest }))} documents, ${questions.length} labelled questions, ${ROUNDS} rounds, of the peers one. Right: one of the first`,
    'texts holds a labelled string. Held out: only questions that are no wording of the knowledge themselves; whoever wrote',
    'it knew them all the same, so these shares compare the ways to search and say little about questions to come.',
    `In a row: the median of ${PASSES} passes over all questions without anything between, so with warm caches.`,
  ].join('\n')

const countOf = (catalogue: Catalogue): number => documentsOf(catalogue).length

const growth = (before: Outcome, after: Outcome): Cell[] => [
  inMs(mean(after.ms)),
  times(mean(after.ms) / mean(before.ms)),
]

/** The same growth without the cold caches between two questions, which weigh more on the short ones. */
function inARowCells(
  questions: readonly QuestionCase[],
  [few, many]: readonly [Ways, Ways],
  way: keyof Ways,
): Cell[] {
  const taken = (contender: Contender): number => inARow(questions, contender, PASSES)
  const after = taken(many[way])
  return [inMs(after), times(after / taken(few[way]))]
}

/** For how many questions one of the first texts holds what a right one holds. */
function first({ texts }: Outcome, questions: readonly QuestionCase[], most: number): string {
  const given = { intent: '', frameworks: [], topic: '', sources: [] }
  const asked = questions.filter((question) => texts.has(question))
  const right = asked.filter((question) =>
    (texts.get(question) ?? []).slice(0, most).some((text) => must(question, { ...given, text })?.hits),
  )
  return `${right.length}/${asked.length} ${((100 * right.length) / Math.max(asked.length, 1)).toFixed(0)} %`
}
