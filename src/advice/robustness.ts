import { LEVELS, type Level } from '../knowledge/schema/criterion.ts'
import type { Field } from './field.ts'
import { isSaid } from './kind.ts'
import { own } from './own.ts'
import { type Race, winnerOf, withoutTerm, withTerm } from './race.ts'
import type { Emphasis, Requirements } from './requirements.ts'
import { emphasisOf, levelTerm } from './terms.ts'

const EMPHASES: readonly Emphasis[] = [0.5, 1, 2]

/** Emphases one step away. */
export const emphasisSteps = (emphasis: Emphasis): Emphasis[] => neighbours(EMPHASES, emphasis)

/** Levels one step away. */
const levelSteps = (level: Level): Level[] => neighbours(LEVELS, level)

/**
 * Share of all single steps of the answered levels and of their emphases that keep the winner, 0 to 1; 1 when nothing
 * was answered, because then there is nothing to have been wrong about.
 *
 * @param race all terms of the requirements
 */
export function robustnessOf(field: Field, requirements: Requirements, race: Race): number {
  const winner = winnerOf(race)
  const outcomes = steps(field, requirements, race).map(winnerOf)
  return outcomes.length === 0 ? 1 : outcomes.filter((outcome) => outcome === winner).length / outcomes.length
}

function steps(field: Field, requirements: Requirements, race: Race): Race[] {
  return field.catalogue.criteria.flatMap((criterion) => {
    const said = own(requirements.levels, criterion.id)
    if (said === undefined || !isSaid(said)) return []
    const emphasis = emphasisOf(requirements, criterion.id)
    const others = withoutTerm(race, levelTerm(field, criterion, said, emphasis))
    const terms = [
      ...levelSteps(said.level).map((level) => levelTerm(field, criterion, { ...said, level }, emphasis)),
      ...emphasisSteps(emphasis).map((step) => levelTerm(field, criterion, said, step)),
    ]
    return terms.map((term) => withTerm(others, term))
  })
}

function neighbours<T>(scale: readonly T[], value: T): T[] {
  const at = scale.indexOf(value)
  return scale.filter((_, i) => Math.abs(i - at) === 1)
}
