import { card, notice } from '../card/build.ts'
import type { Consultant } from './consultant.ts'
import type { Input, Place, Turn } from './conversation.ts'
import { restore } from './restore.ts'
import { NOWHERE } from './state.ts'
import { turn } from './turn.ts'

/** A turn on a snapshot as it comes back from the store: not yet checked, perhaps of another version. See `turn` for `by` and `place`. */
export type Step = (snapshot: unknown, input: Input, now: Date, by?: string | null, place?: Place) => Turn

/** Binds the consultant: what the desk calls for every event. */
export function createStep(consultant: Consultant): Step {
  return (snapshot, input, now, by = null, place = NOWHERE) => {
    const { conversation, lost } = restore(consultant.catalogue, snapshot)
    const outcome = turn(consultant, conversation, input, now, by, place)
    if (lost === null) return outcome
    return { ...outcome, cards: [card(null, notice('info', lost)), ...outcome.cards] }
  }
}
