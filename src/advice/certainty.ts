import type { Criterion } from '../knowledge/schema/criterion.ts'
import { LEVELS } from '../knowledge/schema/levels.ts'
import type { Kept } from './advice.ts'
import { runAll } from './contest.ts'
import type { Field } from './field.ts'
import { isSaid } from './kind.ts'
import { levelTerms } from './level-terms.ts'
import { own } from './own.ts'
import type { Race } from './race.ts'
import type { Requirements } from './requirements.ts'
import type { Term } from './terms.ts'

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
  const answers = open.map((criterion) => answersTo(field, requirements, criterion))
  const completions: Completions = {
    count: LEVELS.length ** open.length,
    wins: new Map(),
    byLevel: open.map(({ id }) => ({ criterion: id, levels: LEVELS.map(() => new Map()) })),
  }
  runAll(race, answers, (winner, chosen) => record(completions, chosen, winner))
  return completions
}

/** How many of the completions a winner (index in the field; -1 = none) wins. */
export const keptBy = ({ count, wins }: Completions, winner: number): Kept => ({
  kept: wins.get(winner) ?? 0,
  of: count,
})

/** For each level, everything that choosing it adds to the score. */
function answersTo(field: Field, requirements: Requirements, criterion: Criterion): Term[][] {
  return LEVELS.map((level) => levelTerms(field, requirements, criterion, { level, origin: 'answered' }))
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
