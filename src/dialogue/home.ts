import { card, notice } from '../card/build.ts'
import type { Card } from '../card/card.ts'
import { historyCard } from './cards/history.ts'
import { summaryCard } from './cards/questions.ts'
import { resumeCard, startCard } from './cards/start.ts'
import type { Consultant } from './consultant.ts'
import type { Conversation } from './conversation.ts'
import { isBegun, NOWHERE } from './state.ts'

/**
 * What a person finds when they come by without saying anything: where they are, the ways on, and what came before.
 *
 * @param lost what could not be restored, as marked text
 */
export function homeCards(options: {
  consultant: Consultant
  conversation: Conversation
  now: Date
  lost: string | null
}): Card[] {
  const { lost, ...rest } = options
  const context = { ...rest, by: null, place: NOWHERE }
  const { active, history } = context.conversation
  const present =
    active === null || !isBegun(context.conversation)
      ? [startCard(context)]
      : [resumeCard(context, active), summaryCard(context, active)]
  return [
    ...(lost === null ? [] : [card(null, notice('info', lost))]),
    ...present,
    ...(history.length === 0 ? [] : [historyCard(context, history)]),
  ]
}
