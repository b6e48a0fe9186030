import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { countTurn } from './counting.ts'
import { temporaryFolder } from './place.ts'
import { AT, keyOf, leaseAt, secondsOn } from './terms.ts'

let folder: string
let remove: () => Promise<void>
let store: Store
const open = (): Promise<Store> => openStore(`file:${join(folder, 'kept.db')}`)
beforeEach(async () => {
  const place = await temporaryFolder()
  folder = place.folder
  remove = place.remove
  store = await open()
})
afterEach(async () => {
  await store.close()
  await remove()
})

/** How often a text stands anywhere in the files of the store: database, write-ahead log, index of it. */
const timesInFiles = (text: string): number =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name)).toString('latin1').split(text).length - 1)
    .reduce((sum, times) => sum + times, 0)

const PEOPLE = ['ada', 'bob', 'cleo', 'dan', 'eve']
const ROUNDS = 60

/** People speak in turn, more each time, and read most of the answers: rows move from page to page all the while. */
async function talk(): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1)
    for (const person of PEOPLE) {
      const key = keyOf(`${person}-${round}`, `chat:${person}`)
      const words = `words-of-${person} `.repeat(1 + ((round * 7) % 30))
      const { outgoing } = await store.apply(key, leaseAt(), (snapshot) => countTurn(snapshot, words))
      if (round % 5 !== 0) for (const { id } of outgoing) await store.delivered(id, AT)
    }
}

describe('what somebody said', () => {
  test('is in no byte of the files once it was erased and the files were scrubbed', async () => {
    await talk()
    await store.erase('chat:ada')
    expect(await store.read('chat:ada')).toBeNull()
    expect(timesInFiles('words-of-ada')).toBeGreaterThan(0)

    await store.scrub()
    expect(timesInFiles('words-of-ada')).toBe(0)
    expect(timesInFiles('words-of-bob')).toBeGreaterThan(ROUNDS)
    expect(await store.read('chat:bob')).not.toBeNull()
  })

  test('is in none after it expired, either', async () => {
    await talk()
    await store.expire(secondsOn(1))
    await store.scrub()
    for (const person of PEOPLE) expect(timesInFiles(`words-of-${person}`)).toBe(0)
  })

  test('is in none once the store is closed', async () => {
    await talk()
    await store.erase('chat:ada')
    await store.close()
    expect(timesInFiles('words-of-ada')).toBe(0)
    store = await open()
  })

  test('is removed by the next process when the one that erased it was killed', async () => {
    await talk()
    await store.erase('chat:ada')
    // What is in the files now is all that a kill leaves.
    const next = await open()
    await next.scrub()
    expect(timesInFiles('words-of-ada')).toBe(0)
    await next.close()
  })

  test('is removed later when somebody reads the files just then', async () => {
    await talk()
    const reader = new DatabaseSync(join(folder, 'kept.db'), { readOnly: true })
    reader.exec('begin; select * from conversations')
    await store.erase('chat:ada')
    const from = performance.now()
    await store.scrub()
    expect(performance.now() - from).toBeLessThan(2_000)
    reader.close()
    await store.scrub()
    expect(timesInFiles('words-of-ada')).toBe(0)
  })
})

test('files are not rewritten while nothing was erased', async () => {
  await talk()
  await store.erase('chat:ada')
  await store.scrub()
  await store.apply(keyOf('more', 'chat:bob'), leaseAt(), (snapshot) => countTurn(snapshot, 'old words'))
  await store.apply(keyOf('yet more', 'chat:bob'), leaseAt(), () => countTurn(null, 'new words'))
  const before = timesInFiles('old words')
  await store.scrub()
  expect(timesInFiles('old words')).toBe(before)
})
