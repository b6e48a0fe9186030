import { decodeAction } from './actions.ts'
import type { Consultant } from './consultant.ts'
import type { Conversation, Input, Pending, Turn } from './conversation.ts'
import { decisionOf } from './decision.ts'
import { onAction } from './on-action.ts'
import { onCommand } from './on-command.ts'
import { onText } from './on-text.ts'
import { type Context, wait } from './state.ts'

/**
 * One step of a conversation. Pure: the same consultant, conversation, input and time always give the same outcome,
 * so that a step can be replayed, run again after a write conflict, and tested as a transcript.
 *
 * @param conversation what the last step left, or `newConversation()`
 * @param now only used for dates ("before Christmas") and time stamps
 */
export function turn(consultant: Consultant, conversation: Conversation, input: Input, now: Date): Turn {
  const next = { ...conversation, step: conversation.step + 1 }
  const context = leaveDecision({ consultant, conversation: next, now }, input)
  switch (input.kind) {
    case 'text':
      return onText(context, input.text)
    case 'action':
      return onAction(context, input.action, input.values ?? null)
    case 'command':
      return onCommand(context, input.command, input.text)
    default:
      return input satisfies never
  }
}

/**
 * A what-if or a deletion that was asked about and not decided is dropped as soon as something else is said: a "yes"
 * some turns later must not be taken for it.
 */
function leaveDecision(context: Context, input: Input): Context {
  const pending = context.conversation.active?.pending
  if (pending?.kind !== 'erase' && pending?.kind !== 'what_if') return context
  return decides(context, pending, input) ? context : wait(context, pending.back)
}

function decides({ consultant, now }: Context, pending: Pending, input: Input): boolean {
  switch (input.kind) {
    case 'text':
      return decisionOf(pending, consultant.language.understand(input.text, now)) !== null
    case 'action':
      return ['erase', 'keep'].includes(decodeAction(input.action)?.verb ?? '')
    case 'command':
      return false
    default:
      return input satisfies never
  }
}
