import type { Alternative } from '../knowledge/schema/alternative.ts'
import { byKinship } from './context.ts'
import type { Column, Field } from './field.ts'
import { own } from './own.ts'
import type { Requirements } from './requirements.ts'
import type { Weights } from './weights.ts'

/** What a running system says of the decision: a weight in criteria, and a value from 0 to 1 for each alternative. */
export interface ExistingTerm {
  weight: number
  values: Column
}

/**
 * What the system that runs today speaks for; null when there is none that the knowledge knows. One without an entry of
 * its own cannot be kept: there the question is what its code carries over to.
 */
export function existingTerm(field: Field, requirements: Requirements): ExistingTerm | null {
  const { existing, leaving } = requirements.context
  const { weights } = field
  const unsaid = weights.existing * (leaving === null ? weights.existingUnsaid : 1)
  const running = field.alternatives.filter(({ id }) => existing.includes(id))
  if (running.length === 0) {
    const near = existing.flatMap((id) => field.catalogue.neighbour(id)?.near ?? [])
    return near.length === 0 ? null : { weight: unsaid, values: nearColumn(field, near) }
  }
  if (leaving === true) return { weight: unsaid, values: moveColumn(field, running, leavingValue) }
  if (leaving === null && lacksSomething(field, requirements, running)) {
    return { weight: weights.existingKept, values: moveColumn(field, running, extendingValue) }
  }
  const values = keepingColumn(field, existing)
  return values && { weight: leaving === false ? weights.existingKept : unsaid, values }
}

const nearColumn = ({ alternatives, weights }: Field, near: readonly string[]): Column =>
  alternatives.map(({ id }) => (near.includes(id) ? weights.moveSmall : weights.moveUnknown))

function keepingColumn(field: Field, existing: readonly string[]): Column | null {
  const { familiarRelated, familiarOther } = field.weights
  const other = () => familiarOther
  return byKinship(field, existing, { same: 1, related: familiarRelated, other, isSame: isWithin })
}

/** Whether somebody asked for something that nothing they run does well: what the kind merely implies is no reason. */
function lacksSomething(field: Field, { needs }: Requirements, running: readonly Alternative[]): boolean {
  const places = running.map((one) => field.alternatives.indexOf(one))
  return field.catalogue.capabilities.some(({ id }) => {
    const { origin, priority } = own(needs, id) ?? {}
    const wanted = origin !== 'kind' && (priority === 'must' || priority === 'should')
    return wanted && places.every((at) => (field.need(id)[at] ?? 0) < field.weights.lackBelow)
  })
}

type Worth = (weights: Weights, effort: Effort | null) => number

function moveColumn(field: Field, from: readonly Alternative[], worth: Worth): Column {
  const { alternatives, weights } = field
  return alternatives.map((alternative) => {
    if (from.some((one) => isWithin(one, alternative))) return weights.moveNone
    return Math.max(...from.map((one) => worth(weights, effortOf(one, alternative))))
  })
}

/** Whether an alternative is the given one or an add-on to it. */
const isWithin = (one: Alternative, { id, part_of }: Alternative): boolean =>
  id === one.id || part_of === one.id

const EFFORTS = ['small', 'medium', 'large'] as const

type Effort = (typeof EFFORTS)[number]

/** What a move costs as either entry describes it; a relative that the one left names takes most of it over. */
function effortOf(from: Alternative, to: Alternative): Effort | null {
  const paths = [...from.migration, ...to.migration].filter(
    (path) => path.from?.includes(from.id) && path.to?.includes(to.id),
  )
  const described = EFFORTS.find((effort) => paths.some((path) => path.effort === effort))
  return described ?? (from.related.some(({ id }) => id === to.id) ? 'small' : null)
}

const leavingValue: Worth = ({ moveSmall, moveMedium, moveLarge, moveUnknown }, effort) =>
  effort === null ? moveUnknown : { small: moveSmall, medium: moveMedium, large: moveLarge }[effort]

/** Who only misses something wants that, and their code to stay: all but a small move is as good as starting anew. */
const extendingValue: Worth = ({ moveSmall, extendMedium, familiarOther }, effort) =>
  effort === 'small' ? moveSmall : effort === 'medium' ? extendMedium : familiarOther
