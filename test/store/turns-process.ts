/**
 * A process that takes turns without end, for tests that kill it. `<url> <first> <stride> <last> <not before>` applies
 * the events first, first + stride, ... to three conversations, each one's in order, and prints the number of each
 * event whose turn the store has confirmed.
 */
import { writeSync } from 'node:fs'
import { openStore } from '../../src/store/open.ts'
import { countTurn } from './counting.ts'

const STDOUT = 1
const [url = '', first = '0', stride = '1', last = 'Infinity', notBefore = '0'] = process.argv.slice(2)
// Spinning, not sleeping: processes that are given the same time open the file in the same millisecond.
while (Date.now() < Number(notBefore));
const store = await openStore(url)

for (let n = Number(first); n <= Number(last); n += Number(stride)) {
  const key = { event: `e${n}`, conversation: `chat:${n % 3}`, address: 'a', at: new Date().toISOString() }
  const { outgoing } = await store.apply(key, (snapshot) => countTurn(snapshot, key.event))
  writeSync(STDOUT, `${n}\n`)
  if (n % 2 === 0) await store.delivered(outgoing.id, key.at)
}
await store.close()
