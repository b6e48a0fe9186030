/**
 * A process that takes turns, for tests of several on one file. `<url> <first> <stride> <last> <not before>` applies
 * the events first, first + stride, ... to three conversations, each one's in order.
 */
import { openStore } from '../../src/store/open.ts'
import { countTurn } from './counting.ts'
import { keyOf, leaseAt } from './terms.ts'

const [url = '', first = '0', stride = '1', last = '0', notBefore = '0'] = process.argv.slice(2)
// Spinning, not sleeping: processes that are given the same time open the file in the same millisecond.
while (Date.now() < Number(notBefore));
const store = await openStore(url)

for (let n = Number(first); n <= Number(last); n += Number(stride)) {
  const key = keyOf(`e${n}`, `chat:${n % 3}`)
  await store.apply(key, leaseAt(), (snapshot) => countTurn(snapshot, key.event))
}
await store.close()
