import type { Input } from '../dialogue/conversation.ts'
import type { Purpose } from '../store/store.ts'

/** Which event it is about; the ids are for logs, never for figures. */
interface Trace {
  event: string
  conversation: string
}

/** Whether a text was understood; null where nothing had to be, as with a button. */
export type Understanding = 'understood' | 'unsure' | 'declined' | null

/** Something a desk did, without a word of what was said. All durations in milliseconds. */
export type Happening =
  /** An event was stepped, or was found to have been stepped before. */
  | (Trace & {
      kind: 'taken'
      input: Input['kind']
      repeated: boolean
      understanding: Understanding
      /** Behind earlier events of the same conversation. */
      waitedMs: number
      /** The pure turn; with each run of it after a conflict. */
      turnMs: number
      /** The transaction, without the turn in it. */
      storeMs: number
    })
  /** An event was not stepped, since there were too many, of that person or of all. */
  | (Trace & { kind: 'left_out'; reason: 'person_full' | 'all_full' })
  /** An event was not stepped, since something broke. */
  | (Trace & { kind: 'failed'; error: unknown })
  | (Trace & { kind: 'delivered'; outgoing: string; purpose: Purpose; attempt: number; tookMs: number })
  | (Trace & { kind: 'not_delivered'; outgoing: string; purpose: Purpose; attempt: number; error: unknown })
  /** Everything for one event is over, whatever came of it. */
  | (Trace & { kind: 'finished'; tookMs: number })
  /** How many events wait or are being worked on, of how many conversations. */
  | { kind: 'queue'; events: number; conversations: number }

/** Looks on, and must not throw. */
export type Observer = (happening: Happening) => void

/** Whole and broken milliseconds since some moment in the past, which no change of the clock touches. */
export const ticks = (): number => performance.now()
