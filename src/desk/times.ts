import { setTimeout as sleep } from 'node:timers/promises'
import type { Lease } from '../store/store.ts'

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** How long the desk waits for what; all in milliseconds. */
export interface Times {
  /** A delivery that takes longer counts as failed and is tried again. */
  delivery: number
  /** So long nobody else may deliver what this process has taken on. */
  lease: number
  /** Between two looks for what is due. */
  look: number
  /** First pause before a delivery is tried again; each further one is twice as long, up to `longestPause`. */
  firstPause: number
  longestPause: number
  /** Between two rounds of forgetting what is too old. */
  tidy: number
  /** So long a turn is tried again while a database server does not answer. */
  patience: number
  /** Closing waits so long for what is in flight; what is not delivered by then stays owed. */
  farewell: number
}

export const TIMES: Times = {
  // Both platforms answer within a few seconds or not at all, their own waiting for a rate limit included.
  delivery: 15 * SECOND_MS,
  // Twice as long, so that what is begun within the first half ends within it.
  lease: 30 * SECOND_MS,
  look: 5 * SECOND_MS,
  firstPause: 5 * SECOND_MS,
  longestPause: HOUR_MS,
  tidy: HOUR_MS,
  // A database server that is restarted or replaced is back within half a minute.
  patience: 40 * SECOND_MS,
  // A stopped program has ten seconds in all.
  farewell: 7 * SECOND_MS,
}

/** The pause after a failed delivery. */
export const pauseAfter = (attempt: number, times: Times): number =>
  Math.min(times.longestPause, times.firstPause * 2 ** (attempt - 1))

export const later = (now: Date, ms: number): string => new Date(now.getTime() + ms).toISOString()

/** A lease that begins now. */
export const leaseFrom = (now: Date, times: Times): Lease => ({
  from: now.toISOString(),
  until: later(now, times.lease),
})

/** Whether a delivery that begins now ends before the lease does. */
export const allowsDelivery = (lease: Lease, now: Date, times: Times): boolean =>
  now.getTime() + times.delivery <= Date.parse(lease.until)

/** Resolves when the work is done, and at the latest after so many milliseconds. */
export async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  const enough = new AbortController()
  const late = sleep(ms, undefined, { signal: enough.signal }).catch(() => {})
  await Promise.race([work, late])
  enough.abort()
}
