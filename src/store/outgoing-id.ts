import { randomBytes } from 'node:crypto'

const RADIX = 36
/** Enough digits for milliseconds until the year 5138. */
const TIME_DIGITS = 9
const COUNT_DIGITS = 4
const RANDOM_BYTES = 5

let last = { ms: 0, count: 0 }

/**
 * A new id for a reply: 23 lower-case letters and digits, since a platform may take it as a key of at most 25.
 * Ids of one process sort in the order they were made, also when its clock is set back.
 */
export function createOutgoingId(): string {
  const ms = Math.max(Date.now(), last.ms)
  last = { ms, count: ms === last.ms ? last.count + 1 : 0 }
  return (
    digits(ms, TIME_DIGITS) + digits(last.count, COUNT_DIGITS) + randomBytes(RANDOM_BYTES).toString('hex')
  )
}

const digits = (value: number, width: number): string => value.toString(RADIX).padStart(width, '0')
