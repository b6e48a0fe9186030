import type { Requirements } from '../advice/requirements.ts'
import type { SavedRequirements } from '../advice/saved-requirements.ts'
import type { Catalogue } from '../knowledge/catalogue.ts'

/** Tests of ids that remember which were not found. */
export interface Known {
  criterion(id: string): boolean
  capability(id: string): boolean
  kind(id: string): boolean
  situation(id: string): boolean
  contextRule(id: string): boolean
  alternative(id: string): boolean
  gone: Set<string>
}

/** Tests against a knowledge base. */
export function createKnown(catalogue: Catalogue): Known {
  const gone = new Set<string>()
  const test =
    (find: (id: string) => unknown) =>
    (id: string): boolean => {
      const found = find(id) !== undefined
      if (!found) gone.add(id)
      return found
    }
  return {
    criterion: test(catalogue.criterion),
    capability: test(catalogue.capability),
    kind: test(catalogue.kind),
    situation: test(catalogue.situation),
    contextRule: test(catalogue.contextRule),
    alternative: test((id) => catalogue.alternative(id) ?? catalogue.neighbour(id)),
    gone,
  }
}

/** The entries whose ids are known. */
export const pick = <T>(record: Record<string, T>, isKnown: (id: string) => boolean): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([id]) => isKnown(id)))

function mendLikeness(known: Known, likeness: Requirements['likeness']): Requirements['likeness'] {
  if (likeness === null) return null
  return { ...likeness, situations: likeness.situations.filter(({ id }) => known.situation(id)) }
}

/** Requirements without what is not known any more; what is new since they were saved is empty. */
export function mendRequirements(known: Known, saved: SavedRequirements): Requirements {
  const { existing, skills, leaving, rules = [], runtime = null } = saved.context
  return {
    levels: pick(saved.levels, known.criterion),
    emphasis: pick(saved.emphasis, known.criterion),
    needs: pick(saved.needs, known.capability),
    kind: saved.kind && known.kind(saved.kind.id) ? saved.kind : null,
    likeness: mendLikeness(known, saved.likeness ?? null),
    context: {
      existing: existing.filter(known.alternative),
      skills: skills.filter(known.alternative),
      leaving,
      rules: rules.filter(known.contextRule),
      runtime,
    },
    refused: saved.refused.filter(known.alternative),
    only: saved.only.filter(known.alternative),
  }
}
