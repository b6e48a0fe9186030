import { join } from 'node:path'
import { hitsFor, howSure, THRESHOLDS, type Thresholds } from '../src/dialogue/answer/found.ts'
import type { Consultant } from '../src/dialogue/consultant.ts'
import type { Hit } from '../src/knowledge/search.ts'
import { type Cases, type QuestionCase, readCases } from './eval/cases.ts'
import { foldsOf } from './eval/folds.ts'
import { must } from './eval/judge.ts'
import { answerable, heldOut } from './questions.ts'
import type { Report } from './report.ts'
import { freshConsultant, labelledCases, ROOT } from './subject.ts'

/** Of the answers given as sure, so many are to be right. */
const RIGHT = 0.95
const SHARES = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8, 0.9]
const LEADS = [0, 0.05, 0.1, 0.15, 0.2, 0.3]

/** A question that is no wording of the knowledge, what a search gave for it, and whether each hit is right. */
interface Searched {
  question: QuestionCase
  hits: readonly Hit[]
  right: readonly boolean[]
}

/** When a written-out answer is taken as the answer: thresholds chosen on four folds and judged on the fifth. */
export async function sureness(): Promise<Report> {
  const consultant = await freshConsultant()
  const sets = [labelledCases(), readCases(join(ROOT, 'test/eval-authored'))]
  const searched = sets.flatMap((cases) => searchedIn(consultant, cases))
  const folds = foldIds(sets)
  const rows = folds.map((fold, index) => {
    const inFold = ({ question }: Searched): boolean => fold.has(question.id)
    const chosen = choose(searched.filter((one) => !inFold(one)))
    const held = searched.filter(inFold)
    return [`${index + 1}`, ...cells(chosen), ...outcome(held, chosen), ...outcome(held, THRESHOLDS)]
  })
  return [
    [
      `${searched.length} questions that are no wording of the knowledge and have one place to be searched in. Sure: so many of them got one`,
      `answer, and so many of these were right. Chosen on the other four folds: most sure answers with ${100 * RIGHT} % right.`,
      `In use: share ${THRESHOLDS.share}, lead ${THRESHOLDS.lead}; below share ${THRESHOLDS.related} nothing is offered.`,
    ].join('\n'),
    [
      [
        'fold',
        'share',
        'lead',
        'sure',
        'right',
        'offered',
        'right among',
        'in use: sure',
        'right',
        'offered',
        'right among',
      ],
      ...rows,
      ['all', '', '', '', '', '', '', ...outcome(searched, THRESHOLDS)],
    ],
  ]
}

function searchedIn(consultant: Consultant, cases: Cases): Searched[] {
  const questions = heldOut(answerable(cases, consultant.catalogue), cases, consultant.catalogue)
  return questions
    .filter(({ frameworks }) => frameworks.length < 2)
    .map((question) => {
      const hits = hitsFor(consultant, consultant.language.understand(question.q, null))
      const given = { intent: '', frameworks: [], topic: '', sources: [] }
      const right = hits.map(({ entry }) => (must(question, { ...given, text: entry.answer })?.hits ?? 0) > 0)
      return { question, hits, right }
    })
}

/** The folds of every set, joined one by one. */
const foldIds = (sets: readonly Cases[]): Set<string>[] => {
  const [first = [], ...more] = sets.map((cases) => foldsOf(cases).questions)
  return first.map((fold, index) => more.reduce((all, folds) => all.union(folds[index] ?? new Set()), fold))
}

function choose(searched: readonly Searched[]): Thresholds {
  const settings = SHARES.flatMap((share) => LEADS.map((lead) => ({ ...THRESHOLDS, share, lead })))
  const judged = settings.map((setting) => ({ setting, ...count(searched, setting) }))
  const good = judged.filter(({ sure, right }) => right >= RIGHT * sure)
  return good.toSorted((a, b) => b.sure - a.sure)[0]?.setting ?? THRESHOLDS
}

function count(searched: readonly Searched[], setting: Thresholds) {
  const counted = { sure: 0, right: 0, offered: 0, among: 0 }
  for (const { hits, right } of searched) {
    const found = howSure(hits, setting)
    if (found.sureness === 'sure') {
      counted.sure += 1
      if (right[0]) counted.right += 1
    } else if (found.sureness === 'unsure') {
      counted.offered += 1
      if (right.slice(0, found.hits.length).some(Boolean)) counted.among += 1
    }
  }
  return counted
}

const cells = ({ share, lead }: Thresholds): string[] => [`${share}`, `${lead}`]

function outcome(searched: readonly Searched[], setting: Thresholds): string[] {
  const { sure, right, offered, among } = count(searched, setting)
  return [
    `${sure}/${searched.length}`,
    `${right}/${sure}`,
    `${offered}/${searched.length}`,
    `${among}/${offered}`,
  ]
}
