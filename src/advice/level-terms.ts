import type { Criterion } from '../knowledge/schema/criterion.ts'
import type { ContextRule } from '../knowledge/schema/lists.ts'
import { circumstanceColumn, unlearntColumn } from './context.ts'
import type { Field } from './field.ts'
import { own } from './own.ts'
import type { Emphasis, LevelRequirement, Requirements } from './requirements.ts'
import type { Term } from './terms.ts'
import { originFactor } from './weights.ts'

/** Emphasis of a criterion, normal unless the requirements say otherwise. */
export const emphasisOf = ({ emphasis }: Requirements, criterion: string): Emphasis =>
  own(emphasis, criterion) ?? 1

/** The term of one level of one criterion. */
export function levelTerm(
  field: Field,
  criterion: Criterion,
  { level, origin }: LevelRequirement,
  emphasis: Emphasis,
): Term {
  return {
    key: { kind: 'criterion', criterion: criterion.id },
    weight: field.weights.criterion * emphasis * originFactor(field.weights, origin),
    values: field.fit(criterion, level),
  }
}

/**
 * Everything one level of one criterion adds to the score: its own term and those of the circumstances that follow
 * from it. A circumstance follows from one criterion alone, so what two criteria add is the sum of what each adds;
 * certainty, robustness and the next question rest on that.
 */
export function levelTerms(
  field: Field,
  requirements: Requirements,
  criterion: Criterion,
  level: LevelRequirement,
): Term[] {
  return [
    levelTerm(field, criterion, level, emphasisOf(requirements, criterion.id)),
    ...consequencesOf(field, requirements, criterion.id, level),
  ]
}

/** Terms of the circumstances that hold because a criterion has this level. */
export function consequencesOf(
  field: Field,
  { context }: Requirements,
  criterion: string,
  { level, origin }: LevelRequirement,
): Term[] {
  return field.catalogue.context.flatMap((rule) => {
    const { follows } = rule
    if (follows?.criterion !== criterion || !follows.levels.includes(level)) return []
    // One that was stated counts once, and whole.
    const values = context.rules.includes(rule.id) ? null : columnOf(field, rule, context)
    const weight = rule.weight * originFactor(field.weights, origin)
    return values === null ? [] : [{ key: { kind: 'circumstance', rule: rule.id }, weight, values }]
  })
}

/** Terms of the circumstances that were stated, each with the weight of its rule. */
export function statedTerms(field: Field, { context }: Requirements): Term[] {
  return field.catalogue.context.flatMap((rule) => {
    const values = context.rules.includes(rule.id) ? columnOf(field, rule, context) : null
    return values === null
      ? []
      : [{ key: { kind: 'circumstance', rule: rule.id }, weight: rule.weight, values }]
  })
}

const columnOf = (field: Field, rule: ContextRule, context: Requirements['context']) =>
  rule.to_learn ? unlearntColumn(field, rule, context) : circumstanceColumn(field, rule)
