import { choices } from '../card/build.ts'
import type { Card, Choice } from '../card/card.ts'
import { buttonsAt } from './cards/buttons.ts'
import { LABELS } from './cards/lines.ts'
import type { Turn } from './conversation.ts'
import { type Context, isBegun } from './state.ts'

/** The turn with a button to go on: a reply that offers nothing leaves people at a loss. An answer can be rated. */
export function withWayOn(context: Context, { conversation, cards, effects, asked, sureness }: Turn): Turn {
  const last = cards.at(-1)
  if (last === undefined || cards.some(offersSomething)) return { conversation, cards, effects }
  const rated = asked !== undefined && sureness !== 'nothing'
  const feedback = rated ? buttonsAt(conversation.step).command('feedback', LABELS.feedback) : null
  const way = choices(wayOn({ ...context, conversation }), feedback)
  return { conversation, cards: [...cards.slice(0, -1), { ...last, parts: [...last.parts, way] }], effects }
}

const offersSomething = ({ parts }: Card): boolean =>
  parts.some((part) => (part.kind === 'choices' ? part.choices.length > 0 : part.kind === 'checklist'))

function wayOn({ consultant, conversation }: Context): Choice {
  const buttons = buttonsAt(conversation.step)
  const { active } = conversation
  if (active?.concluded && active.pending === null) return buttons.command('result', LABELS.backToResult)
  if (isBegun(conversation)) return buttons.command('start', LABELS.goOn)
  return buttons.quiet('begin', [], LABELS.askMe(consultant.catalogue.criteria.length))
}
