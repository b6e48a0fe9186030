/**
 * A process that is killed: `<url> <file that deliveries are written to>`. Says "ready" when it is loaded, opens the
 * store at the first line it is sent, says "open", then takes the event of every line `<conversation> <n>` and repeats
 * the line once it was taken. Ends when its input does.
 */
import { openSync, writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setImmediate } from 'node:timers/promises'
import { createDesk, openStore } from '../../../src/desk.ts'
import { createLog } from '../../../src/log.ts'
import { NO_VIEWS } from '../views.ts'
import { createScriptedStep, incomingOf, replay } from './script.ts'

const STDOUT = 1
const [url = '', deliveries = ''] = process.argv.slice(2)
/** Short, so that a test need not wait long for a lease of somebody who was killed. */
const TIMES = { delivery: 1_000, lease: 2_000, look: 100, firstPause: 100, longestPause: 400 }
/** A platform refuses now and then. */
const REFUSED = 0.02

const say = (line: string) => writeSync(STDOUT, `${line}\n`)
const turn = createScriptedStep()
// So that it is at work from the moment it is opened, and not still compiling when it is killed.
replay(turn, 0, 20)
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
say('ready')
await lines.next()
const store = await openStore(url)
const desk = createDesk({ store, turn, views: NO_VIEWS, log: createLog('silent'), times: TIMES })
const accepted = openSync(deliveries, 'a')
await desk.attach('chat', async ({ id }) => {
  await setImmediate()
  if (Math.random() < REFUSED) throw new Error('refused')
  writeSync(accepted, `${id} ${process.pid}\n`)
  // The word that it was accepted takes its time too.
  await setImmediate()
})
say('open')
for (let line = await lines.next(); !line.done; line = await lines.next()) {
  const [conversation = 0, n = 0] = line.value.split(' ').map(Number)
  void desk.receive(incomingOf(conversation, n)).then(() => say(line.value ?? ''))
}
await desk.close()
await store.close()
