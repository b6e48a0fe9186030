import type { Alternative } from '../knowledge/schema/alternative.ts'
import type { ContextRule } from '../knowledge/schema/lists.ts'
import type { Column, Field } from './field.ts'
import { own } from './own.ts'
import type { Requirements } from './requirements.ts'

/** How well each alternative suits a kind of project, by the situations its entry calls best and worst. */
export function kindColumn({ alternatives, weights }: Field, kind: string): Column {
  const names = (situations: Alternative['best_for']) => situations.some((s) => s.kinds?.includes(kind))
  return alternatives.map((alternative) => {
    if (names(alternative.best_for)) return 1
    return names(alternative.avoid_for) ? 0 : weights.kindUnmentioned
  })
}

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

export interface ByKinship {
  same: number
  related: number
  other: (alternative: Alternative) => number
  /** What counts as the same; default the alternative alone, without its add-ons. */
  isSame?: (one: Alternative, alternative: Alternative) => boolean
}

const isItself = (one: Alternative, { id }: Alternative): boolean => one.id === id

/** One value for some alternatives, one for their relatives and one for all others; null when none has an entry. */
export function byKinship(
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

/** Whether either entry names the other as related: one mention is enough for both. */
function areRelated(a: Alternative, b: Alternative): boolean {
  return a.related.some(({ id }) => id === b.id) || b.related.some(({ id }) => id === a.id)
}
