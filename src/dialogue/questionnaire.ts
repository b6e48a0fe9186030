import type { Advice } from '../advice/advice.ts'
import type { Catalogue } from '../knowledge/catalogue.ts'
import type { Criterion } from '../knowledge/schema/criterion.ts'
import type { Consultation } from './conversation.ts'

/** What comes next in a consultation. */
export type Next =
  | { kind: 'question'; criterion: Criterion }
  /** Questions are left, but no answer to them can change the recommendation. */
  | { kind: 'settled'; left: number }
  | { kind: 'result' }

/** Criteria that were neither answered nor passed over, in the guide's order. */
function openCriteria(catalogue: Catalogue, consultation: Consultation): Criterion[] {
  const { requirements, unsure, skipped } = consultation
  return catalogue.criteria.filter(
    ({ id }) => !Object.hasOwn(requirements.levels, id) && !unsure.includes(id) && !skipped.includes(id),
  )
}

/**
 * The question whose answer says most about the winner, ties in the guide's order; or that none is worth asking.
 */
export function whatNext(catalogue: Catalogue, consultation: Consultation, advice: Advice): Next {
  const open = openCriteria(catalogue, consultation)
  const [first] = open
  // With everything ruled out, only another hard requirement helps, and no question asks for that.
  if (!first || advice.winner === null) return { kind: 'result' }
  const bits = (criterion: Criterion): number => advice.information[criterion.id] ?? 0
  const best = open.reduce((a, b) => (bits(b) > bits(a) ? b : a), first)
  // All zero although not certain: every answer leads to the same other winner, so asking still decides.
  if (bits(best) > 0 || advice.certainty < 1 || consultation.thorough)
    return { kind: 'question', criterion: best }
  return { kind: 'settled', left: open.length }
}

/** How far the questions are: this is step `step` of at most `of`. */
export function progressOf(catalogue: Catalogue, consultation: Consultation): { step: number; of: number } {
  const of = catalogue.criteria.length
  return { step: Math.min(of, of - openCriteria(catalogue, consultation).length + 1), of }
}
