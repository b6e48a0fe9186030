import type { Alternative } from '../knowledge/schema/alternative.ts'
import type { ContextRule } from '../knowledge/schema/lists.ts'
import type { Column, Field } from './field.ts'
import { own } from './own.ts'
import type { Requirements } from './requirements.ts'
import type { Weights } from './weights.ts'

/** How well each alternative suits a kind of project, by the situations its entry calls best and worst. */
export function kindColumn({ alternatives, weights }: Field, kind: string): Column {
  const names = (situations: Alternative['best_for']) => situations.some((s) => s.kinds?.includes(kind))
  return alternatives.map((alternative) => {
    if (names(alternative.best_for)) return 1
    return names(alternative.avoid_for) ? 0 : weights.kindUnmentioned
  })
}

/**
 * What a running system speaks for; null when there is none that the knowledge knows. One without an entry of its own
 * cannot be kept: there the question is what its code carries over to.
 */
export function existingColumn(field: Field, { existing, leaving }: Requirements['context']): Column | null {
  const { familiarRelated, familiarOther } = field.weights
  const running = field.alternatives.filter(({ id }) => existing.includes(id))
  const near = existing.flatMap((id) => field.catalogue.neighbour(id)?.near ?? [])
  if (running.length === 0) return near.length === 0 ? null : nearColumn(field, near)
  if (leaving === true) return leavingColumn(field, running)
  const other = () => familiarOther
  return byKinship(field, existing, { same: 1, related: familiarRelated, other, isSame: isWithin })
}

const nearColumn = ({ alternatives, weights }: Field, near: readonly string[]): Column =>
  alternatives.map(({ id }) => (near.includes(id) ? weights.moveSmall : weights.moveUnknown))

const leavingColumn = ({ alternatives, weights }: Field, left: readonly Alternative[]): Column =>
  alternatives.map((alternative) => {
    if (left.some((one) => isWithin(one, alternative))) return weights.moveNone
    return Math.max(...left.map((one) => moveValue(weights, effortOf(one, alternative))))
  })

/** What familiarity with some alternatives speaks for: themselves, then their relatives; null when none has an entry. */
export function familiarColumn(field: Field, ids: readonly string[]): Column | null {
  const { familiarRelated, familiarOther } = field.weights
  return byKinship(field, ids, { same: 1, related: familiarRelated, other: () => familiarOther })
}

/** How well each alternative serves under a circumstance: by its own entry, else the value of those that say nothing. */
export const circumstanceColumn = ({ alternatives }: Field, rule: ContextRule): Column =>
  alternatives.map((alternative) => circumstanceValue(rule, alternative))

/**
 * How well each alternative serves under a circumstance that concerns only what the team has yet to learn: what it
 * knows or runs is learnt already, relatives of that for the most part. Null when nothing is known of the team.
 */
export function unlearntColumn(
  field: Field,
  rule: ContextRule,
  context: Requirements['context'],
): Column | null {
  const other = (alternative: Alternative) => circumstanceValue(rule, alternative)
  const related = field.weights.familiarRelated
  return byKinship(field, [...context.skills, ...context.existing], { same: 1, related, other })
}

function circumstanceValue({ id, rated_as = id, otherwise }: ContextRule, { context }: Alternative): number {
  return own(context, rated_as)?.value ?? otherwise
}

interface ByKinship {
  same: number
  related: number
  other: (alternative: Alternative) => number
  /** What counts as the same; default the alternative alone, without its add-ons. */
  isSame?: (one: Alternative, alternative: Alternative) => boolean
}

const isItself = (one: Alternative, { id }: Alternative): boolean => one.id === id

/** One value for some alternatives, one for their relatives and one for all others; null when none has an entry. */
function byKinship(
  { alternatives }: Field,
  ids: readonly string[],
  { same, related, other, isSame = isItself }: ByKinship,
): Column | null {
  const known = alternatives.filter(({ id }) => ids.includes(id))
  if (known.length === 0) return null
  return alternatives.map((alternative) => {
    if (known.some((one) => isSame(one, alternative))) return same
    return known.some((one) => areRelated(alternative, one)) ? related : other(alternative)
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

function moveValue(weights: Weights, effort: Effort | null): number {
  switch (effort) {
    case 'small':
      return weights.moveSmall
    case 'medium':
      return weights.moveMedium
    case 'large':
      return weights.moveLarge
    case null:
      return weights.moveUnknown
  }
}

/** Whether either entry names the other as related: one mention is enough for both. */
function areRelated(a: Alternative, b: Alternative): boolean {
  return a.related.some(({ id }) => id === b.id) || b.related.some(({ id }) => id === a.id)
}
