import type { Input, Turn } from '../dialogue/conversation.ts'
import { platformOf } from '../store/platform.ts'
import type { Purpose } from '../store/store.ts'

/** Which event it is about; the ids are for logs, never for figures. */
interface Trace {
  platform: string
  event: string
  conversation: string
}

interface OfOutgoing extends Trace {
  outgoing: string
  purpose: Purpose
  attempt: number
}

/** An event was stepped, or was found to have been stepped before. Durations in milliseconds. */
interface Taken extends Trace {
  kind: 'taken'
  input: Input['kind']
  repeated: boolean
  /** Undefined where nothing had to be understood, as with a button. */
  sureness: Turn['sureness']
  /** Behind earlier events of the same conversation. */
  waitedMs: number
  /** The pure turn, with each run of it after a conflict. */
  turnMs: number
  /** The transaction, and waiting for a database that does not answer; without the turn. */
  storeMs: number
}

/** Something a desk did, without a word of what was said. */
export type Happening =
  /** An event waits, or is being worked on; `finished` follows, once. */
  | (Trace & { kind: 'entered' })
  /** An event was not stepped, since there were too many, of that person or of all. */
  | (Trace & { kind: 'left_out'; reason: 'person_full' | 'all_full' | 'told' })
  | Taken
  /** An event was not stepped, since something broke. */
  | (Trace & { kind: 'failed'; error: unknown })
  | (OfOutgoing & { kind: 'delivered'; tookMs: number })
  /** It stays owed. */
  | (OfOutgoing & { kind: 'not_delivered'; error: unknown })
  /** Everything for an event that had entered is over, whatever came of it. */
  | (Trace & { kind: 'finished'; tookMs: number })

/** Looks on; must not throw. */
export type Observer = (happening: Happening) => void

/** What every happening about an event begins with. */
export const traceOf = ({ event, conversation }: { event: string; conversation: string }): Trace => ({
  platform: platformOf(conversation),
  event,
  conversation,
})
