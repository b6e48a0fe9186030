import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { seenBy } from './counting.ts'
import { temporaryFolder } from './place.ts'
import { serverPlace, TEST_SERVER } from './server.ts'

const SCRIPT = fileURLToPath(new URL('./turns-process.ts', import.meta.url))
const CONVERSATIONS = 3

/** The exit statuses of processes that take turns on one database; see `turns-process.ts`. */
function exitsOf(url: string, processes: number, last: number, together = 0): Promise<unknown[]> {
  const children = Array.from({ length: processes }, (_, first) =>
    spawn(process.execPath, [SCRIPT, url, ...[first, processes, last, together].map(String)], {
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  )
  return Promise.all(children.map((child) => once(child, 'exit').then(([status]) => status)))
}

async function filePlace() {
  const { folder, remove } = await temporaryFolder()
  return { url: `file:${join(folder, 'kept.db')}`, remove }
}

const places = [['file', filePlace] as const, ...(TEST_SERVER ? [['server', serverPlace] as const] : [])]

describe.each(places)('several processes on one %s', (_name, makePlace) => {
  async function openPlace(): Promise<string> {
    const { url, remove } = await makePlace()
    onTestFinished(() => remove())
    return url
  }

  test('may start at the same moment, whoever creates what is missing', async () => {
    const exits = await exitsOf(await openPlace(), 6, 17, Date.now() + 1_500)
    expect(exits).toEqual([0, 0, 0, 0, 0, 0])
  }, 60_000)

  test('wait for each other, and no turn of any is lost', async () => {
    const LAST = 299
    const url = await openPlace()
    expect(await exitsOf(url, 2, LAST)).toEqual([0, 0])
    const store = await openStore(url)
    onTestFinished(() => store.close())
    for (let i = 0; i < CONVERSATIONS; i++) {
      const seen = seenBy(await store.read(`chat:${i}`)).map((word) => Number(word.slice(1)))
      const all = Array.from({ length: LAST + 1 }, (_, n) => n)
      expect(seen.toSorted((a, b) => a - b)).toEqual(all.filter((n) => n % CONVERSATIONS === i))
    }
  }, 60_000)
})
