import { type Rule, rulesOf } from './eliminate.ts'
import type { Field } from './field.ts'
import type { Requirements } from './requirements.ts'
import type { Term } from './terms.ts'
import { TIE } from './weights.ts'

/**
 * The quick way to a winner. Everything in it is a sum, so a term or a change can be added to it, or taken away, without
 * counting the rest again. Columns are in the field's order, which is the order that breaks ties.
 */
export interface Race {
  /** Weight of all terms counted so far. */
  weight: number
  /** Weighted values of every alternative. */
  sums: readonly number[]
  /** How many rules speak against every alternative; it is out from one on. */
  against: readonly number[]
}

/** Counts the terms, and what rules alternatives out, for requirements with what the kind implies already applied. */
export function startRace(field: Field, requirements: Requirements, terms: readonly Term[]): Race {
  const rules = rulesOf(field.catalogue, requirements)
  const applies = (alternative: Parameters<Rule>[0]) =>
    rules.filter((rule) => rule(alternative) !== null).length
  const start = { weight: 0, sums: field.alternatives.map(() => 0), against: field.alternatives.map(applies) }
  return withTerms(start, terms)
}

/** The race with some more terms. */
export function withTerms({ weight, sums, against }: Race, terms: readonly Term[]): Race {
  const added = [...sums]
  let total = weight
  // Every turn comes by here some thirty times: loops, because a new race for each term is what took longest.
  for (const term of terms) {
    total += term.weight
    for (let i = 0; i < added.length; i += 1) added[i] = (added[i] ?? 0) + term.weight * (term.values[i] ?? 0)
  }
  return { weight: total, sums: added, against }
}

/** The race without terms that were counted. */
export const withoutTerms = (race: Race, terms: readonly Term[]): Race =>
  withTerms(
    race,
    terms.map((term) => ({ ...term, weight: -term.weight })),
  )

/** The race after two changes of different things, from the race after each of them and the one before. */
export function afterBoth(before: Race, first: Race, second: Race): Race {
  const combined = (a: readonly number[], b: readonly number[], base: readonly number[]) =>
    base.map((value, i) => (a[i] ?? 0) + (b[i] ?? 0) - value)
  return {
    weight: first.weight + second.weight - before.weight,
    sums: combined(first.sums, second.sums, before.sums),
    against: combined(first.against, second.against, before.against),
  }
}

/** Score of an alternative (index in the field), 0 to 100; null when it is out. */
export const scoreIn = ({ weight, sums, against }: Race, index: number): number | null =>
  against[index] === 0 ? (100 * (sums[index] ?? 0)) / weight : null

/** Index of the winner in the field; -1 when everything is out. */
export function winnerOf({ weight, sums, against }: Race): number {
  const equal = (TIE * weight) / 100
  let winner = -1
  let best = 0
  sums.forEach((sum, i) => {
    if (against[i] !== 0 || (winner !== -1 && sum - best < equal)) return
    winner = i
    best = sum
  })
  return winner
}
