import type { Criterion } from '../knowledge/schema/criterion.ts'
import type { TermKey } from './advice.ts'
import { circumstanceColumn, existingColumn, familiarColumn, kindColumn } from './context.ts'
import type { Column, Field } from './field.ts'
import { own } from './own.ts'
import type { Emphasis, LevelRequirement, Requirements } from './requirements.ts'
import {
  CRITERION_WEIGHT,
  EXISTING_WEIGHT,
  KIND_WEIGHT,
  needWeight,
  originFactor,
  SKILLS_WEIGHT,
  STANDING_WEIGHT,
} from './weights.ts'

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
    { key: { kind: 'standing' }, weight: STANDING_WEIGHT, values: field.standing },
    ...criterionTerms(field, requirements),
    ...needTerms(field, requirements),
    ...kindTerms(field, requirements),
    ...contextTerms(field, requirements),
    ...circumstanceTerms(field, requirements),
  ]
}

/** The term of one level of one criterion. */
export function levelTerm(
  field: Field,
  criterion: Criterion,
  { level, origin }: LevelRequirement,
  emphasis: Emphasis,
): Term {
  return {
    key: { kind: 'criterion', criterion: criterion.id },
    weight: CRITERION_WEIGHT * emphasis * originFactor(origin),
    values: field.fit(criterion, level),
  }
}

/** Emphasis of a criterion, normal unless the requirements say otherwise. */
export const emphasisOf = ({ emphasis }: Requirements, criterion: string): Emphasis =>
  own(emphasis, criterion) ?? 1

function criterionTerms(field: Field, requirements: Requirements): Term[] {
  return field.catalogue.criteria.flatMap((criterion) => {
    const level = own(requirements.levels, criterion.id)
    return level === undefined
      ? []
      : [levelTerm(field, criterion, level, emphasisOf(requirements, criterion.id))]
  })
}

function needTerms(field: Field, { needs }: Requirements): Term[] {
  return field.catalogue.capabilities.flatMap(({ id }) => {
    const need = own(needs, id)
    const weight = need === undefined ? null : needWeight(need.priority, need.origin)
    return weight === null ? [] : [{ key: { kind: 'need', need: id }, weight, values: field.need(id) }]
  })
}

function kindTerms(field: Field, { kind }: Requirements): Term[] {
  if (kind === null || field.catalogue.kind(kind.id) === undefined) return []
  return [{ key: { kind: 'kind', id: kind.id }, weight: KIND_WEIGHT, values: kindColumn(field, kind.id) }]
}

function contextTerms(field: Field, { context }: Requirements): Term[] {
  const existing = existingColumn(field, context)
  const skills = familiarColumn(field, context.skills)
  const terms: Term[] = []
  if (existing)
    terms.push({ key: { kind: 'context', rule: 'existing' }, weight: EXISTING_WEIGHT, values: existing })
  if (skills) terms.push({ key: { kind: 'context', rule: 'skills' }, weight: SKILLS_WEIGHT, values: skills })
  return terms
}

function circumstanceTerms(field: Field, { context }: Requirements): Term[] {
  return field.catalogue.context
    .filter(({ id }) => context.rules.includes(id))
    .map((rule) => ({
      key: { kind: 'circumstance', rule: rule.id },
      weight: rule.weight,
      values: circumstanceColumn(field, rule),
    }))
}
