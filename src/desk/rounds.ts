import { failureFields, type Log } from '../log.ts'
import type { Claim, Store } from '../store/store.ts'
import type { Delivery } from './delivery.ts'
import type { Queues } from './queues.ts'
import { DAY_MS, leaseFrom, type Times } from './times.ts'

/** Platforms deliver an event again for some minutes at most; after a day its id is safely of no use. */
const EVENT_MEMORY_MS = DAY_MS

/** Delivered at the same time; more would only wait for the platform's rate limit, and their leases with them. */
const BATCH = 20

/** What is done again and again: looking for what is owed or to be asked, and forgetting what is too old. */
export interface Rounds {
  /**
   * Delivers everything of a platform that waits for nobody else, whatever pause it was given.
   *
   * @param ready called when it is known what is owed, before the first of it is delivered
   * @returns how many were delivered
   */
  catchUp(platform: string, ready: () => void): Promise<number>
  /** Begins with the first call. */
  start(): void
  /** Resolves when the round in flight has ended. */
  stop(): Promise<void>
}

export function createRounds(options: {
  store: Store
  delivery: Delivery
  queues: Queues
  log: Log
  now: () => Date
  times: Times
  keepMs: number
  /** Asks what is due to be asked on a platform. */
  askDue: (platform: string) => Promise<void>
}): Rounds {
  const { store, delivery, queues, log, now, times, keepMs, askDue } = options
  let timer: NodeJS.Timeout | undefined
  let round: Promise<void> | null = null
  let stopped = false
  let tidied = Number.NEGATIVE_INFINITY

  /** Claims a batch and puts it into the queues; `ended` gives how many were delivered. */
  async function deliverBatch(claim: Omit<Claim, 'limit'>, ready: () => void = () => {}) {
    const lease = leaseFrom(now(), times)
    const claimed = await store.claim({ ...claim, limit: BATCH }, lease)
    ready()
    const ended = Promise.all(
      claimed.map((outgoing) =>
        queues.join(outgoing.conversation, () => delivery.handOver([outgoing], lease)),
      ),
    )
    return { last: claimed.at(-1)?.id, ended }
  }

  async function deliverDue(platform: string): Promise<number> {
    let sent = 0
    while (!stopped) {
      const { last, ended } = await deliverBatch({ platform, which: 'due' })
      if (last === undefined) break
      sent += sum(await ended)
    }
    return sent
  }

  async function catchUp(platform: string, ready: () => void): Promise<number> {
    // A file has one process: what it had taken on before it died is nobody else's.
    const which = store.shared ? 'free' : 'all'
    await tidy()
    let sent = 0
    for (let after = ''; !stopped; ) {
      const { last, ended } = await deliverBatch({ platform, which, after }, ready)
      if (last === undefined) break
      sent += sum(await ended)
      after = last
    }
    return sent + (await deliverDue(platform))
  }

  async function tidy(): Promise<void> {
    const at = now().getTime()
    if (at - tidied < times.tidy) return
    tidied = at
    await store.forgetEvents(new Date(at - EVENT_MEMORY_MS).toISOString())
    if (Number.isFinite(keepMs)) await store.expire(new Date(at - keepMs).toISOString())
    await store.scrub()
  }

  /** A round that fails is no more than late: the next one does the same. */
  async function goRound(): Promise<void> {
    try {
      await tidy()
      for (const platform of delivery.fronts.keys()) {
        await deliverDue(platform)
        await askDue(platform)
      }
    } catch (error) {
      log.warn(failureFields(error), 'round of the desk not finished')
    }
  }

  return {
    catchUp,
    start() {
      timer ??= setInterval(() => {
        round ??= goRound().finally(() => {
          round = null
        })
      }, times.look).unref()
    },
    async stop() {
      stopped = true
      clearInterval(timer)
      await round
    },
  }
}

const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0)
