import { LEVELS, type Level } from '../knowledge/schema/levels.ts'
import type { Kept } from './advice.ts'
import type { Field } from './field.ts'
import { isSaid } from './kind.ts'
import { emphasisOf, levelTerm, levelTerms } from './level-terms.ts'
import { own } from './own.ts'
import { type Race, winnerOf, withoutTerms, withTerms } from './race.ts'
import type { Emphasis, Requirements } from './requirements.ts'

const EMPHASES: readonly Emphasis[] = [0.5, 1, 2]

/** Emphases one step away. */
export const emphasisSteps = (emphasis: Emphasis): Emphasis[] => neighbours(EMPHASES, emphasis)

/** Levels one step away. */
const levelSteps = (level: Level): Level[] => neighbours(LEVELS, level)

/**
 * How many of all single steps of the answered levels and of their emphases keep the winner; none of none when
 * nothing was answered.
 *
 * @param race all terms of the requirements
 */
export function stepsKept(field: Field, requirements: Requirements, race: Race): Kept {
  const winner = winnerOf(race)
  const outcomes = steps(field, requirements, race).map(winnerOf)
  return { kept: outcomes.filter((outcome) => outcome === winner).length, of: outcomes.length }
}

function steps(field: Field, requirements: Requirements, race: Race): Race[] {
  return field.catalogue.criteria.flatMap((criterion) => {
    const said = own(requirements.levels, criterion.id)
    if (said === undefined || !isSaid(said)) return []
    const emphasis = emphasisOf(requirements, criterion.id)
    const unanswered = withoutTerms(race, levelTerms(field, requirements, criterion, said))
    const unweighted = withoutTerms(race, [levelTerm(field, criterion, said, emphasis)])
    return [
      ...levelSteps(said.level).map((level) =>
        withTerms(unanswered, levelTerms(field, requirements, criterion, { ...said, level })),
      ),
      ...emphasisSteps(emphasis).map((step) =>
        withTerms(unweighted, [levelTerm(field, criterion, said, step)]),
      ),
    ]
  })
}

function neighbours<T>(scale: readonly T[], value: T): T[] {
  const at = scale.indexOf(value)
  return scale.filter((_, i) => Math.abs(i - at) === 1)
}
