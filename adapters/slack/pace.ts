import { setTimeout as wait } from 'node:timers/promises'
import { PyframeError } from '../../src/errors.ts'
import { retryAfter } from './failures.ts'

const SECOND_MS = 1_000

/** Slack takes one message a second in a channel, and forgives short bursts. */
const INTERVAL_MS = SECOND_MS
const BURST = 3

/** More are only remembered while something waits in them. */
const MOST_CHANNELS = 5_000

/** Keeps messages to one channel in order and no more of them than Slack takes. */
export interface Pace {
  /**
   * Does `work` when the channel is free; again after the pause Slack asks for.
   *
   * @param until ms of the clock after which it must not begin: by then somebody else may have taken it over
   * @throws PyframeError `unavailable` when there is no room before that; nothing was sent then
   */
  inTurn<T>(channel: string, until: number, work: () => Promise<T>): Promise<T>
}

interface Lane {
  tail: Promise<unknown>
  waiting: number
  /** Ms of the clock at which the allowance is whole again: one interval later for each message. */
  free: number
}

/**
 * @param clock ms; default the system's
 * @param sleep waits so many ms
 */
export function createPace(
  clock: () => number = Date.now,
  sleep: (ms: number) => Promise<unknown> = (ms) => wait(ms),
): Pace {
  const lanes = new Map<string, Lane>()

  async function proceed<T>(lane: Lane, until: number, work: () => Promise<T>): Promise<T> {
    for (;;) {
      const start = Math.max(clock(), lane.free - (BURST - 1) * INTERVAL_MS)
      if (start > until)
        throw new PyframeError('unavailable', 'the channel takes no more messages for the moment')
      if (start > clock()) await sleep(start - clock())
      lane.free = Math.max(lane.free, clock()) + INTERVAL_MS
      try {
        return await work()
      } catch (error) {
        const seconds = retryAfter(error)
        if (seconds === null) throw error
        lane.free = clock() + seconds * SECOND_MS + (BURST - 1) * INTERVAL_MS
      }
    }
  }

  function laneOf(channel: string): Lane {
    const known = lanes.get(channel)
    if (known) return known
    if (lanes.size >= MOST_CHANNELS) {
      for (const [key, { waiting, free }] of lanes) if (waiting === 0 && free <= clock()) lanes.delete(key)
    }
    const lane: Lane = { tail: Promise.resolve(), waiting: 0, free: 0 }
    lanes.set(channel, lane)
    return lane
  }

  return {
    inTurn(channel, until, work) {
      const lane = laneOf(channel)
      lane.waiting += 1
      const done = lane.tail
        .then(() => proceed(lane, until, work))
        .finally(() => {
          lane.waiting -= 1
        })
      lane.tail = done.catch(() => {})
      return done
    },
  }
}
