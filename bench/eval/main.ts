import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Machine, machineOf } from '../../src/cli/machine.ts'
import { type Consultant, createConsultant } from '../../src/dialogue/consultant.ts'
import { messageOf, PyframeError } from '../../src/errors.ts'
import type { Catalogue } from '../../src/knowledge/catalogue.ts'
import { commonestLabels, plainSearch } from './baselines.ts'
import { type Cases, readCases } from './cases.ts'
import { differencesOf, renderDifferences } from './diff.ts'
import { renderErrors, wrongCases } from './errors.ts'
import { fitWeights } from './fit.ts'
import { renderFit } from './fit-report.ts'
import { judgeAll, runCases } from './outcomes.ts'
import { record, toRecord } from './recorded.ts'
import { renderTable } from './report.ts'
import { readResults, recordedBriefs, resultsToday, writeResults } from './results.ts'
import { figuresOf, reachOf } from './tally.ts'

const inProject = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

const FLAGS = {
  alone: { type: 'boolean', default: false },
  diff: { type: 'boolean', default: false },
  errors: { type: 'boolean', default: false },
  fit: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  record: { type: 'boolean', default: false },
} as const

function readArguments() {
  try {
    const { values, positionals } = parseArgs({ options: FLAGS, allowPositionals: true })
    if (positionals.length > 1) throw new Error('one folder at most')
    return { ...values, folder: positionals[0] ?? inProject('test/eval') }
  } catch (cause) {
    const usage =
      'npm run eval [-- DIR] [--errors] [--json] [--record] [--alone] | --fit [DIR] | --diff [--record]'
    throw new PyframeError('usage', `${messageOf(cause).split('. ')[0]}; usage: ${usage}`, { cause })
  }
}

/** The searches of fuse.js take most of the time: `--alone` leaves the baselines out. */
function judgeBaselines(catalogue: Catalogue, cases: Cases) {
  const judged = (machine: Machine) => judgeAll(runCases(machine, cases))
  return { fuse: judged(plainSearch(catalogue, cases)), commonest: judged(commonestLabels(cases)) }
}

/** Status when results are no longer the recorded ones. */
const DIFFERS = 1

/** Prints what has become of the recorded results, or records those of today. */
function compare(consultant: Consultant, recordNow: boolean): void {
  const briefs = recordedBriefs()
  const now = resultsToday(consultant, briefs)
  const differences = differencesOf(readResults(), now, true)
  const told = differencesOf(readResults(), now, false)
  if (differences.length > 0) console.log(`${renderDifferences(differences, briefs)}\n`)
  console.log(
    `${briefs.length} briefs: ${told.length} with another result, ${differences.length - told.length} with other scores only.`,
  )
  if (recordNow) writeResults(now)
  else if (told.length > 0) process.exitCode = DIFFERS
}

/** Judges a folder of cases and prints the figures; exit status 65 when lines could not be used. */
async function main(): Promise<void> {
  const { folder, ...flags } = readArguments()
  const consultant = await createConsultant(inProject('knowledge'))
  if (flags.diff) compare(consultant, flags.record)
  else if (flags.fit) console.log(renderFit(fitWeights(consultant, readCases(folder))))
  else judge(consultant, folder, flags)
}

type Flags = Omit<ReturnType<typeof readArguments>, 'folder'>

function judge(consultant: Consultant, folder: string, flags: Flags): void {
  const cases = readCases(folder)
  const outcomes = runCases(machineOf(consultant), cases)
  const judgements = judgeAll(outcomes)
  const reach = reachOf(cases, consultant.catalogue)
  const baselines = flags.alone ? {} : judgeBaselines(consultant.catalogue, cases)
  const figures = figuresOf(cases, judgements, baselines, reach)
  const errors = flags.errors ? wrongCases(outcomes, judgements) : []
  const { problems } = cases
  if (flags.json) console.log(JSON.stringify({ figures, problems, ...(flags.errors && { errors }) }, null, 2))
  else console.log([renderTable(figures, cases, reach), renderErrors(errors)].filter(Boolean).join('\n\n'))
  for (const problem of problems) console.error(problem)
  if (flags.record) record(folder, toRecord(judgements))
  if (problems.length > 0) process.exitCode = new PyframeError('data', 'unusable lines').exitStatus
}

try {
  await main()
} catch (error) {
  if (!(error instanceof PyframeError)) throw error
  console.error(error.cure ? `${error.message} (${error.cure})` : error.message)
  process.exitCode = error.exitStatus
}
