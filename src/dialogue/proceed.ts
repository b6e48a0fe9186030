import type { Card } from '../card/card.ts'
import { answeredCard } from './cards/panel.ts'
import { confirmCard, questionCard, settledCard } from './cards/questions.ts'
import { resultCard } from './cards/result.ts'
import { stillOpenCard } from './cards/start.ts'
import type { Turn } from './conversation.ts'
import { viewsIn } from './panel.ts'
import { whatNext } from './questionnaire.ts'
import { activeOf, type Context, remember, tell, turn, wait, withActive } from './state.ts'

/**
 * Goes on with the consultation after `cards`: the next question worth asking, word that none is, or the result.
 */
export function proceed(context: Context, cards: readonly (Card | null)[]): Turn {
  const { consultant } = context
  const active = activeOf(context)
  const shown = cards.filter((card) => card !== null)
  if (active.concluded) return showResult(context, shown)
  if (active.panel?.open)
    return turn(context.conversation, [...shown, answeredCard(context, null, viewsIn(active.panel))])
  const next = whatNext(consultant.catalogue, active, consultant.advise(active.requirements))
  switch (next.kind) {
    case 'question': {
      const waiting = wait(context, { kind: 'question', criterion: next.criterion.id })
      return turn(waiting.conversation, [...shown, questionCard(waiting, activeOf(waiting), next.criterion)])
    }
    case 'settled': {
      const waiting = wait(context, null)
      return turn(waiting.conversation, [...shown, settledCard(waiting, next.left)])
    }
    case 'result':
      return showResult(context, shown)
    default:
      return next satisfies never
  }
}

/** Shows the recommendation for what is known now. */
export function showResult(context: Context, cards: readonly Card[]): Turn {
  const active = { ...activeOf(context), concluded: true, pending: null }
  const advice = context.consultant.advise(active.requirements)
  const concluded = withActive(context, active, context.conversation.undo)
  const named = advice.ranking.filter(({ excluded }) => excluded === null).map(({ id }) => id)
  const remembered = remember(concluded, named.slice(0, 3), null)
  const alternatives = named.slice(0, 3)
  const shown = tell(remembered, { about: 'result', topic: null, alternatives, claims: [] })
  return turn(shown.conversation, [...cards, resultCard(shown, active, advice)])
}

/** Shows again what the person was asked last, after something else was said. */
export function pendingCard(context: Context): Card | null {
  const { consultant, conversation } = context
  const pending = conversation.active?.pending
  if (!conversation.active || !pending) return null
  switch (pending.kind) {
    case 'question': {
      const criterion = consultant.catalogue.criterion(pending.criterion)
      return criterion ? questionCard(context, conversation.active, criterion) : null
    }
    case 'confirm':
      return confirmCard(context, pending.doubt)
    case 'open':
      return stillOpenCard(context)
    case 'what_if':
    case 'erase':
    case 'hand_off':
    case 'remark':
      return null
    default:
      return pending satisfies never
  }
}

/**
 * Says something and returns to the question that was waiting, once. Its buttons are then the only ones, so that
 * number 1 still is the first answer.
 */
export function digress(context: Context, cards: readonly Card[]): Turn {
  const again = pendingCard(context)
  return turn(context.conversation, again ? [...cards.map(withoutChoices), again] : [...cards])
}

const withoutChoices = (shown: Card): Card => ({
  ...shown,
  parts: shown.parts.filter((part) => part.kind !== 'choices'),
})
