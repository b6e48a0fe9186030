import type { Consultant } from './consultant.ts'
import type { Conversation, Input, Turn } from './conversation.ts'
import { onAction } from './on-action.ts'
import { onCommand } from './on-command.ts'
import { onText } from './on-text.ts'
import type { Context } from './state.ts'

/**
 * One step of a conversation. Pure: the same consultant, conversation, input and time always give the same outcome,
 * so that a step can be replayed, run again after a write conflict, and tested as a transcript.
 *
 * @param conversation what the last step left, or `newConversation()`
 * @param now only used for dates ("before Christmas") and time stamps
 */
export function turn(consultant: Consultant, conversation: Conversation, input: Input, now: Date): Turn {
  const next = { ...conversation, step: conversation.step + 1 }
  const context: Context = { consultant, conversation: next, now }
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
