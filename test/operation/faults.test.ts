import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { cardToText } from '../../src/card/plain.ts'
import { type Desk, type Outgoing, openStore } from '../../src/desk.ts'
import { migrate } from '../../src/store/schema.ts'
import { createSqlStore } from '../../src/store/sql-store.ts'
import { openDatabase, sqliteEngine } from '../../src/store/sqlite.ts'
import { temporaryFolder } from '../store/place.ts'
import { serverPlace, TEST_SERVER } from '../store/server.ts'
import { createGate, openOffice, says, titlesOf, until } from '../support/desk.ts'
import { openProxy } from './proxy.ts'

/** What docs/operation.md promises for each fault. Where the platforms fail is tested with their adapters. */
vi.setConfig({ testTimeout: 30_000 })

const HOUR_MS = 3_600_000

let path: string
let remove: () => Promise<void>
let office: Awaited<ReturnType<typeof openOffice>>
let database: DatabaseSync
let desk: Desk
beforeEach(async () => {
  const place = await temporaryFolder()
  remove = place.remove
  path = join(place.folder, 'kept.db')
  database = await openDatabase(path, 'process')
  const engine = sqliteEngine(database, path)
  await migrate(engine.db)
  office = await openOffice(createSqlStore(engine, null))
  desk = office.open()
  await desk.attach('chat', office.collect)
})
afterEach(async () => {
  await office.close()
  await remove()
})

const shown = (): string[] => office.delivered.flatMap(({ cards }) => cards.map(cardToText))
const LONG = 'x'.repeat(100_000)

describe('a full disk', () => {
  /** SQLite then answers as it does when the file system has no room. */
  const fillDisk = () => database.exec('pragma max_page_count = 1')
  const makeRoom = () => database.exec('pragma max_page_count = 1000000')

  test('is told to whoever speaks, and nothing is half saved', async () => {
    await desk.receive(says('one'))
    fillDisk()
    await expect(desk.receive(says(`two ${LONG}`))).rejects.toMatchObject({
      code: 'unavailable',
      cure: expect.stringContaining('free space'),
    })
    expect(shown().at(-1)).toMatch(/broke on my side.*Nothing you told me before is lost/)
    expect(await office.seen()).toEqual(['one'])
  })

  test('is over without a restart when there is room again: the same event is then taken, once', async () => {
    await desk.receive(says('one'))
    fillDisk()
    await desk.receive(says(`two ${LONG}`, { event: 'again' })).catch(() => {})
    makeRoom()
    await desk.receive(says(`two ${LONG}`, { event: 'again' }))
    await desk.receive(says(`two ${LONG}`, { event: 'again' }))
    expect(await office.seen()).toHaveLength(2)
    expect(titlesOf(office.delivered).filter((title) => title === 'turn 2')).toHaveLength(1)
  })

  test('does not damage the file', async () => {
    fillDisk()
    await desk.receive(says(LONG)).catch(() => {})
    expect(database.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' })
  })
})

describe('a database that another process holds', () => {
  const holders: ChildProcess[] = []
  afterEach(() => {
    for (const holder of holders.splice(0)) holder.kill()
  })

  /** Another process that takes the right to write, and keeps it for so long. */
  async function hold(ms: number): Promise<ChildProcess> {
    const script = `
      const database = new (require('node:sqlite').DatabaseSync)(${JSON.stringify(path)})
      database.exec('begin immediate')
      console.log('held')
      setTimeout(() => database.exec('rollback'), ${ms})`
    const holder = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
    holders.push(holder)
    await once(holder.stdout ?? holder, 'data')
    return holder
  }

  test('for a moment, as a backup or a look by hand does, is waited for', async () => {
    await hold(300)
    await desk.receive(says('one'))
    expect(titlesOf(office.delivered)).toEqual(['turn 1'])
  })

  test('for longer is told to whoever speaks, and goes on when it is let go', async () => {
    database.exec('pragma busy_timeout = 20')
    const holder = await hold(HOUR_MS)
    await expect(desk.receive(says('one'))).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('held by another process'),
    })
    expect(shown()).toEqual([expect.stringContaining('try it again')])
    holder.kill()
    await once(holder, 'exit')
    await desk.receive(says('one'))
    expect(await office.seen()).toEqual(['one'])
  })

  test('between a delivery and our mark leaves it owed, and it is repeated, not lost', async () => {
    database.exec('pragma busy_timeout = 20')
    let holder: ChildProcess | undefined
    await desk.attach('chat', async (outgoing) => {
      office.delivered.push(outgoing)
      holder ??= await hold(HOUR_MS)
    })
    await desk.receive(says('one'))
    holder?.kill()
    await once(holder ?? expect.fail('nobody held it'), 'exit')
    expect(await office.open().attach('chat', office.collect)).toBe(1)
    expect(office.delivered.map(({ attempt }) => attempt)).toEqual([1, 2])
  })
})

describe('a clock that jumps', () => {
  test.each([
    ['forward', HOUR_MS * 24 * 400],
    ['back', -HOUR_MS * 24 * 400],
  ])('%s between two events changes nothing: each is stepped once and answered once', async (_, ms) => {
    await desk.receive(says('one'))
    office.pass(ms)
    await desk.receive(says('two'))
    await desk.receive(says('one'))
    office.pass(-ms)
    await desk.receive(says('two'))
    expect(await office.seen()).toEqual(['one', 'two'])
    expect(titlesOf(office.delivered)).toEqual(['turn 1', 'turn 2'])
  })

  test.each([
    ['forward', HOUR_MS],
    ['back', -HOUR_MS],
  ])('%s during a delivery loses nothing, and repeats at most that one', async (_, ms) => {
    const gate = createGate()
    await desk.attach('chat', gate.deliver)
    const all = ['share', 'two'].map((word) => desk.receive(says(word)))
    await until(() => gate.waiting.length === 1)
    office.pass(ms)
    gate.open()
    await Promise.all(all)
    await office.open().attach('chat', office.collect)
    const times = countOf([...gate.delivered, ...office.delivered])
    expect([...times.keys()].sort()).toEqual([
      'reply of event of share',
      'reply of event of two',
      'share of event of share',
    ])
    expect([...times.values()].filter((count) => count > 1).length).toBeLessThanOrEqual(1)
    expect(await office.store.undelivered('chat')).toEqual([])
  })

  test('back over an owed reply does not keep it from the next start', async () => {
    await desk.attach('chat', () => Promise.reject(new Error('away')))
    await desk.receive(says('one'))
    office.pass(-HOUR_MS * 24)
    expect(await office.open().attach('chat', office.collect)).toBe(1)
  })

  const countOf = (outgoing: readonly Outgoing[]): Map<string, number> => {
    const times = new Map<string, number>()
    for (const { purpose, event } of outgoing) {
      const name = `${purpose} of ${event}`
      times.set(name, (times.get(name) ?? 0) + 1)
    }
    return times
  }
})

describe.runIf(TEST_SERVER)('a database server', () => {
  const closing: (() => Promise<unknown>)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })

  /** A desk on a real server, which it reaches by a way that can be cut. */
  async function openBehindProxy() {
    const place = await serverPlace()
    const proxy = await openProxy(place.url)
    const store = await openStore(proxy.url)
    const own = await openOffice(store)
    closing.push(place.remove, proxy.close, own.close)
    const desk = own.open()
    await desk.attach('chat', own.collect)
    return { own, desk, proxy }
  }

  const EVENTS = Array.from({ length: 30 }, (_, i) => ({ i, conversation: `chat:${i % 5}` }))

  test.each(['cut', 'freeze'] as const)(
    'that is away (%s) and comes back has taken every event once and in order, and answered it',
    async (fault) => {
      const { own, desk, proxy } = await openBehindProxy()
      const send = ({ i, conversation }: (typeof EVENTS)[number]) =>
        desk.receive(says(`${i}`, { event: `e${i}`, conversation }))
      await Promise.all(EVENTS.slice(0, 10).map(send))
      proxy[fault]()
      const during = EVENTS.slice(10, 20).map(send)
      await new Promise((resolve) => setTimeout(resolve, 1_500))
      proxy.mend()
      await Promise.all(during)
      await Promise.all(EVENTS.slice(20).map(send))
      for (let room = 0; room < 5; room++) {
        const own5 = EVENTS.filter(({ conversation }) => conversation === `chat:${room}`)
        expect(await own.seen(`chat:${room}`)).toEqual(own5.map(({ i }) => `${i}`))
      }
      const answered = new Set(own.delivered.map(({ event }) => event))
      const owed = new Set((await own.store.undelivered('chat')).map(({ event }) => event))
      expect(EVENTS.filter(({ i }) => !answered.has(`e${i}`) && !owed.has(`e${i}`))).toEqual([])
    },
  )
})
