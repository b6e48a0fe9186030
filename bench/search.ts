import { machineOf } from '../src/cli/machine.ts'
import type { Catalogue } from '../src/knowledge/catalogue.ts'
import { enlarge } from './enlarge.ts'
import { plainSearch } from './eval/baselines.ts'
import type { Cases, QuestionCase } from './eval/cases.ts'
import { documentsOf } from './eval/documents.ts'
import { must } from './eval/judge.ts'
import { inMs, mean, percentile, table, timed, times } from './measure.ts'
import { answerable, heldOut } from './questions.ts'
import { consultantOn, freshConsultant, labelledCases } from './subject.ts'

/** Each round asks us every question, and fuse.js, which takes so much longer, one in so many. */
const ROUNDS = 12
const FACTOR = 10
const MIN_RATIO = 50
const MAX_GROWTH = 5

/** A way to find answers: prepares for a question, and gives what is timed, which finds the text of the answer. */
type Contender = (question: QuestionCase) => () => string

/** What a contender was found to do, by question for the texts. */
interface Outcome {
  ms: number[]
  texts: Map<string, string>
}

/** Search, and whole answers, beside plain fuse.js: time, right first answers, growth with the documents. */
export async function search(): Promise<string> {
  const { catalogue } = await freshConsultant()
  const more = enlarge(catalogue, FACTOR)
  const cases = labelledCases()
  const questions = answerable(cases, catalogue)
  const rare = { fuseEntries: plain(entriesOf(catalogue), cases), fuseAll: plain(catalogue, cases) }
  const outcomes = { find: outcome(), ask: outcome(), findMore: outcome(), askMore: outcome(), fuseEntries: outcome(), fuseAll: outcome() }
  for (let round = -1; round < ROUNDS; round += 1) {
    const [find, ask] = ours(catalogue)
    const [findMore, askMore] = ours(more)
    const contenders = { find, ask, findMore, askMore, ...rare }
    // Round -1 warms up.
    questions.forEach((question, index) => {
    })
  }
  return ''
}
