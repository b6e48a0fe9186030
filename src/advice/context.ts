import type { Alternative } from '../knowledge/schema/alternative.ts'
import type { ContextRule } from '../knowledge/schema/lists.ts'
import type { Column, Field } from './field.ts'
import { own } from './own.ts'
import type { Requirements } from './requirements.ts'
import { FAMILIAR_VALUE, KIND_VALUE, LEAVING_VALUE } from './weights.ts'

/** How well each alternative suits a kind of project, by the situations its entry calls best and worst. */
export function kindColumn(field: Field, kind: string): Column {
  const names = (situations: Alternative['best_for']) => situations.some((s) => s.kinds?.includes(kind))
  return field.alternatives.map((alternative) => {
    if (names(alternative.best_for)) return KIND_VALUE.suited
    return names(alternative.avoid_for) ? KIND_VALUE.unsuited : KIND_VALUE.unmentioned
  })
}

/** What a running system speaks for; null when there is none that the knowledge base has an entry for. */
export function existingColumn(field: Field, context: Requirements['context']): Column | null {
  if (!context.leaving) return familiarColumn(field, context.existing)
  const left = known(field, context.existing)
  if (left.length === 0) return null
  return field.alternatives.map((alternative) => {
    if (left.includes(alternative)) return LEAVING_VALUE.left
    return left.some((other) => areRelated(alternative, other)) ? LEAVING_VALUE.related : LEAVING_VALUE.other
  })
}

/** How well each alternative serves under a circumstance: by its own entry, else the value of those that say nothing. */
export const circumstanceColumn = (field: Field, { id, otherwise }: ContextRule): Column =>
  field.alternatives.map(({ context }) => own(context, id)?.value ?? otherwise)

/** What familiarity with some alternatives speaks for: themselves, then their relatives; null when none has an entry. */
export function familiarColumn(field: Field, ids: readonly string[]): Column | null {
  const familiar = known(field, ids)
  if (familiar.length === 0) return null
  return field.alternatives.map((alternative) => {
    if (familiar.includes(alternative)) return FAMILIAR_VALUE.same
    return familiar.some((other) => areRelated(alternative, other))
      ? FAMILIAR_VALUE.related
      : FAMILIAR_VALUE.other
  })
}

/** Whether either entry names the other as related: one mention is enough for both. */
function areRelated(a: Alternative, b: Alternative): boolean {
  return a.related.some(({ id }) => id === b.id) || b.related.some(({ id }) => id === a.id)
}

const known = (field: Field, ids: readonly string[]): Alternative[] =>
  field.alternatives.filter(({ id }) => ids.includes(id))
