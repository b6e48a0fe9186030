import type { Card } from '../card/card.ts'
import { PyframeError } from '../errors.ts'
import { failureFields, type Log, withFields } from '../log.ts'
import { platformOf } from '../store/platform.ts'
import type { Lease, Outgoing, Purpose, Store, Tallied } from '../store/store.ts'
import { type Observer, traceOf } from './observer.ts'
import { allowsDelivery, later, pauseAfter, type Times } from './times.ts'

/** What reaches a front end: the rest the desk does itself. */
export type Sent = Outgoing & { purpose: Exclude<Purpose, 'erase' | 'stats'> }

/** Sends something to its address; resolves when the platform has accepted it. */
export type Deliver = (sent: Sent) => Promise<void>

export interface Delivery {
  fronts: Map<string, Deliver>
  /**
   * Hands over what is leased to us, in order. Whatever fails, or comes too late for its lease, stays owed.
   *
   * @returns how many reached a front end
   */
  handOver(outgoing: readonly Outgoing[], lease: Lease): Promise<number>
  /** Hands over something that is not owed to anybody: when it fails it is lost. */
  tell(sent: Sent): Promise<void>
  /** Whether something of this conversation could not be delivered since the last `caughtUp`. */
  isBehind(conversation: string): boolean
  caughtUp(conversation: string): void
}

/** More are not remembered: their late replies then come after newer ones. */
const MOST_BEHIND = 10_000

/** Brings what the outbox holds to the front ends, and does what they have no part in. */
export function createDelivery(options: {
  store: Store
  log: Log
  now: () => Date
  times: Times
  observe: Observer
  /** What was counted, as it is shown. */
  counted: (tallied: readonly Tallied[]) => Card[]
}): Delivery {
  const { store, log, now, times, observe, counted } = options
  const fronts = new Map<string, Deliver>()
  const behind = new Set<string>()

  async function handOver(outgoing: readonly Outgoing[], lease: Lease): Promise<number> {
    let sent = 0
    const failed = new Set<string>()
    for (const each of outgoing) {
      // By now another process may have taken it.
      if (!allowsDelivery(lease, now(), times)) break
      // A farewell comes before everything of the person goes.
      if (each.purpose === 'erase' && failed.has(each.event)) await postpone(each)
      else if (!(await attempt(each))) failed.add(each.event)
      else if (each.purpose !== 'erase') sent += 1
    }
    return sent
  }

  /** Delivers, then marks it done: whatever fails on the way is owed and done again. */
  async function attempt(outgoing: Outgoing): Promise<boolean> {
    const began = performance.now()
    const { id, purpose, attempt: nth } = outgoing
    const about = { ...traceOf(outgoing), outgoing: id, purpose, attempt: nth }
    try {
      if (outgoing.purpose === 'erase') await store.erase(outgoing.conversation)
      else {
        await send(await readyToSend(outgoing))
        await store.delivered(outgoing.id, now().toISOString())
      }
      observe({ ...about, kind: 'delivered', tookMs: performance.now() - began })
      return true
    } catch (error) {
      observe({ ...about, kind: 'not_delivered', error })
      log.warn({ ...idsOf(outgoing), ...failureFields(error) }, 'not delivered, stays owed')
      await postpone(outgoing)
      return false
    }
  }

  /** Counts are read when they are shown: nobody needs them kept with what is owed. */
  async function readyToSend({ purpose, ...outgoing }: Outgoing): Promise<Sent> {
    if (purpose === 'stats') return { ...outgoing, purpose: 'reply', cards: counted(await store.tallies()) }
    if (purpose === 'erase') throw new PyframeError('data', 'An erasure is nothing to send.')
    return { ...outgoing, purpose }
  }

  /** When even that fails, the lease runs out and the row is due by itself. */
  async function postpone(outgoing: Outgoing): Promise<void> {
    if (behind.size < MOST_BEHIND) behind.add(outgoing.conversation)
    const until = later(now(), pauseAfter(outgoing.attempt, times))
    await store
      .postpone(outgoing, until)
      .catch((error) => log.warn({ ...idsOf(outgoing), ...failureFields(error) }, 'lease not given back'))
  }

  async function send(outgoing: Sent): Promise<void> {
    const platform = platformOf(outgoing.conversation)
    const front = fronts.get(platform)
    if (front === undefined) throw new PyframeError('unavailable', `no front end is attached for ${platform}`)
    await within(
      times.delivery,
      withFields({ event: outgoing.event }, () => front(outgoing)),
    )
  }

  return {
    fronts,
    handOver,
    tell: (outgoing) =>
      send(outgoing).catch((error) =>
        log.warn({ ...idsOf(outgoing), ...failureFields(error) }, 'word not delivered'),
      ),
    isBehind: (conversation) => behind.has(conversation),
    caughtUp: (conversation) => void behind.delete(conversation),
  }
}

/** Fails when the work takes longer; nothing can stop it then, but nobody waits for it any more. */
function within(ms: number, work: Promise<void>): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const late = () => reject(new PyframeError('unavailable', `no answer within ${ms} ms`))
  const timer = setTimeout(late, ms)
  work.then(resolve, reject).finally(() => clearTimeout(timer))
  return promise
}

const idsOf = ({ id, event, conversation, purpose, attempt }: Outgoing) => ({
  outgoing: id,
  event,
  conversation,
  purpose,
  attempt,
})
