import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { cardToText } from '../src/card/plain.ts'
import type { Desk, Incoming } from '../src/desk.ts'
import { createViews } from '../src/dialogue/views.ts'
import type { Outgoing } from '../src/store/store.ts'
import { choicesOf, consultant, step } from './dialogue/moves.ts'
import { openOffice } from './support/desk.ts'

/* What was chosen in the end: asked by the desk itself, on the real store and dialogue, by a clock set by hand. */

const DAY_MS = 86_400_000

let office: Awaited<ReturnType<typeof openOffice>>
let desk: Desk
let count = 0
beforeEach(async () => {
  office = await openOffice()
  desk = openDesk()
})
afterEach(() => office.close())

const openDesk = (askAfterDays: number | null = 14): Desk =>
  office.open({
    ...{ turn: step, views: createViews(consultant), askAfterDays },
    ...{ keepDays: 100, times: { look: 2, tidy: 0 } },
  })

const receive = (input: Incoming['input'], person = 'ann', operator = false) =>
  desk.receive({
    event: `e${count++}`,
    conversation: `chat:${person}`,
    address: `room of ${person}`,
    from: { id: person, name: null, operator },
    input,
    at: office.now().toISOString(),
  })
const say = (text: string, person?: string) => receive({ kind: 'text', text }, person)
const questions = (): Outgoing[] =>
  office.delivered.filter(({ cards }) => cards[0]?.title === 'What did you choose in the end?')
/** Long enough for several looks of the desk. */
const aWhile = () => new Promise((done) => setTimeout(done, 40))

async function advise(): Promise<void> {
  await desk.attach('chat', office.collect)
  await say('Internal tool for forty people of Acme, with login')
  await say('result')
}

describe('what was chosen', () => {
  test('is asked once, two weeks after the recommendation, as a message of its own', async () => {
    await advise()
    office.pass(13.9 * DAY_MS)
    await aWhile()
    expect(questions()).toEqual([])
    office.pass(0.2 * DAY_MS)
    await expect.poll(() => questions().length).toBe(1)
    expect(questions()).toMatchObject([
      { purpose: 'notify', conversation: 'chat:ann', address: 'room of ann' },
    ])
    office.pass(30 * DAY_MS)
    await aWhile()
    expect(questions()).toHaveLength(1)
  })

  test('is asked once by two processes on one store', async () => {
    await advise()
    await openDesk().attach('chat', office.collect)
    office.pass(15 * DAY_MS)
    await expect.poll(() => questions().length).toBeGreaterThan(0)
    await aWhile()
    expect(questions()).toHaveLength(1)
  })

  test('is asked by a process that starts after the day, also when the first to ask it broke off', async () => {
    await advise()
    await desk.close()
    office.pass(20 * DAY_MS)
    const dying = openDesk()
    await dying.attach('chat', async () => Promise.reject(new Error('away')))
    const owed = async () => (await office.store.undelivered('chat')).map(({ purpose }) => purpose)
    await expect.poll(owed).toContain('notify')
    await dying.close()
    desk = openDesk()
    await desk.attach('chat', office.collect)
    await expect.poll(() => questions().length).toBe(1)
    await aWhile()
    expect(questions()).toHaveLength(1)
  })

  test('is counted when it is answered, and shown to operators alone', async () => {
    await advise()
    office.pass(15 * DAY_MS)
    await expect.poll(() => questions().length).toBe(1)
    const [first] = choicesOf(questions()[0]?.cards ?? [])
    await receive({ kind: 'action', action: first?.action ?? '' })
    const stats = (operator: boolean) =>
      receive({ kind: 'command', command: 'stats', text: '' }, 'ops', operator)
    await stats(false)
    expect(office.delivered.at(-1)?.cards.map(cardToText).join()).toContain('for whoever runs me')
    await stats(true)
    const shown = office.delivered.at(-1)
    expect(shown?.purpose).toBe('reply')
    expect(shown?.cards.map(cardToText).join()).toContain('1 of 1 took the recommendation (100 %)')
  })

  test('is not asked of whoever was forgotten, nor where it is turned off', async () => {
    await advise()
    await say('forget me')
    await say('yes')
    office.pass(15 * DAY_MS)
    await aWhile()
    expect(questions()).toEqual([])
    await desk.close()
    desk = openDesk(null)
    await advise()
    office.pass(15 * DAY_MS)
    await aWhile()
    expect(questions()).toEqual([])
  })

  test('goes with the conversation when nobody went on with it', async () => {
    await advise()
    office.pass(13 * DAY_MS)
    await say('actually 20k users at once')
    const { store } = office
    expect(await store.dueFollowUps('chat', '9999', 9)).toHaveLength(1)
    office.pass(1.01 * DAY_MS)
    await expect.poll(() => questions().length).toBe(1)
    office.pass(101 * DAY_MS)
    await expect.poll(() => store.read('chat:ann')).toBeNull()
    expect(await store.dueFollowUps('chat', '9999', 9)).toEqual([])
  })
})

describe('a request', () => {
  test('tells its taker whether they were the first', async () => {
    const own = office.open({ turn: step, handOff: ['chat'] })
    await own.attach('chat', office.collect)
    desk = own
    await say('engineer')
    await say('yes')
    const request = office.delivered.find(({ purpose }) => purpose === 'hand_off')
    const action = choicesOf(request?.cards ?? [])[0]?.action ?? ''
    expect(await receive({ kind: 'action', action }, 'bo')).toEqual({ first: true })
    expect(await receive({ kind: 'action', action }, 'cy')).toEqual({ first: false })
  })

  test('that came again says nothing', async () => {
    const own = office.open({ turn: step })
    await own.attach('chat', office.collect)
    const incoming: Incoming = {
      ...{ event: 'again', conversation: 'chat:bo', address: '', at: office.now().toISOString() },
      ...{ from: { id: 'bo', name: null }, input: { kind: 'action', action: 'take:r@1' } },
    }
    await own.receive(incoming)
    expect(await own.receive(incoming)).toEqual({ first: null })
  })
})
