import { noRequirements } from '../advice/requirements.ts'
import { card, facts, text } from '../card/build.ts'
import type { Card } from '../card/card.ts'
import { answerComparison } from './answer/compare.ts'
import { compareCard } from './cards/answers.ts'
import { resultCard } from './cards/result.ts'
import { differencesOf } from './cards/understood.ts'
import { whyNotCard } from './cards/why-not.ts'
import type { Consultant } from './consultant.ts'
import { mergeFindings } from './merge.ts'
import { activeOf, type Context, NOWHERE, newConversation } from './state.ts'

/** Cards for one brief outside a conversation: what was understood, and the recommendation. Without buttons. */
export function recommendationFor(consultant: Consultant, brief: string, now: Date): Card[] {
  const context = contextFor(consultant, now)
  const requirements = requirementsIn(consultant, brief, now)
  const points = differencesOf(consultant.catalogue, noRequirements(), requirements)
  const understood = card(
    'What I understood',
    points.length === 0 ? text('Nothing in it changes the advice.') : facts(points),
  )
  const consultation = { ...activeOf(context), requirements }
  return [understood, resultCard(context, consultation, consultant.advise(requirements))].map(withoutButtons)
}

/** Why an alternative is not the one for a brief. */
export function whyNotFor(consultant: Consultant, id: string, brief: string, now: Date): Card {
  const context = contextFor(consultant, now)
  const requirements = requirementsIn(consultant, brief, now)
  const consultation = { ...activeOf(context), requirements }
  return withoutButtons(whyNotCard(context, consultation, consultant.advise(requirements), id))
}

/** Alternatives side by side; ids without an entry are left out. */
export function comparisonOf(consultant: Consultant, ids: readonly string[], now: Date): Card {
  const entries = ids.flatMap((id) => consultant.catalogue.alternative(id) ?? [])
  const answer = answerComparison(consultant.catalogue, entries)
  return withoutButtons(compareCard(contextFor(consultant, now), answer, entries))
}

const contextFor = (consultant: Consultant, now: Date): Context => ({
  consultant,
  conversation: newConversation(),
  now,
  by: null,
  place: NOWHERE,
})

const requirementsIn = (consultant: Consultant, brief: string, now: Date) =>
  mergeFindings(noRequirements(), consultant.language.understand(brief, now).findings, 'text')

const withoutButtons = (shown: Card): Card => ({
  ...shown,
  parts: shown.parts.filter((part) => part.kind !== 'choices' && part.kind !== 'checklist'),
})
