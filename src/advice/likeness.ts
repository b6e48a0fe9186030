import type { Alternative } from '../knowledge/schema/alternative.ts'
import type { Situation } from '../knowledge/schema/situation.ts'
import { openCriteria } from './certainty.ts'
import type { Column, Field } from './field.ts'
import { own } from './own.ts'
import type { Requirements } from './requirements.ts'
import type { Term } from './terms.ts'

/** A situation that counts, with its share of all that do: from 0 to 1, together 1. */
export interface Likely {
  situation: Situation
  share: number
}

/** The situations of a description that say something here, best first; one about keeping needs something to keep. */
export function likelyIn({ catalogue }: Pick<Field, 'catalogue'>, requirements: Requirements): Likely[] {
  const known = (requirements.likeness?.situations ?? []).flatMap(({ id, share }) => {
    const situation = catalogue.situation(id)
    const says = situation && (!situation.keeps || requirements.context.existing.some(catalogue.alternative))
    return says && share > 0 ? [{ situation, share }] : []
  })
  const total = known.reduce((sum, { share }) => sum + share, 0)
  return known.map(({ situation, share }) => ({ situation, share: share / total }))
}

/** How well each alternative fits what the description reads like, 0 to 1: the mean over the situations by share. */
function likenessColumn(field: Field, requirements: Requirements): Column | null {
  const likely = likelyIn(field, requirements)
  if (likely.length === 0) return null
  return field.alternatives.map((alternative) =>
    likely.reduce(
      (sum, { situation, share }) => sum + share * fitOf(situation, alternative, requirements),
      0,
    ),
  )
}

/**
 * What the description reads like, as a term of the score; none where it says nothing. It counts the more, the more of
 * its words were known, and the less, the more criteria were answered: an answer says what it only lets one guess.
 */
export function likenessTerms(field: Field, requirements: Requirements): Term[] {
  return weighedLikeness(field, requirements, partLeft(field, answeredIn(field, requirements)))
}

/** The part of it that answers to all open criteria would take away. */
export function likenessStandIn(field: Field, requirements: Requirements): Term[] {
  const afterAll = partLeft(field, field.catalogue.criteria.length)
  return weighedLikeness(field, requirements, partLeft(field, answeredIn(field, requirements)) - afterAll)
}

const answeredIn = (field: Field, requirements: Requirements): number =>
  field.catalogue.criteria.length - openCriteria(field, requirements).length

const partLeft = ({ weights }: Field, answered: number): number =>
  Math.max(0, 1 - weights.likenessReplaced * answered)

function weighedLikeness(field: Field, requirements: Requirements, part: number): Term[] {
  const values = likenessColumn(field, requirements)
  const words = requirements.likeness?.words ?? 0
  const weight = (part * field.weights.likeness * words) / (words + field.weights.likenessHalf)
  return values === null || weight === 0 ? [] : [{ key: { kind: 'likeness' }, weight, values }]
}

/** How well an alternative fits one situation, 0 to 1. */
export function fitOf(
  { id: situation, keeps, otherwise }: Situation,
  { id, part_of, situations }: Alternative,
  { context: { existing } }: Requirements,
): number {
  if (keeps) return [id, part_of].some((one) => one !== undefined && existing.includes(one)) ? 1 : otherwise
  return own(situations, situation) ?? otherwise
}
