import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { cardToText } from '../../src/card/plain.ts'
import { createDesk, type Desk, type Incoming, type Outgoing, openStore, type Store } from '../../src/desk.ts'
import type { CommandId } from '../../src/dialogue/commands.ts'
import { createStep } from '../../src/dialogue/step.ts'
import { createViews } from '../../src/dialogue/views.ts'
import { createLog } from '../../src/log.ts'
import { consultant } from '../dialogue/moves.ts'
import { temporaryFolder } from '../store/place.ts'
import { tableNames } from '../store/tables.ts'

/** What docs/data.md promises. */
const DAY_MS = 86_400_000
const HOUR_MS = DAY_MS / 24

let path: string
let remove: () => Promise<void>
let store: Store
let desk: Desk
let now: Date
let delivered: Outgoing[]
let isUp: boolean
let count = 0
beforeEach(async () => {
  const place = await temporaryFolder()
  remove = place.remove
  path = join(place.folder, 'kept.db')
  store = await openStore(`file:${path}`)
  now = new Date('2026-03-01T10:00:00.000Z')
  delivered = []
  isUp = true
  desk = await openDesk()
})
afterEach(async () => {
  await desk.close()
  await store.close()
  await remove()
})

async function openDesk(look = 3_600_000): Promise<Desk> {
  const opened = createDesk({
    store,
    turn: createStep(consultant),
    views: createViews(consultant),
    log: createLog('silent'),
    now: () => now,
    keepDays: 30,
    askAfterDays: 14,
    times: { look },
  })
  await opened.attach('chat', async (outgoing) => {
    if (!isUp) throw new Error('away')
    delivered.push(outgoing)
  })
  return opened
}

const receive = (input: Incoming['input'], person = 'ULISA') =>
  desk.receive({
    event: `Ev${person}${count++}`,
    conversation: `chat:${person}`,
    address: `{"channel":"D${person}"}`,
    from: { id: person, name: `Name ${person}` },
    shared: person === 'UTHREAD',
    input,
    at: now.toISOString(),
  })
const say = (text: string, person?: string) => receive({ kind: 'text', text }, person)
const command = (id: CommandId, text = '') => receive({ kind: 'command', command: id, text })
const shown = (): string => delivered.map(({ cards }) => cards.map(cardToText).join('\n')).join('\n')
const last = (): string => delivered.at(-1)?.cards.map(cardToText).join('\n') ?? ''

/** Everything in the database, as text. */
function everything(): string {
  const database = new DatabaseSync(path, { readOnly: true })
  const rows = tableNames.map((table) => database.prepare(`select * from ${table}`).all())
  database.close()
  return JSON.stringify(rows)
}

/** Leaves something in every place that is named in docs/data.md. */
async function consult(): Promise<void> {
  await say('A Zwiebelkuchen shop with a staff back office for 500 users')
  await say('actually 800 users, and payments with Zwiebelpay')
  await command('brief', 'for Zwiebelkuchen GmbH by Lisa')
  await say('share')
  await say("Share it with the client's words")
  await say('result')
  await command('restart')
  await say('An internal tool for the Zwiebelhof with login')
}

async function forget(): Promise<void> {
  await command('forget-me')
  await say('yes')
}

/** Long enough for several rounds of a desk that looks every 2 ms. */
const aWhile = () => new Promise((done) => setTimeout(done, 40))

describe('my-data', () => {
  test('tells what is kept, by kind and number, and shows the latest words', async () => {
    await consult()
    await command('my-data')
    expect(last()).toMatch(/Projects: +2\b/)
    expect(last()).toMatch(/Clients named: +Zwiebelkuchen GmbH/)
    expect(last()).toMatch(/Answers and needs: +[1-9]/)
    expect(last()).toMatch(/Your messages kept: +3\b/)
    expect(last()).toMatch(/Earlier states, for "back": +[1-9]/)
    expect(last()).toMatch(/Posts you can take back: +1/)
    expect(last()).toMatch(/Projects I shall ask about once: +1/)
    expect(last()).toMatch(/Since: +2026-03-01/)
    expect(last()).toContain('An internal tool for the Zwiebelhof with login')
  })

  test('tells in a shared thread whose names are kept', async () => {
    await say('a shop with a back office', 'UTHREAD')
    await desk.receive({
      ...{ event: 'EvT', conversation: 'chat:UTHREAD', address: '{}', shared: true, at: now.toISOString() },
      ...{ from: { id: 'U2', name: 'Bob' }, input: { kind: 'command', command: 'my-data', text: '' } },
    })
    expect(last()).toMatch(/Who gave answers: +Name UTHREAD/)
  })

  test('says when nothing is kept', async () => {
    await command('my-data')
    expect(last()).toContain('nothing stored')
  })
})

describe('forget-me', () => {
  test('is asked once, and then nothing of theirs is left but bare ids of events', async () => {
    await consult()
    expect(everything()).toMatch(/Zwiebel/)
    expect(await store.dueFollowUps('chat', '9999', 9)).toHaveLength(1)
    await forget()
    expect(last()).toContain('is deleted')
    const left = everything()
    expect(left).not.toMatch(/Zwiebel|chat:ULISA|DULISA|Name ULISA/)
    expect(left).toMatch(/EvULISA/)
  })

  test("touches nobody else's", async () => {
    await consult()
    await say('A museum needs a site for its Pfannkuchen collection', 'UBOB')
    await forget()
    expect(everything()).toMatch(/Pfannkuchen/)
    await say('summary', 'UBOB')
    expect(last()).toMatch(/Pfannkuchen|museum/i)
  })

  test('removes the bytes too when the file is vacuumed', async () => {
    await consult()
    await forget()
    await store.close()
    const database = new DatabaseSync(path)
    database.exec('vacuum')
    database.close()
    expect(readFileSync(path).includes('Zwiebel')).toBe(false)
    store = await openStore(`file:${path}`)
  })

  test('is done at once with their words, and with the rest as soon as the platform is back', async () => {
    await consult()
    isUp = false
    await forget()
    expect(everything()).not.toMatch(/Zwiebel/)
    expect(everything()).toMatch(/DULISA/)
    isUp = true
    await desk.close()
    desk = await openDesk()
    await expect.poll(everything).not.toMatch(/chat:ULISA|DULISA/)
    expect(shown()).toContain('is deleted')
  })

  test('is not done when they say no, or speak of something else', async () => {
    await consult()
    await command('forget-me')
    await say('no')
    expect(everything()).toMatch(/Zwiebelhof/)
  })
})

describe('what expires', () => {
  test('what replies showed is gone once they were delivered', async () => {
    await say('A Zwiebelkuchen shop for 500 users')
    const database = new DatabaseSync(path, { readOnly: true })
    expect(JSON.stringify(database.prepare('select cards from outbox').all())).not.toContain('Zwiebel')
    database.close()
  })

  test('events and replies after a day, conversations after KEEP_DAYS without a word', async () => {
    await consult()
    now = new Date(now.getTime() + 1.1 * DAY_MS)
    await desk.close()
    desk = await openDesk()
    expect(everything()).not.toMatch(/EvULISA/)
    expect(everything()).toMatch(/chat:ULISA/)
    // The one address that is left: where is asked what was chosen.
    const asked = await store.dueFollowUps('chat', '9999', 9)
    expect(everything().split('DULISA').length - 1).toBe(asked.length)
    now = new Date(now.getTime() + 30 * DAY_MS)
    await desk.close()
    desk = await openDesk()
    expect(everything()).not.toMatch(/Zwiebel|ULISA/)
  })

  test('the bytes of what was deleted leave the files within the hour, while it runs', async () => {
    const inFiles = () => [path, `${path}-wal`].some((file) => readFileSync(file).includes('Zwiebel'))
    await desk.close()
    desk = await openDesk(2)
    await consult()
    await forget()
    await aWhile()
    expect([everything().includes('Zwiebel'), inFiles()]).toEqual([false, true])
    now = new Date(now.getTime() + HOUR_MS)
    await expect.poll(inFiles).toBe(false)
  })

  test('a word begins the time anew', async () => {
    await consult()
    now = new Date(now.getTime() + 29 * DAY_MS)
    await say('summary')
    now = new Date(now.getTime() + 29 * DAY_MS)
    await desk.close()
    desk = await openDesk()
    expect(everything()).toMatch(/Zwiebelhof/)
  })
})
