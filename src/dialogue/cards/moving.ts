import type { Advice } from '../../advice/advice.ts'
import { moveTo } from '../../advice/moving.ts'
import { card, choices, sources, text } from '../../card/build.ts'
import type { Card } from '../../card/card.ts'
import type { Catalogue } from '../../knowledge/catalogue.ts'
import type { Alternative } from '../../knowledge/schema/alternative.ts'
import { inProse, sentence, sourceOf } from '../answer/answer.ts'
import type { Consultation } from '../conversation.ts'
import type { Context } from '../state.ts'
import { buttonsAt } from './buttons.ts'
import { LABELS } from './lines.ts'

/** Whether a move from what runs today to another alternative pays, for what is known of the project so far. */
export function movingCard(
  context: Context,
  { requirements }: Consultation,
  advice: Advice,
  target: Alternative,
): Card {
  const { catalogue } = context.consultant
  const move = moveTo(catalogue, requirements, target)
  const buttons = buttonsAt(context.conversation.step)
  return card(
    `Move to ${target.name}?`,
    text(verdict(catalogue, requirements.context.existing, advice, target)),
    move && text(`**How**: ${sentence(move.how)} **Known pain**: ${sentence(move.pain)}`),
    sources(move ? [sourceOf(move)] : []),
    choices(
      buttons.choice('command', ['why-not', target.id], LABELS.whyNot(target.name)),
      buttons.command('result', LABELS.resultNow),
    ),
  )
}

function verdict(
  catalogue: Catalogue,
  existing: readonly string[],
  { ranking }: Advice,
  target: Alternative,
): string {
  const theirs = inProse(existing.map((id) => catalogue.nameOf(id)))
  const to = ranking.find(({ id }) => id === target.id)
  const from = ranking.find(({ id }) => existing.includes(id))
  if (!to || to.excluded !== null)
    return `No. ${sentence(to?.excluded ?? `I have no checked facts on ${target.name}`)}`
  if (!from || from.excluded !== null)
    return `Yes, from what you have told me. ${sentence(from?.excluded ?? `I have no checked facts on ${theirs}`)}`
  const points = `${target.name} has ${to.shown} points, ${theirs} ${from.shown}`
  return to.score > from.score
    ? `It may pay: ${points}. Moving costs work all the same, so ask what ${theirs} keeps you from doing.`
    : `Not from what you have told me: ${points}. Staying also saves the move.`
}
