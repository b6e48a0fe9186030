import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Machine, machineOf } from '../../src/cli/machine.ts'
import { createConsultant } from '../../src/dialogue/consultant.ts'
import { messageOf, PyframeError } from '../../src/errors.ts'
import type { Catalogue } from '../../src/knowledge/catalogue.ts'
import { commonestLabels, plainSearch } from './baselines.ts'
import { type Cases, readCases } from './cases.ts'
import { renderErrors, wrongCases } from './errors.ts'
import { judgeAll, runCases } from './outcomes.ts'
import { record, toRecord } from './recorded.ts'
import { renderTable } from './report.ts'
import { figuresOf, reachOf } from './tally.ts'

const inProject = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

const FLAGS = {
  alone: { type: 'boolean', default: false },
  errors: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  record: { type: 'boolean', default: false },
} as const

function readArguments() {
  try {
    const { values, positionals } = parseArgs({ options: FLAGS, allowPositionals: true })
    if (positionals.length > 1) throw new Error('one folder at most')
    return { ...values, folder: positionals[0] ?? inProject('test/eval') }
  } catch (cause) {
    const usage = 'npm run eval [-- DIR] [--errors] [--json] [--record] [--alone]'
    throw new PyframeError('usage', `${messageOf(cause).split('. ')[0]}; usage: ${usage}`, { cause })
  }
}

/** The searches of fuse.js take most of the time: `--alone` leaves the baselines out. */
function judgeBaselines(catalogue: Catalogue, cases: Cases) {
  const judged = (machine: Machine) => judgeAll(runCases(machine, cases))
  return { fuse: judged(plainSearch(catalogue, cases)), commonest: judged(commonestLabels(cases)) }
}

/** Judges a folder of cases and prints the figures; exit status 65 when lines could not be used. */
async function main(): Promise<void> {
  const { folder, ...flags } = readArguments()
  const cases = readCases(folder)
  const consultant = await createConsultant(inProject('knowledge'))
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
