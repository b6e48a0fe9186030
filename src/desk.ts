import { card, notice } from './card/build.ts'
import type { Input, Turn } from './dialogue/conversation.ts'
import { PyframeError } from './errors.ts'
import { failureFields, type Log } from './log.ts'
import { createOutgoingId } from './store/outgoing-id.ts'
import { platformOf } from './store/platform.ts'
import type { Outgoing, Store } from './store/store.ts'

export { isCommand } from './dialogue/commands.ts'
export { setAside } from './store/location.ts'
export { openStore } from './store/open.ts'
export type { Store } from './store/store.ts'
export { isCorrupt } from './store/trouble.ts'

/** One thing a person did, as an adapter translated it. */
export interface Incoming {
  /** The platform's own id of the event, repeated when it delivers the event again. */
  event: string
  /** `<platform>:<...>` */
  conversation: string
  /** Where the reply goes, in the adapter's own terms. */
  address: string
  from: { id: string; name: string | null }
  input: Input
  /** ISO 8601 time at which it was received. */
  at: string
}

/** Sends a reply to its address; resolves when the platform has accepted it. */
export type Deliver = (outgoing: Outgoing) => Promise<void>

export interface Desk {
  /**
   * Takes one event, after those of the same conversation that came before it. Resolves when its cards were handed
   * over, or when that failed and they stay owed.
   *
   * @throws what the turn threw: nothing was saved, and the person was told so; or PyframeError `unavailable` after
   *   `close`
   */
  receive(incoming: Incoming): Promise<void>
  /**
   * Registers the front end of a platform, before its events come in, and delivers what is still owed there.
   *
   * @returns how many replies were owed and now delivered
   */
  attach(platform: string, deliver: Deliver): Promise<number>
  /** Takes nothing more and resolves when the turns in flight are finished. The store stays open. */
  close(): Promise<void>
}

/** Platforms deliver an event again for some minutes at most; after a day its id is safely of no use. */
const EVENT_MEMORY_MS = 24 * 60 * 60 * 1000

const APOLOGY = card(
  null,
  notice(
    'warning',
    'Something broke on my side, so I could not work with that. Nothing you told me before is lost; please try it again.',
  ),
)

/**
 * The one door of the front ends.
 *
 * @param options.turn one step of a conversation, with its consultant; given the last snapshot unchecked, or null
 * @param options.now the clock; default the system's
 */
export function createDesk(options: {
  store: Store
  turn: (snapshot: unknown, input: Input, now: Date) => Turn
  log: Log
  now?: () => Date
}): Desk {
  const { store, turn, log, now = () => new Date() } = options
  const queues = createQueues()
  const fronts = new Map<string, Deliver>()
  let open = true

  async function take(incoming: Incoming): Promise<void> {
    const { input, ...key } = incoming
    const { outgoing, repeated } = await store.apply(key, (snapshot) => turn(snapshot, input, now()))
    if (!repeated || (await isOwed(outgoing))) await handOver(outgoing)
  }

  async function isOwed({ id, conversation }: Outgoing): Promise<boolean> {
    const owed = await store.undelivered(platformOf(conversation))
    return owed.some((outgoing) => outgoing.id === id)
  }

  /** Delivers, does what else was asked for, then marks it done: whatever fails on the way is owed and done again. */
  async function handOver(outgoing: Outgoing): Promise<boolean> {
    try {
      await deliver(outgoing)
      for (const effect of outgoing.effects) await perform(effect, outgoing)
      await store.delivered(outgoing.id, now().toISOString())
      return true
    } catch (error) {
      log.warn({ ...idsOf(outgoing), ...failureFields(error) }, 'reply not delivered, stays owed')
      return false
    }
  }

  async function deliver(outgoing: Outgoing): Promise<void> {
    const platform = platformOf(outgoing.conversation)
    const front = fronts.get(platform)
    if (front === undefined) throw new PyframeError('unavailable', `no front end is attached for ${platform}`)
    await front(outgoing)
  }

  async function perform(effect: Outgoing['effects'][number], { conversation }: Outgoing): Promise<void> {
    switch (effect.kind) {
      case 'erase':
        return store.erase(conversation)
      default:
        return effect.kind satisfies never
    }
  }

  async function apologise({ event, conversation, address }: Incoming): Promise<void> {
    const apology = { id: createOutgoingId(), event, conversation, address, cards: [APOLOGY], effects: [] }
    await deliver(apology).catch((error) =>
      log.warn({ ...idsOf(apology), ...failureFields(error) }, 'apology not delivered'),
    )
  }

  return {
    async receive(incoming) {
      refuseWhenClosed(open)
      await queues.join(incoming.conversation, async () => {
        try {
          await take(incoming)
        } catch (error) {
          log.error({ ...idsOf(incoming), ...failureFields(error) }, 'event not taken')
          await apologise(incoming)
          throw error
        }
      })
    },

    async attach(platform, deliver) {
      refuseWhenClosed(open)
      await store.forgetEvents(new Date(now().getTime() - EVENT_MEMORY_MS).toISOString())
      const owed = await store.undelivered(platform)
      fronts.set(platform, deliver)
      const outcomes = await Promise.all(
        owed.map((outgoing) => queues.join(outgoing.conversation, () => handOver(outgoing))),
      )
      return outcomes.filter((delivered) => delivered).length
    },

    async close() {
      open = false
      log.info({ conversations: queues.size }, 'desk closes, turns in flight are finished')
      await queues.idle()
    },
  }
}

function refuseWhenClosed(open: boolean): void {
  if (!open) throw new PyframeError('unavailable', 'The desk is closed.')
}

const idsOf = ({ event, conversation }: { event: string; conversation: string }) => ({ event, conversation })

/** One queue per key, gone when it is empty. */
function createQueues() {
  const tails = new Map<string, Promise<void>>()
  return {
    /** How many queues somebody waits in. */
    get size(): number {
      return tails.size
    },
    /** Runs `work` when everything that joined this queue before it has ended, well or not. */
    join<T>(key: string, work: () => Promise<T>): Promise<T> {
      const outcome = (tails.get(key) ?? Promise.resolve()).then(work)
      const ended = () => leave(key, tail)
      const tail: Promise<void> = outcome.then(ended, ended)
      tails.set(key, tail)
      return outcome
    },
    /** Resolves when everything that has joined so far has ended. */
    idle: async () => void (await Promise.all(tails.values())),
  }

  function leave(key: string, tail: Promise<void>): void {
    if (tails.get(key) === tail) tails.delete(key)
  }
}
