import { escapeMarkup } from '../card/markup.ts'
import type { Action } from './actions.ts'
import { handOffCard, requestCard } from './cards/hand-off.ts'
import { LINES, lineCard } from './cards/lines.ts'
import { engineerCard } from './cards/start.ts'
import type { Turn } from './conversation.ts'
import { digress } from './proceed.ts'
import { activeOf, type Context, turn, wait } from './state.ts'

/** Asks whether an engineer may be told; where none is reached from here, shows how to find one. */
export function askEngineer(context: Context): Turn {
  if (!context.place.engineers) return digress(context, [engineerCard(context.consultant)])
  const waiting = wait(context, { kind: 'hand_off', back: activeOf(context).pending })
  return turn(waiting.conversation, [handOffCard(waiting)])
}

/** Longer notes say more than a first contact needs. */
const MAX_NOTE = 1_000

/**
 * What was decided about the hand-off.
 *
 * @param action `yes`, `no`, `contact`, or the number of a form of engagement that is enquired about
 * @param words the note; null = none
 */
export function handOff(context: Context, { args: [reply = ''] }: Action, words: string | null): Turn | null {
  const { pending } = activeOf(context)
  if (pending?.kind !== 'hand_off') return null
  const decided = wait(context, pending.back)
  if (reply === 'no') return digress(decided, [lineCard(LINES.notHandedOff)])
  const { company } = context.consultant.catalogue
  const enquiry = company.engagement[Number(reply)]?.name ?? null
  if (!context.place.engineers || (reply !== 'yes' && enquiry === null))
    return digress(decided, [engineerCard(context.consultant)])
  const note = words?.trim().slice(0, MAX_NOTE) || null
  const { reference } = context.place
  const cards = [requestCard(decided, { note, enquiry })]
  const said = lineCard(LINES.handedOff(company.name))
  return { ...digress(decided, [said]), effects: [{ kind: 'hand_off', reference, cards }] }
}

/** Somebody says "I take it" below a request that was posted; nothing of theirs changes. */
export function takeOver({ conversation, place }: Context, { args: [reference = ''] }: Action): Turn {
  const who = place.name === null ? null : escapeMarkup(place.name)
  const told = [lineCard(LINES.taken(who))]
  const mine = [lineCard(LINES.mine(who))]
  const late = [lineCard(LINES.takenBefore)]
  return turn(conversation, [], [{ kind: 'take', reference, told, mine, late }])
}
