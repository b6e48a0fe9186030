import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { cardToText } from '../src/card/plain.ts'
import { createDesk, type Deliver, type Desk, type Incoming } from '../src/desk.ts'
import type { Input, Turn } from '../src/dialogue/conversation.ts'
import { createLog } from '../src/log.ts'
import { openStore } from '../src/store/open.ts'
import type { Outgoing, Store } from '../src/store/store.ts'
import { countTurn, seenBy } from './store/counting.ts'

const NOW = new Date('2026-03-01T10:00:00.000Z')

let store: Store
let desk: Desk
let delivered: Outgoing[]
let logged: string[]
beforeEach(async () => {
  store = await openStore('file::memory:')
  delivered = []
  logged = []
  desk = openDesk()
})
afterEach(async () => {
  await desk.close()
  await store.close()
})

/** Counts; "break" throws, and "forget me" asks to be erased. */
function turn(snapshot: unknown, input: Input): Turn {
  const word = input.kind === 'action' ? input.action : input.text
  if (word === 'break') throw new RangeError(`cannot work with ${word}`)
  const counted = countTurn(snapshot, word)
  return word === 'forget me' ? { ...counted, effects: [{ kind: 'erase' }] } : counted
}

/** A desk over the store of this test, as after a restart. */
const openDesk = (take = turn): Desk =>
  createDesk({
    store,
    turn: take,
    log: createLog('debug', { write: (line) => void logged.push(line) }),
    now: () => NOW,
  })

const collect: Deliver = async (outgoing) => void delivered.push(outgoing)
const refuse: Deliver = async () => {
  throw new Error('the platform said no to "some words"')
}

const says = (text: string, { event = `event of ${text}`, conversation = 'chat:1' } = {}): Incoming => ({
  event,
  conversation,
  address: `room of ${conversation}`,
  from: { id: 'u1', name: null },
  input: { kind: 'text', text },
  at: NOW.toISOString(),
})

const titles = () => delivered.map((outgoing) => outgoing.cards[0]?.title)

/** What a conversation has seen, read with one more turn. */
async function seen(conversation = 'chat:1'): Promise<string[]> {
  let words: string[] = []
  const key = { event: `look at ${conversation}`, conversation, address: '', at: NOW.toISOString() }
  await store.apply(key, (snapshot) => {
    words = seenBy(snapshot)
    return countTurn(snapshot, 'look')
  })
  return words
}

/** A front end that holds replies back until it is told to let them go. */
function gate(): { deliver: Deliver; waiting: () => string[]; open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>()
  const waiting: string[] = []
  return {
    deliver: async (outgoing) => {
      waiting.push(outgoing.conversation)
      await promise
      delivered.push(outgoing)
    },
    waiting: () => waiting,
    open: resolve,
  }
}

const until = (condition: () => boolean) => expect.poll(condition, { interval: 1 }).toBe(true)

describe('an event', () => {
  test('is stepped, its cards handed over, and nothing stays owed', async () => {
    await desk.attach('chat', collect)
    await desk.receive(says('hello'))
    expect(delivered).toMatchObject([
      {
        event: 'event of hello',
        conversation: 'chat:1',
        address: 'room of chat:1',
        cards: [{ title: 'turn 1' }],
      },
    ])
    expect(await store.undelivered('chat')).toEqual([])
  })

  test('reaches the turn with the saved conversation and the clock of the desk', async () => {
    const given: unknown[] = []
    const own = openDesk(((snapshot: unknown, input: Input, now: Date) => {
      given.push(snapshot === null ? null : 'snapshot', now)
      return turn(snapshot, input)
    }) as typeof turn)
    await own.attach('chat', collect)
    await own.receive(says('one'))
    await own.receive(says('two'))
    expect(given).toEqual([null, NOW, 'snapshot', NOW])
    await own.close()
  })

  test('goes to the front end of its platform alone', async () => {
    const elsewhere: Outgoing[] = []
    await desk.attach('chat', collect)
    await desk.attach('forum', async (outgoing) => void elsewhere.push(outgoing))
    await desk.receive(says('one', { conversation: 'forum:9' }))
    expect(delivered).toEqual([])
    expect(elsewhere).toHaveLength(1)
  })
})

describe('the queue of a conversation', () => {
  test('takes events in the order they came, however slow the delivery', async () => {
    await desk.attach('chat', async (outgoing) => {
      await new Promise((done) => setTimeout(done, outgoing.event === 'event of 0' ? 20 : 1))
      delivered.push(outgoing)
    })
    const words = Array.from({ length: 8 }, (_, i) => String(i))
    await Promise.all(words.map((word) => desk.receive(says(word))))
    expect(delivered.map((outgoing) => outgoing.event)).toEqual(words.map((word) => `event of ${word}`))
    expect(await seen()).toEqual(words)
  })

  test('does not wait for other conversations', async () => {
    const held = gate()
    await desk.attach('chat', held.deliver)
    const all = Array.from({ length: 20 }, (_, i) =>
      desk.receive(says(`hi ${i}`, { conversation: `chat:${i}` })),
    )
    await until(() => held.waiting().length === 20)
    held.open()
    await Promise.all(all)
  })

  test('refuses nothing when hundreds come at once', async () => {
    await desk.attach('chat', collect)
    const many = Array.from({ length: 600 }, (_, i) => says(`${i}`, { conversation: `chat:${i % 7}` }))
    await Promise.all(many.map((incoming) => desk.receive(incoming)))
    expect(delivered).toHaveLength(600)
  })

  test('leaves nothing behind when it is empty', async () => {
    await desk.attach('chat', collect)
    await Promise.all(
      ['a', 'b', 'c'].map((name) => desk.receive(says(name, { conversation: `chat:${name}` }))),
    )
    await desk.receive(says('break')).catch(() => {})
    await desk.close()
    expect(JSON.parse(logged.at(-1) ?? '')).toMatchObject({ conversations: 0 })
  })
})

describe('an event delivered again', () => {
  test('is not stepped twice, and its delivered cards are not sent twice', async () => {
    await desk.attach('chat', collect)
    await Promise.all([desk.receive(says('hello')), desk.receive(says('hello'))])
    await desk.receive(says('hello'))
    expect(titles()).toEqual(['turn 1'])
    expect(await seen()).toEqual(['hello'])
  })

  test('after a restart that delivered its cards changes nothing', async () => {
    await desk.attach('chat', refuse)
    await desk.receive(says('hello'))
    const restarted = openDesk()
    expect(await restarted.attach('chat', collect)).toBe(1)
    await restarted.receive(says('hello'))
    expect(titles()).toEqual(['turn 1'])
    expect(await seen()).toEqual(['hello'])
  })

  test('has its saved cards sent when they are still owed', async () => {
    let tries = 0
    await desk.attach('chat', (outgoing) => (tries++ === 0 ? refuse(outgoing) : collect(outgoing)))
    await desk.receive(says('hello'))
    await desk.receive(says('hello'))
    expect(titles()).toEqual(['turn 1'])
    expect(await store.undelivered('chat')).toEqual([])
  })
})

describe('a reply that could not be delivered', () => {
  test('stays owed and is delivered in order at the next start', async () => {
    await desk.attach('chat', refuse)
    for (const word of ['one', 'two', 'three']) await desk.receive(says(word))
    expect(await openDesk().attach('chat', collect)).toBe(3)
    expect(titles()).toEqual(['turn 1', 'turn 2', 'turn 3'])
    expect(await openDesk().attach('chat', collect)).toBe(0)
  })

  test('comes before the reply to what is received after the start', async () => {
    await desk.attach('chat', refuse)
    await desk.receive(says('one'))
    const held = gate()
    const restarted = openDesk()
    const attached = restarted.attach('chat', held.deliver)
    await until(() => held.waiting().length === 1)
    const received = restarted.receive(says('two'))
    const elsewhere = restarted.receive(says('three', { conversation: 'chat:2' }))
    await until(() => held.waiting().length > 1)
    expect(held.waiting()).toEqual(['chat:1', 'chat:2'])
    held.open()
    await Promise.all([attached, received, elsewhere])
  })

  test('does not count as delivered while the platform still refuses it', async () => {
    await desk.attach('chat', refuse)
    await desk.receive(says('one'))
    expect(await openDesk().attach('chat', refuse)).toBe(0)
    expect(await store.undelivered('chat')).toHaveLength(1)
  })

  test('is logged by its ids, without what was said or shown', async () => {
    await desk.attach('chat', refuse)
    await desk.receive(says('my secret plan', { event: 'e1' }))
    expect(logged.join('')).toContain('"event":"e1"')
    expect(logged.join('')).not.toMatch(/secret|some words|turn 1/)
  })

  test('waits for a front end when none is attached yet', async () => {
    await desk.receive(says('one'))
    expect(await desk.attach('chat', collect)).toBe(1)
    expect(titles()).toEqual(['turn 1'])
  })
})

describe('a turn that throws', () => {
  test('rejects its own event, changes nothing, and the queue goes on', async () => {
    await desk.attach('chat', collect)
    const outcomes = await Promise.allSettled(['one', 'break', 'two'].map((word) => desk.receive(says(word))))
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(outcomes[1]).toMatchObject({ reason: expect.any(RangeError) })
    expect(await seen()).toEqual(['one', 'two'])
  })

  test('is answered with an apology that is not part of the conversation', async () => {
    await desk.attach('chat', collect)
    await desk.receive(says('break')).catch(() => {})
    expect(delivered).toHaveLength(1)
    expect(delivered[0]).toMatchObject({ conversation: 'chat:1', address: 'room of chat:1', effects: [] })
    expect(delivered[0]?.cards.map(cardToText).join()).toMatch(/nothing you told me before is lost/i)
    expect(await store.undelivered('chat')).toEqual([])
    expect(await seen()).toEqual([])
  })

  test('rejects with its own error also when the apology cannot be delivered', async () => {
    await desk.attach('chat', refuse)
    await expect(desk.receive(says('break'))).rejects.toThrow(RangeError)
  })

  test('is logged without the words it choked on', async () => {
    await desk.attach('chat', collect)
    await desk.receive(says('break', { event: 'e1' })).catch(() => {})
    expect(logged.join('')).toContain('"failure":"RangeError"')
    expect(logged.join('')).not.toContain('cannot work with')
  })
})

describe('being forgotten', () => {
  test('erases the conversation once the farewell was delivered', async () => {
    await desk.attach('chat', async (outgoing) => {
      expect(await store.undelivered('chat')).not.toEqual([])
      delivered.push(outgoing)
    })
    await desk.receive(says('forget me'))
    expect(titles()).toEqual(['turn 1'])
    await desk.receive(says('forget me'))
    expect(titles()).toEqual(['turn 1'])
    expect(await seen()).toEqual([])
  })

  test('is done at the next start when the farewell could not be delivered', async () => {
    await desk.attach('chat', refuse)
    await desk.receive(says('hello'))
    await desk.receive(says('forget me'))
    await openDesk().attach('chat', collect)
    expect(titles()).toEqual(['turn 1', 'turn 2'])
    expect(await seen()).toEqual([])
  })
})

describe('starting and closing', () => {
  test('a start forgets events of more than a day ago', async () => {
    await desk.attach('chat', collect)
    await desk.receive({ ...says('old'), at: '2026-02-28T09:59:59.000Z' })
    await desk.receive({ ...says('young'), at: '2026-02-28T10:00:01.000Z' })
    await desk.attach('chat', collect)
    await desk.receive(says('young'))
    await desk.receive(says('old'))
    expect(titles()).toEqual(['turn 1', 'turn 2', 'turn 3'])
  })

  test('closing finishes the turns in flight and takes no more', async () => {
    const held = gate()
    await desk.attach('chat', held.deliver)
    const inFlight = [desk.receive(says('one')), desk.receive(says('two'))]
    let closed = false
    const closing = desk.close().then(() => {
      closed = true
    })
    await expect(desk.receive(says('three'))).rejects.toMatchObject({ code: 'unavailable' })
    await until(() => held.waiting().length === 1)
    expect(closed).toBe(false)
    held.open()
    await Promise.all([...inFlight, closing])
    expect(titles()).toEqual(['turn 1', 'turn 2'])
  })
})
