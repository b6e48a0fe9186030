import { expect } from 'vitest'
import { createDesk, type Deliver, type Desk, type DeskOptions, type Incoming } from '../../src/desk.ts'
import type { Input, Turn } from '../../src/dialogue/conversation.ts'
import { createLog } from '../../src/log.ts'
import { openStore } from '../../src/store/open.ts'
import type { Outgoing, Store } from '../../src/store/store.ts'
import { countTurn, seenBy } from '../store/counting.ts'
import { NO_VIEWS } from './views.ts'

const START = new Date('2026-03-01T10:00:00.000Z')

/** Counts; "break" throws, "forget me" asks to be erased, and "share" to be shared. */
export function wordTurn(snapshot: unknown, input: Input): Turn {
  const word =
    input.kind === 'action'
      ? input.action
      : input.kind === 'answers' || input.kind === 'due'
        ? ''
        : input.text
  if (word === 'break') throw new RangeError(`cannot work with ${word}`)
  const counted = countTurn(snapshot, word)
  if (word === 'forget me') return { ...counted, effects: [{ kind: 'erase' }] }
  if (word === 'share')
    return {
      ...counted,
      effects: [{ kind: 'share', cards: counted.cards, reference: 'r', copy: null as never }],
    }
  return counted
}

/** A message; from somebody of its own in each conversation, unless a person is named. */
export function says(
  text: string,
  given: { event?: string; conversation?: string; person?: string } = {},
): Incoming {
  const { event = `event of ${text}`, conversation = 'chat:1' } = given
  const { person = conversation } = given
  return {
    event,
    conversation,
    address: `room of ${conversation}`,
    from: { id: person, name: `name of ${person}` },
    input: { kind: 'text', text },
    at: START.toISOString(),
  }
}

export const titlesOf = (rows: readonly Outgoing[]) => rows.map((outgoing) => outgoing.cards[0]?.title)

export const refuse: Deliver = async () => {
  throw new Error('the platform said no to "some words"')
}

export const until = (condition: () => boolean) => expect.poll(condition, { interval: 1 }).toBe(true)

/** A front end that holds replies back until it is told to let them go. */
export function createGate() {
  const { promise, resolve } = Promise.withResolvers<void>()
  const waiting: string[] = []
  const delivered: Outgoing[] = []
  const deliver: Deliver = async (outgoing) => {
    waiting.push(outgoing.conversation)
    await promise
    delivered.push(outgoing)
  }
  return { deliver, waiting, delivered, open: resolve }
}

/** A store in memory, the desks over it, what they delivered and logged, and a clock that is set by hand. */
export async function openOffice(store?: Store) {
  const kept = store ?? (await openStore('file::memory:'))
  const desks: Desk[] = []
  const delivered: Outgoing[] = []
  const logged: string[] = []
  let now = START
  return {
    store: kept,
    delivered,
    logged,
    now: () => now,
    pass: (ms: number) => {
      now = new Date(now.getTime() + ms)
    },
    collect: (async (outgoing) => void delivered.push(outgoing)) satisfies Deliver,
    /** A desk over the store, as after a start; unless told otherwise it never looks for what is due by itself. */
    open(options: Partial<DeskOptions> = {}): Desk {
      const log = createLog('debug', { write: (line) => void logged.push(line) })
      const times = { look: 3_600_000, ...options.times }
      const own = { store: kept, turn: wordTurn, views: NO_VIEWS, log, now: () => now, ...options, times }
      const desk = createDesk(own)
      desks.push(desk)
      return desk
    },
    seen: async (conversation = 'chat:1') => seenBy(await kept.read(conversation)),
    async close() {
      await Promise.all(desks.map((desk) => desk.close()))
      await kept.close()
    },
  }
}
