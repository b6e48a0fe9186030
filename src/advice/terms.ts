import type { TermKey } from './advice.ts'
import { familiarColumn, kindColumn } from './context.ts'
import { existingTerm } from './existing.ts'
import type { Column, Field } from './field.ts'
import { consequencesOf, emphasisOf, levelTerm, statedTerms } from './level-terms.ts'
import { likenessTerms } from './likeness.ts'
import { own } from './own.ts'
import type { Requirements } from './requirements.ts'
import { needWeight } from './weights.ts'

/** One thing the score is made of: the same weight for all alternatives, one value for each. */
export interface Term {
  key: TermKey
  /** In criteria of normal emphasis; above 0. */
  weight: number
  values: Column
}

/**
 * The terms of the score: standing, then what was said, in the knowledge base's order, whatever the order in which it
 * was said. Ids the knowledge base does not have are passed over: a saved conversation may name something gone.
 *
 * @param requirements with what the kind implies already applied
 */
export function termsOf(field: Field, requirements: Requirements): Term[] {
  return [
    { key: { kind: 'standing' }, weight: field.weights.standing, values: field.standing },
    ...criterionTerms(field, requirements),
    ...needTerms(field, requirements),
    ...kindTerms(field, requirements),
    ...likenessTerms(field, requirements),
    ...contextTerms(field, requirements),
    ...statedTerms(field, requirements),
    ...consequenceTerms(field, requirements),
  ]
}

function criterionTerms(field: Field, requirements: Requirements): Term[] {
  return field.catalogue.criteria.flatMap((criterion) => {
    const level = own(requirements.levels, criterion.id)
    return level === undefined
      ? []
      : [levelTerm(field, criterion, level, emphasisOf(requirements, criterion.id))]
  })
}

function consequenceTerms(field: Field, requirements: Requirements): Term[] {
  return field.catalogue.criteria.flatMap(({ id }) => {
    const level = own(requirements.levels, id)
    return level === undefined ? [] : consequencesOf(field, requirements, id, level)
  })
}

function needTerms(field: Field, { needs }: Requirements): Term[] {
  return field.catalogue.capabilities.flatMap(({ id }) => {
    const need = own(needs, id)
    const weight = need === undefined ? null : needWeight(field.weights, need.priority, need.origin)
    return weight === null ? [] : [{ key: { kind: 'need', need: id }, weight, values: field.need(id) }]
  })
}

function kindTerms(field: Field, { kind }: Requirements): Term[] {
  if (kind === null || field.catalogue.kind(kind.id) === undefined) return []
  return [
    { key: { kind: 'kind', id: kind.id }, weight: field.weights.kind, values: kindColumn(field, kind.id) },
  ]
}

function contextTerms(field: Field, requirements: Requirements): Term[] {
  const existing = existingTerm(field, requirements)
  const skilled = familiarColumn(field, requirements.context.skills)
  const terms: Term[] = []
  if (existing) terms.push({ key: { kind: 'context', rule: 'existing' }, ...existing })
  if (skilled) {
    terms.push({ key: { kind: 'context', rule: 'skills' }, weight: field.weights.skills, values: skilled })
  }
  return terms
}
