import { randomUUID } from 'node:crypto'
import type { Card } from '../src/card/card.ts'
import { createDesk, type Desk, openStore } from '../src/desk.ts'
import type { Input } from '../src/dialogue/conversation.ts'
import type { Step } from '../src/dialogue/step.ts'
import { createLog } from '../src/log.ts'
import { NO_VIEWS } from '../test/support/views.ts'
import { createPresser, START } from './presser.ts'

/** Takes turns until a time on the clock of `performance.now()` and gives how many. */
export type Runner = (until: number) => number | Promise<number>

/** Dialogues one after the other, each conversation kept in a variable. */
export function inMemory(step: Step): Runner {
  let dialogues = 0
  return (until) => {
    let turns = 0
    while (performance.now() < until) {
      const presser = createPresser(dialogues)
      dialogues += 1
      let snapshot: unknown = null
      for (let input: Input | null = START; input !== null; turns += 1) {
        const { conversation, cards } = step(snapshot, input, new Date())
        snapshot = conversation
        input = presser.next(cards)
      }
    }
    return turns
  }
}

export interface OpenDesk {
  desk: Desk
  /** What each conversation was last shown. */
  shown: Map<string, Card[]>
  close(): Promise<void>
}

/** A desk on the store at `url` that shows its cards to nobody. */
export async function openDesk(turn: Step, url: string, durability: 'process' | 'power'): Promise<OpenDesk> {
  const store = await openStore(url, { durability })
  const desk = createDesk({ store, turn, views: NO_VIEWS, log: createLog('error') })
  const shown = new Map<string, Card[]>()
  await desk.attach('bench', async ({ conversation, cards }) => void shown.set(conversation, cards))
  return { desk, shown, close: () => desk.close().then(store.close) }
}

/**
 * Dialogues of so many people at the same time through a desk.
 *
 * @param waits takes the milliseconds of each turn, from the press to the reply
 */
export function throughDesk({ desk, shown }: OpenDesk, people: number, waits: number[]): Runner {
  let dialogues = 0
  const talk = async (until: number): Promise<number> => {
    let turns = 0
    while (performance.now() < until) {
      const presser = createPresser(dialogues)
      dialogues += 1
      const conversation = `bench:${randomUUID()}`
      for (let input: Input | null = START; input !== null; turns += 1) {
        const pressed = performance.now()
        await desk.receive(eventOf(conversation, input))
        waits.push(performance.now() - pressed)
        input = presser.next(shown.get(conversation) ?? [])
      }
      shown.delete(conversation)
    }
    return turns
  }
  return async (until) => {
    const turns = await Promise.all(Array.from({ length: people }, () => talk(until)))
    return turns.reduce((sum, count) => sum + count, 0)
  }
}

export const eventOf = (conversation: string, input: Input) => ({
  event: randomUUID(),
  conversation,
  address: 'bench',
  from: { id: conversation, name: null },
  input,
  at: new Date().toISOString(),
})
