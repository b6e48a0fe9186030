import type { EventKey, Lease } from '../../src/store/store.ts'

/** When everything in these tests happens. */
export const AT = '2026-03-01T10:00:00.000Z'

/** So many seconds after `AT`. */
export const secondsOn = (seconds: number): string => new Date(Date.parse(AT) + seconds * 1000).toISOString()

/** A lease of half a minute, taken so many seconds after `AT`. */
export const leaseAt = (seconds = 0): Lease => ({ from: secondsOn(seconds), until: secondsOn(seconds + 30) })

export const keyOf = (event: string, conversation = 'chat:1'): EventKey => ({
  event,
  conversation,
  address: 'room 7',
  at: AT,
})

/** Names and texts that a database, a format or a language may take for something else. */
export const HOSTILE = [
  '__proto__',
  'constructor',
  'toString',
  `'; drop table events; --`,
  '"double" \\ back\\slash \\u0041',
  'nul \0 inside',
  'half \ud83d a pair',
  'other half \ude00',
  'right to left \u202e and back \u202c',
  'emoji \u{1f9d1}\u200d\u{1f4bb}',
  '%_*?',
  'line\nbreak\r\n\u2028',
]
