import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { countTurn, seenBy } from './counting.ts'
import { temporaryFolder } from './place.ts'

const SCRIPT = fileURLToPath(new URL('./turns-process.ts', import.meta.url))
const CONVERSATIONS = 3
const KILLS = 5
/** Events sent again after each kill, as a platform does that got no answer. */
const REDELIVERED = 6

let path: string
let remove: () => Promise<void>
beforeEach(async () => {
  const place = await temporaryFolder()
  path = join(place.folder, 'kept.db')
  remove = place.remove
})
afterEach(() => remove())

const startTurns = (...numbers: number[]): ChildProcess =>
  spawn(process.execPath, [SCRIPT, `file:${path}`, ...numbers.map(String)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })

/** Lets a process take turns from event `first` on and kills it after `turns` of them; gives the last confirmed. */
async function killAfter(turns: number, first: number): Promise<number> {
  const child = startTurns(first)
  let last = -1
  let count = 0
  for await (const line of createInterface({ input: child.stdout ?? expect.fail('no output') })) {
    last = Number(line)
    if (++count === turns) child.kill('SIGKILL')
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  expect(child.signalCode).toBe('SIGKILL')
  return last
}

/** What is in the file: the events recorded, the replies, and what each conversation has seen. */
function readFile() {
  const database = new DatabaseSync(path, { readOnly: true })
  const numbersOf = (table: string, column: string) =>
    database
      .prepare(`select ${column} as event from ${table}`)
      .all()
      .map((row) => Number(String(row.event).slice(1)))
      .sort((a, b) => a - b)
  const conversations = database
    .prepare('select key, version, snapshot from conversations order by key')
    .all()
  const kept = {
    events: numbersOf('events', 'id'),
    replies: numbersOf('outbox', 'event'),
    conversations: conversations.map(({ key, version, snapshot }) => ({
      key,
      version,
      snapshot: JSON.parse(String(snapshot)),
    })),
  }
  database.close()
  return kept
}

/** The state a conversation must have after the events 0 to `last` of all of them. */
function replay(conversation: number, last: number): unknown {
  let snapshot: unknown = null
  for (let n = conversation; n <= last; n += CONVERSATIONS)
    snapshot = countTurn(snapshot, `e${n}`).conversation
  return snapshot
}

const range = (end: number) => Array.from({ length: end + 1 }, (_, n) => n)

describe('a process killed while it takes turns', () => {
  test('loses no confirmed event, steps none twice, and goes on where it was', async () => {
    let confirmed = -1
    for (let kill = 0; kill < KILLS; kill++) {
      const first = Math.max(0, confirmed + 1 - REDELIVERED)
      confirmed = Math.max(confirmed, await killAfter(REDELIVERED + 20 + 37 * kill, first))
      const { events, replies, conversations } = readFile()
      const last = events.length - 1
      expect(last).toBeGreaterThanOrEqual(confirmed)
      expect(events).toEqual(range(last))
      expect(replies).toEqual(events)
      for (const [i, { key, version, snapshot }] of conversations.entries()) {
        expect(key).toBe(`chat:${i}`)
        expect(snapshot).toEqual(replay(i, last))
        expect(version).toBe(snapshot.step)
      }
    }
  }, 60_000)
})

describe('two processes on one file', () => {
  test('may start at the same moment, whoever creates it', async () => {
    const PROCESSES = 6
    const together = Date.now() + 1_500
    const children = Array.from({ length: PROCESSES }, (_, first) =>
      startTurns(first, PROCESSES, PROCESSES * 3, together),
    )
    for (const child of children) child.stdout?.resume()
    const exits = await Promise.all(children.map((child) => once(child, 'exit')))
    expect(exits.map(([status]) => status)).toEqual(children.map(() => 0))
  }, 60_000)

  test('wait for each other, and no turn of either is lost', async () => {
    const LAST = 299
    const processes = [startTurns(0, 2, LAST), startTurns(1, 2, LAST)]
    for (const child of processes) child.stdout?.resume()
    const exits = await Promise.all(processes.map((child) => once(child, 'exit')))
    expect(exits).toEqual([
      [0, null],
      [0, null],
    ])
    expect(readFile().events).toEqual(range(LAST))
    const store = await openStore(`file:${path}`)
    for (let i = 0; i < CONVERSATIONS; i++) {
      const key = { event: `look ${i}`, conversation: `chat:${i}`, address: 'a', at: '2026-03-01T10:00:00Z' }
      await store.apply(key, (snapshot) => {
        const expected = range(LAST).filter((n) => n % CONVERSATIONS === i)
        expect(
          seenBy(snapshot)
            .map((word) => Number(word.slice(1)))
            .sort((a, b) => a - b),
        ).toEqual(expected)
        return countTurn(snapshot, 'look')
      })
    }
    await store.close()
  }, 60_000)
})
