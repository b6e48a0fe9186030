import type { Advice } from '../../advice/advice.ts'
import type { Requirements } from '../../advice/requirements.ts'
import { card, choices, facts, text } from '../../card/build.ts'
import type { Card } from '../../card/card.ts'
import type { Context } from '../state.ts'
import { buttonsAt } from './buttons.ts'
import { differencesOf } from './understood.ts'

interface Side {
  requirements: Requirements
  advice: Advice
}

const MOST_SHOWN = 3

/** Before and after of a supposed change: keep it or drop it. */
export function whatIfCard(context: Context, before: Side, after: Side): Card {
  const { catalogue } = context.consultant
  const buttons = buttonsAt(context.conversation.step)
  const name = (side: Side): string =>
    side.advice.winner === null ? 'nothing' : catalogue.nameOf(side.advice.winner)
  const [first, ...others] = after.advice.ranking.slice(0, MOST_SHOWN)
  const old = after.advice.ranking.find(({ id }) => id === before.advice.winner)
  const listed = [...new Set([first, old, ...others])].filter((ranked) => ranked !== undefined)
  const scores = listed.slice(0, MOST_SHOWN).map(({ id, shown, excluded }): [string, string] => {
    const previous = before.advice.ranking.find((entry) => entry.id === id)
    return [
      catalogue.nameOf(id),
      `${pointsOf(previous)} → ${excluded === null ? `${shown} of 100` : 'ruled out'}`,
    ]
  })
  return card(
    'What if',
    text(leadOf(before, after, name)),
    facts(differencesOf(catalogue, before.requirements, after.requirements)),
    facts(scores),
    choices(
      buttons.choice('keep', ['yes'], 'Keep this change'),
      buttons.choice('keep', ['no'], 'Drop it', { primary: true }),
    ),
  )
}

function leadOf(before: Side, after: Side, name: (side: Side) => string): string {
  if (after.advice.winner === null) return 'Nothing would be left: every option would be ruled out.'
  if (before.advice.winner === after.advice.winner) return `**${name(after)}** would stay first.`
  return before.advice.winner === null
    ? `**${name(after)}** would be back.`
    : `**${name(after)}** instead of ${name(before)}.`
}

const pointsOf = (ranked: { shown: number; excluded: string | null } | undefined): string =>
  ranked === undefined || ranked.excluded !== null ? 'ruled out' : String(ranked.shown)
