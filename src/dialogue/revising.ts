import type { LevelRequirement } from '../advice/requirements.ts'
import { LINES, lineCard } from './cards/lines.ts'
import { changeCard, takenBackCard } from './cards/questions.ts'
import type { Turn } from './conversation.ts'
import { withLevel } from './merge.ts'
import { digress, proceed } from './proceed.ts'
import { record } from './record.ts'
import { activeOf, type Context, turn, wait } from './state.ts'

/* Answers set right, and taken back. */

/** Asks a question again, or takes the new answer at once; without a criterion, asks for it. */
export function changeAnswer(context: Context, argument: string): Turn {
  const { catalogue, language } = context.consultant
  const [named] = argument === '' ? [] : language.understand(argument, context.now).criteria
  const id = catalogue.criterion(argument)?.id ?? named
  if (id !== undefined) {
    const level = levelNamed(context, id, argument)
    if (level) return record(context, withLevel(activeOf(context).requirements, id, level))
    return digress(wait(context, { kind: 'question', criterion: id }), [])
  }
  return turn(context.conversation, [changeCard(context, activeOf(context))])
}

/** The new answer in "performance to high"; null when only the criterion is named. */
function levelNamed({ consultant, now }: Context, id: string, argument: string): LevelRequirement | null {
  const [, wish] = /\bto (.+)$/i.exec(argument) ?? []
  const level = wish === undefined ? null : consultant.language.answer(id, wish, null, now).level
  return level === null || level === 'unknown' ? null : { level, origin: 'answered', words: argument }
}

/** Takes the last change back. */
export function back(context: Context): Turn {
  const undo = context.conversation.undo.at(-1)
  if (!undo) return digress(context, [lineCard(LINES.nothingToTakeBack)])
  const active = { ...activeOf(context), ...undo }
  const rest = context.conversation.undo.slice(0, -1)
  const restored = { ...context, conversation: { ...context.conversation, active, undo: rest, unclear: 0 } }
  const notice = takenBackCard(restored, activeOf(context))
  return undo.pending ? digress(restored, [notice]) : proceed(restored, [notice])
}
