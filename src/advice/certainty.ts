import type { Criterion } from '../knowledge/schema/criterion.ts'
import { LEVELS } from '../knowledge/schema/criterion.ts'
import type { Field } from './field.ts'
import { isSaid } from './kind.ts'
import { own } from './own.ts'
import { type Race, winnerOf, withTerm } from './race.ts'
import type { Emphasis, Requirements } from './requirements.ts'
import { emphasisOf, levelTerm, type Term } from './terms.ts'

/** How often each alternative (index in the field; -1 = none) wins. */
type Wins = Map<number, number>

/** Who wins when all that is still open is answered, over every combination of answers. */
export interface Completions {
  /** How many there are: 3 to the power of the open criteria. */
  count: number
  wins: Wins
  /** The same, by the level that an open criterion was given. */
  byLevel: { criterion: string; levels: Wins[] }[]
}

/** Criteria nobody answered, in order; one that only the kind of project speaks to is still open. */
export function openCriteria({ catalogue }: Field, { levels }: Requirements): Criterion[] {
  return catalogue.criteria.filter(({ id }) => !isSaid(own(levels, id)))
}

/**
 * Plays out every combination of levels of the open criteria, each equally likely, with the emphasis already given
 * to them or the normal one.
 *
 * @param race all terms but those of the open criteria: an answer replaces what the kind implies
 */
export function playOut(field: Field, requirements: Requirements, race: Race): Completions {
  const open = openCriteria(field, requirements)
  const terms = open.map((criterion) => answersTo(field, criterion, emphasisOf(requirements, criterion.id)))
  const completions: Completions = {
    count: LEVELS.length ** open.length,
    wins: new Map(),
    byLevel: open.map(({ id }) => ({ criterion: id, levels: LEVELS.map(() => new Map()) })),
  }
  answer(race, [])
  return completions

  function answer(before: Race, chosen: readonly number[]): void {
    const choices = terms[chosen.length]
    if (choices === undefined) record(completions, chosen, winnerOf(before))
    choices?.forEach((term, level) => {
      answer(withTerm(before, term), [...chosen, level])
    })
  }
}

/** Share of the completions that a winner (index in the field; -1 = none) wins, 0 to 1. */
export const certaintyOf = ({ count, wins }: Completions, winner: number): number =>
  (wins.get(winner) ?? 0) / count

function answersTo(field: Field, criterion: Criterion, emphasis: Emphasis): Term[] {
  return LEVELS.map((level) => levelTerm(field, criterion, { level, origin: 'answered' }, emphasis))
}

function record({ wins, byLevel }: Completions, chosen: readonly number[], winner: number): void {
  count(wins, winner)
  byLevel.forEach(({ levels }, i) => {
    const winsAtLevel = levels[chosen[i] ?? -1]
    if (winsAtLevel) count(winsAtLevel, winner)
  })
}

function count(wins: Wins, winner: number): void {
  wins.set(winner, (wins.get(winner) ?? 0) + 1)
}
