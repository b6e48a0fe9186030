import type { Card } from '../card/card.ts'
import type { Understood } from '../language/understand.ts'
import { decodeAction, type Verb } from './actions.ts'
import type { Consultant } from './consultant.ts'
import type { Conversation, Input, Pending, Place, Said, Turn } from './conversation.ts'
import { decisionOf } from './decision.ts'
import { isRemark } from './feedback.ts'
import { pressedBy, withOffers } from './offered.ts'
import { onAction } from './on-action.ts'
import { onAnswers } from './on-answers.ts'
import { onCommand } from './on-command.ts'
import { onText } from './on-text.ts'
import { askOutcome, withDayToAsk } from './outcome.ts'
import { digress } from './proceed.ts'
import { reminderFor, touched } from './reminder.ts'
import { type Context, NOWHERE, wait } from './state.ts'
import { tallyOf } from './tally.ts'
import { withWayOn } from './way-on.ts'

/**
 * One step of a conversation. Pure: the same consultant, conversation, input and time always give the same outcome,
 * so that a step can be replayed, run again after a write conflict, and tested as a transcript.
 *
 * @param conversation what the last step left, or `newConversation()`
 * @param now only used for dates ("before Christmas") and time stamps
 * @param by display name of who did it, where several people share the conversation; null where only one can speak
 * @param place where it happens, as far as that matters
 */
export function turn(
  consultant: Consultant,
  conversation: Conversation,
  typed: Input,
  now: Date,
  by: string | null = null,
  place: Place = NOWHERE,
): Turn {
  const next = { ...conversation, step: conversation.step + 1 }
  const here = { consultant, conversation: next, now, by, place }
  if (typed.kind === 'due') return askOutcome(here, typed.project)
  const { input, echo } = pressedBy(conversation, typed)
  const context = input ? leaveDecision(here, input) : here
  const outcome: Turn = input
    ? withDayToAsk(context, take(context, input))
    : { ...digress(context, []), sureness: 'nothing' }
  const { sureness = typed.kind === 'text' ? 'sure' : undefined } = outcome
  const shown = withOffers(reminded(context, withWayOn(context, echoed(echo, outcome))))
  const noted = { ...shown, ...(sureness !== undefined && { sureness }), ...remarkOf(outcome) }
  const tallies = tallyOf(conversation, typed, { ...outcome, ...noted })
  return tallies.length === 0 ? noted : { ...noted, tallies }
}

const remarkOf = ({ remark }: Turn): Pick<Turn, 'remark'> => (remark === undefined ? {} : { remark })

const echoed = (echo: readonly Card[], outcome: Turn): Turn => ({
  ...outcome,
  cards: [...echo, ...outcome.cards],
})

/** Whoever comes back after days and goes on with the same project is told where they were. */
function reminded(context: Context, { conversation, cards, effects }: Turn): Turn {
  const reminder = reminderFor(context)
  if (reminder === null || conversation.active?.id !== context.conversation.active?.id)
    return { conversation, cards, effects }
  return { conversation: touched(conversation, context.now), cards: [reminder, ...cards], effects }
}

function take(context: Context, input: Said): Turn {
  switch (input.kind) {
    case 'text':
      return onText(context, input.text, input.amended)
    case 'action':
      return onAction(context, input.action, input.values ?? null, input.text)
    case 'command':
      return onCommand(context, input.command, input.text)
    case 'answers':
      return onAnswers(context, input)
    default:
      return input satisfies never
  }
}

/**
 * What was asked about and not decided (a what-if, a deletion, a hand-off, a remark) is dropped as soon as something else is said: a "yes"
 * some turns later must not be taken for it.
 */
function leaveDecision(context: Context, input: Said): Context {
  const pending = context.conversation.active?.pending
  // What is decided leads back to what waited before.
  if (!pending || !('back' in pending)) return context
  return decides(context, pending, input) ? context : wait(context, pending.back)
}

const DECIDING: readonly Verb[] = ['erase', 'keep', 'handoff', 'remark']

const settles = (pending: Pending, understood: Understood): boolean =>
  pending.kind === 'remark' ? isRemark(understood) : decisionOf(pending, understood) !== null

function decides({ consultant, now }: Context, pending: Pending, input: Said): boolean {
  switch (input.kind) {
    case 'text':
      return settles(pending, consultant.language.understand(input.text, now))
    case 'action':
      return DECIDING.some((verb) => verb === decodeAction(input.action)?.verb)
    case 'command':
    case 'answers':
      return false
    default:
      return input satisfies never
  }
}
