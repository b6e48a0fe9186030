import { join } from 'node:path'
import { readCases } from '../../bench/eval/cases.ts'
import { inboxText } from '../../src/cli/inbox.ts'
import { statsText } from '../../src/cli/stats.ts'
import { openStore } from '../../src/desk.ts'
import { createConsultant } from '../../src/dialogue/consultant.ts'
import { ROOT } from '../architecture/sources.ts'
import { liveWeek } from './week.ts'

/* Prints what `stats` and `inbox` say after a simulated week of so many consultations: node test/support/print-week.ts 500 */

const [people = '500'] = process.argv.slice(2)
const consultant = await createConsultant(join(ROOT, 'knowledge'), join(ROOT, '.cache'))
const { briefs, questions, answers } = readCases(join(ROOT, 'test/eval'))
const byCriterion = Map.groupBy(answers, ({ criterion }) => criterion)
const sayings = {
  briefs: briefs.map(({ brief }) => brief),
  questions: questions.map(({ q }) => q),
  answers: new Map([...byCriterion].map(([id, own]) => [id, own.map(({ answer }) => answer)])),
}
const store = await openStore('file::memory:')
await liveWeek({ consultant, store, sayings }, Number(people))
const { catalogue } = consultant
const tallied = await store.tallies()
process.stdout.write(`pyframe stats\n\n${statsText(catalogue, tallied)}\n\n`)
process.stdout.write(`pyframe inbox\n\n${inboxText(catalogue, await store.remarks(), tallied)}\n`)
await store.close()
