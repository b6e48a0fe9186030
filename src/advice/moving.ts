import type { Catalogue } from '../knowledge/catalogue.ts'
import type { Alternative, Move } from '../knowledge/schema/alternative.ts'
import type { Requirements } from './requirements.ts'

/** The known path from what runs today to an alternative; null when none is known or nothing has to move. */
export function moveTo(
  catalogue: Catalogue,
  { context }: Requirements,
  alternative: Alternative,
): Move | null {
  if (context.existing.includes(alternative.id)) return null
  const leads = ({ from = [], to = [] }: Move): boolean =>
    to.includes(alternative.id) && from.some((id) => context.existing.includes(id))
  // Who arrives knows more of the way than who was left.
  const entries = [alternative, ...context.existing.flatMap((id) => catalogue.alternative(id) ?? [])]
  return entries.flatMap(({ migration }) => migration).find(leads) ?? null
}
