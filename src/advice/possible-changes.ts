import type { Catalogue } from '../knowledge/catalogue.ts'
import { LEVELS } from '../knowledge/schema/levels.ts'
import type { Change } from './advice.ts'
import { applyKind, isSaid } from './kind.ts'
import { emphasisOf } from './level-terms.ts'
import { own } from './own.ts'
import type { Requirements } from './requirements.ts'
import { emphasisSteps } from './robustness.ts'

/**
 * Single changes somebody could make: any other level, one step of the emphasis of an answer, something on a checklist
 * as a must, a need dropped. In the order levels, emphases, needs, each in the knowledge base's order.
 */
export function possibleChanges(catalogue: Catalogue, requirements: Requirements): Change[] {
  return [
    ...levelChanges(catalogue, requirements),
    ...emphasisChanges(catalogue, requirements),
    ...needChanges(catalogue, requirements),
  ]
}

function levelChanges(catalogue: Catalogue, { levels }: Requirements): Change[] {
  return catalogue.criteria.flatMap(({ id }) => {
    const said = own(levels, id)
    const others = LEVELS.filter((level) => !isSaid(said) || level !== said?.level)
    return others.map((to): Change => ({ kind: 'level', criterion: id, to }))
  })
}

function emphasisChanges(catalogue: Catalogue, requirements: Requirements): Change[] {
  return catalogue.criteria.flatMap(({ id }) => {
    if (!isSaid(own(requirements.levels, id))) return []
    return emphasisSteps(emphasisOf(requirements, id)).map(
      (to): Change => ({ kind: 'emphasis', criterion: id, to }),
    )
  })
}

/** What could be ticked becomes a must, what counts is dropped: as "not needed", so that the kind cannot imply it. */
function needChanges(catalogue: Catalogue, requirements: Requirements): Change[] {
  const { needs } = applyKind(catalogue, requirements)
  const offered = new Set(catalogue.criteria.flatMap(({ checklist }) => checklist))
  return catalogue.capabilities.flatMap(({ id }) => {
    const priority = own(needs, id)?.priority ?? 'not_needed'
    const changes: Change[] = []
    if (offered.has(id) && priority !== 'must') changes.push({ kind: 'need', need: id, to: 'must' })
    if (priority !== 'not_needed') changes.push({ kind: 'need', need: id, to: 'not_needed' })
    return changes
  })
}
