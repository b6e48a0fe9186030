import { type Asked, machineOf } from '../src/cli/machine.ts'
import { createSearch, type Filter } from '../src/knowledge/search.ts'
import { type Catalogue, createCatalogue } from '../src/knowledge/catalogue.ts'
import { normalise } from '../src/knowledge/text.ts'
import { createLanguage } from '../src/language/understand.ts'
import { enlarge } from './enlarge.ts'
import { plainSearch } from './eval/baselines.ts'
import type { Cases, QuestionCase } from './eval/cases.ts'
import { documentsOf } from './eval/documents.ts'
import { must } from './eval/judge.ts'
import { inMs, median, percentile, table, timed, times } from './measure.ts'
import { consultantOn, freshConsultant, labelledCases } from './subject.ts'

const ROUNDS = 15
const FACTOR = 10
const MIN_RATIO = 50
const MAX_GROWTH = 5

/** One way to find an answer, prepared for one question: `find` is what is timed. */
type Contender = (question: QuestionCase) => { find: () => string }

interface Outcome {
  name: string
  documents: number
  /** Milliseconds, one for each question: the median of its rounds. */
  ms: number[]
  /** Ids of the questions whose answer holds a `must` string. */
  right: Set<string>
}

