import { randomUUID } from 'node:crypto'

const RADIX = 36
/** Enough digits for milliseconds until the year 5138. */
const TIME_DIGITS = 9
const COUNT_DIGITS = 4
const RANDOM_DIGITS = 10

let last = { ms: 0, count: 0 }

/**
 * A new id for a reply: 23 lower-case letters and digits, since a platform may take it as a key of at most 25.
 * Ids of one process sort in the order they were made, also when its clock is set back.
 */
export function createOutgoingId(): string {
  const ms = Math.max(Date.now(), last.ms)
  last = { ms, count: ms === last.ms ? last.count + 1 : 0 }
  // Node draws the randomness of many of these at once; single bytes cost more than all the rest here.
  const random = randomUUID().replaceAll('-', '').slice(0, RANDOM_DIGITS)
  return digits(ms, TIME_DIGITS) + digits(last.count, COUNT_DIGITS) + random
}

const digits = (value: number, width: number): string => value.toString(RADIX).padStart(width, '0')
