import type { Contribution, Ranked } from './advice.ts'
import { reasonAgainst, rulesOf } from './eliminate.ts'
import type { Field } from './field.ts'
import type { Requirements } from './requirements.ts'
import { type Term, termsOf } from './terms.ts'
import { TIE } from './weights.ts'

/**
 * Every alternative once, with its score and what it is made of: those still in first, by score, ties by standing,
 * then id; those that are out after them in the same order, each with the reason.
 *
 * @param requirements with what the kind implies already applied
 */
export function rank(field: Field, requirements: Requirements): Ranked[] {
  const terms = termsOf(field, requirements)
  const rules = rulesOf(field.catalogue, requirements)
  const ranked = field.alternatives.map((alternative, index) => ({
    id: alternative.id,
    ...score(terms, index),
    excluded: reasonAgainst(alternative, rules),
  }))
  // The field is in the order that breaks ties, and sorting keeps the order of equals.
  return ranked.sort((a, b) => Number(a.excluded !== null) - Number(b.excluded !== null) || byScore(a, b))
}

function byScore(a: Ranked, b: Ranked): number {
  return Math.abs(a.score - b.score) < TIE ? 0 : b.score - a.score
}

function score(terms: readonly Term[], index: number): Pick<Ranked, 'score' | 'shown' | 'contributions'> {
  const total = sum(terms.map(({ weight }) => weight))
  const exact = terms.map(({ key, weight, values }) => {
    const value = values[index] ?? 0
    const share = weight / total
    return { term: key, value, weight, share, points: 100 * value * share }
  })
  const points = exact.map((contribution) => contribution.points)
  const shown = shownTenths(points)
  const contributions: Contribution[] = exact.map((contribution, i) => ({
    ...contribution,
    shown: (shown[i] ?? 0) / 10,
  }))
  return { score: sum(points), shown: sum(shown) / 10, contributions }
}

/**
 * Rounds parts to whole tenths that add up to the rounded sum: each is rounded down, and the tenths still missing go to
 * the largest remainders.
 */
function shownTenths(points: readonly number[]): number[] {
  // A sum that falls just short of a whole tenth because of binary fractions is that tenth.
  const tenths = points.map((point) => Math.floor(point * 10 + TIE))
  const missing = Math.round(sum(points) * 10) - sum(tenths)
  const byRemainder = points.map((_, i) => i).sort((a, b) => remainder(b) - remainder(a) || a - b)
  for (const i of byRemainder.slice(0, missing)) tenths[i] = (tenths[i] ?? 0) + 1
  return tenths

  function remainder(i: number): number {
    return (points[i] ?? 0) * 10 - (tenths[i] ?? 0)
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
