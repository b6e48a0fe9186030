import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { cardToText } from '../src/card/plain.ts'
import type { Desk } from '../src/desk.ts'
import type { Outgoing } from '../src/store/store.ts'
import { createGate, openOffice, refuse, says, titlesOf, until, wordTurn } from './support/desk.ts'

let office: Awaited<ReturnType<typeof openOffice>>
let desk: Desk
beforeEach(async () => {
  office = await openOffice()
  desk = office.open()
})
afterEach(() => office.close())

const owed = () => office.store.undelivered('chat')

describe('an event', () => {
  test('is stepped, its cards handed over, and nothing stays owed', async () => {
    await desk.attach('chat', office.collect)
    await desk.receive(says('hello'))
    expect(office.delivered).toMatchObject([
      {
        event: 'event of hello',
        conversation: 'chat:1',
        address: 'room of chat:1',
        purpose: 'reply',
        cards: [{ title: 'turn 1' }],
        attempt: 1,
      },
    ])
    expect(await owed()).toEqual([])
  })

  test('reaches the turn with the saved conversation and the clock of the desk', async () => {
    const given: unknown[] = []
    const own = office.open({
      turn: (snapshot, input, now) => {
        given.push(snapshot === null ? null : 'snapshot', now)
        return wordTurn(snapshot, input)
      },
    })
    await own.attach('chat', office.collect)
    await own.receive(says('one'))
    await own.receive(says('two'))
    expect(given).toEqual([null, office.now(), 'snapshot', office.now()])
  })

  test('reaches the turn with the name of who speaks only where several people take part', async () => {
    const names: unknown[] = []
    const own = office.open({
      turn: (snapshot, input, _now, by) => {
        names.push(by)
        return wordTurn(snapshot, input)
      },
    })
    await own.attach('chat', office.collect)
    await own.receive(says('alone', { person: 'ann' }))
    await own.receive({ ...says('together', { person: 'ann' }), shared: true })
    expect(names).toEqual([null, 'name of ann'])
  })

  test('goes to the front end of its platform alone', async () => {
    const elsewhere: Outgoing[] = []
    await desk.attach('chat', office.collect)
    await desk.attach('forum', async (outgoing) => void elsewhere.push(outgoing))
    await desk.receive(says('one', { conversation: 'forum:9' }))
    expect(office.delivered).toEqual([])
    expect(elsewhere).toHaveLength(1)
  })
})

describe('the queue of a conversation', () => {
  test('takes events in the order they came, however slow the delivery', async () => {
    await desk.attach('chat', async (outgoing) => {
      await new Promise((done) => setTimeout(done, outgoing.event === 'event of 0' ? 20 : 1))
      office.delivered.push(outgoing)
    })
    const words = Array.from({ length: 8 }, (_, i) => String(i))
    await Promise.all(words.map((word) => desk.receive(says(word))))
    expect(office.delivered.map(({ event }) => event)).toEqual(words.map((word) => `event of ${word}`))
    expect(await office.seen()).toEqual(words)
  })

  test('does not wait for other conversations', async () => {
    const gate = createGate()
    await desk.attach('chat', gate.deliver)
    const all = Array.from({ length: 20 }, (_, i) =>
      desk.receive(says(`hi ${i}`, { conversation: `chat:${i}` })),
    )
    await until(() => gate.waiting.length === 20)
    gate.open()
    await Promise.all(all)
  })

  test('refuses nothing when hundreds of people come at once', async () => {
    await desk.attach('chat', office.collect)
    const many = Array.from({ length: 600 }, (_, i) => says(`${i}`, { conversation: `chat:${i % 60}` }))
    await Promise.all(many.map((incoming) => desk.receive(incoming)))
    expect(office.delivered).toHaveLength(600)
    expect(new Set(titlesOf(office.delivered)).size).toBe(10)
  })

  test('leaves nothing behind when it is empty', async () => {
    await desk.attach('chat', office.collect)
    const names = ['a', 'b', 'c']
    await Promise.all(names.map((name) => desk.receive(says(name, { conversation: `chat:${name}` }))))
    await desk.receive(says('break')).catch(() => {})
    await desk.close()
    expect(JSON.parse(office.logged.at(-1) ?? '')).toMatchObject({ conversations: 0 })
  })
})

describe('an event delivered again', () => {
  test('is not stepped twice, and its delivered cards are not sent twice', async () => {
    await desk.attach('chat', office.collect)
    await Promise.all([desk.receive(says('hello')), desk.receive(says('hello'))])
    await desk.receive(says('hello'))
    expect(titlesOf(office.delivered)).toEqual(['turn 1'])
    expect(await office.seen()).toEqual(['hello'])
  })

  test('after a restart that delivered its cards changes nothing', async () => {
    await desk.attach('chat', refuse)
    await desk.receive(says('hello'))
    const restarted = office.open()
    expect(await restarted.attach('chat', office.collect)).toBe(1)
    await restarted.receive(says('hello'))
    expect(titlesOf(office.delivered)).toEqual(['turn 1'])
    expect(await office.seen()).toEqual(['hello'])
  })

  test('has its saved cards sent when they are still owed', async () => {
    let tries = 0
    await desk.attach('chat', (outgoing) => (tries++ === 0 ? refuse(outgoing) : office.collect(outgoing)))
    await desk.receive(says('hello'))
    await desk.receive(says('hello'))
    expect(office.delivered).toMatchObject([{ cards: [{ title: 'turn 1' }], attempt: 2 }])
    expect(await owed()).toEqual([])
  })
})

describe('a turn that throws', () => {
  test('rejects its own event, changes nothing, and the queue goes on', async () => {
    await desk.attach('chat', office.collect)
    const outcomes = await Promise.allSettled(['one', 'break', 'two'].map((word) => desk.receive(says(word))))
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(outcomes[1]).toMatchObject({ reason: expect.any(RangeError) })
    expect(await office.seen()).toEqual(['one', 'two'])
  })

  test('is answered with an apology that is not part of the conversation', async () => {
    await desk.attach('chat', office.collect)
    await desk.receive(says('break')).catch(() => {})
    expect(office.delivered).toMatchObject([{ conversation: 'chat:1', address: 'room of chat:1' }])
    expect(office.delivered[0]?.cards.map(cardToText).join()).toMatch(/nothing you told me before is lost/i)
    expect(await owed()).toEqual([])
    expect(await office.seen()).toEqual([])
  })

  test('rejects with its own error also when the apology cannot be delivered', async () => {
    await desk.attach('chat', refuse)
    await expect(desk.receive(says('break'))).rejects.toThrow(RangeError)
  })

  test('is logged without the words it choked on', async () => {
    await desk.attach('chat', office.collect)
    await desk.receive(says('break', { event: 'e1' })).catch(() => {})
    expect(office.logged.join('')).toContain('"failure":"RangeError"')
    expect(office.logged.join('')).not.toContain('cannot work with')
  })
})

describe('an effect', () => {
  test('is handed over after the reply, on its own, and nothing stays owed', async () => {
    await desk.attach('chat', office.collect)
    await desk.receive(says('share'))
    expect(office.delivered).toMatchObject([
      { purpose: 'reply', cards: [{ title: 'turn 1' }] },
      { purpose: 'share', cards: [{ title: 'turn 1' }] },
    ])
    expect(office.delivered[0]?.id).not.toBe(office.delivered[1]?.id)
    expect(await owed()).toEqual([])
  })

  test('is done although the reply could not be delivered, and only what is missing is tried again', async () => {
    await desk.attach('chat', (outgoing) =>
      outgoing.purpose === 'reply' ? refuse(outgoing) : office.collect(outgoing),
    )
    await desk.receive(says('share'))
    expect(office.delivered.map(({ purpose }) => purpose)).toEqual(['share'])
    await office.open().attach('chat', office.collect)
    expect(office.delivered.map(({ purpose }) => purpose)).toEqual(['share', 'reply'])
  })
})

describe('being forgotten', () => {
  test('erases the conversation once the farewell was delivered', async () => {
    await desk.attach('chat', async (outgoing) => {
      expect(await owed()).not.toEqual([])
      office.delivered.push(outgoing)
    })
    await desk.receive(says('forget me'))
    await desk.receive(says('forget me'))
    expect(titlesOf(office.delivered)).toEqual(['turn 1'])
    expect(await office.seen()).toEqual([])
    expect(await owed()).toEqual([])
  })

  test('is done at the next start when the farewell could not be delivered', async () => {
    await desk.attach('chat', refuse)
    await desk.receive(says('hello'))
    await desk.receive(says('forget me'))
    expect(await office.seen()).toEqual(['hello', 'forget me'])
    expect(await office.open().attach('chat', office.collect)).toBe(2)
    expect(titlesOf(office.delivered)).toEqual(['turn 1', 'turn 2'])
    expect(await office.seen()).toEqual([])
  })
})

describe('starting and closing', () => {
  test('a start forgets events of more than a day ago', async () => {
    await desk.attach('chat', office.collect)
    await desk.receive({ ...says('old'), at: '2026-02-28T09:59:59.000Z' })
    await desk.receive({ ...says('young'), at: '2026-02-28T10:00:01.000Z' })
    const restarted = office.open()
    await restarted.attach('chat', office.collect)
    await restarted.receive(says('young'))
    await restarted.receive(says('old'))
    expect(titlesOf(office.delivered)).toEqual(['turn 1', 'turn 2', 'turn 3'])
  })

  test('a start erases conversations nobody went on with for as long as is configured', async () => {
    await desk.attach('chat', office.collect)
    await desk.receive({ ...says('old'), at: '2026-01-29T10:00:00.000Z' })
    await desk.receive({ ...says('young', { conversation: 'chat:2' }), at: '2026-01-31T10:00:00.000Z' })
    await office.open().attach('chat', office.collect)
    expect(await office.seen('chat:1')).toEqual(['old'])
    await office.open({ keepDays: 30 }).attach('chat', office.collect)
    expect(await office.seen('chat:1')).toEqual([])
    expect(await office.seen('chat:2')).toEqual(['young'])
  })

  test('closing finishes the turns in flight and takes no more', async () => {
    const gate = createGate()
    await desk.attach('chat', gate.deliver)
    const inFlight = [desk.receive(says('one')), desk.receive(says('two'))]
    let closed = false
    const closing = desk.close().then(() => {
      closed = true
    })
    await expect(desk.receive(says('three'))).rejects.toMatchObject({ code: 'unavailable' })
    await until(() => gate.waiting.length === 1)
    expect(closed).toBe(false)
    gate.open()
    await Promise.all([...inFlight, closing])
    expect(titlesOf(gate.delivered)).toEqual(['turn 1', 'turn 2'])
  })
})
