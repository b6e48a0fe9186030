import type { Catalogue } from '../knowledge/catalogue.ts'
import { lazy } from '../knowledge/lazy.ts'
import type { Advice, Kept, Ranked } from './advice.ts'
import { type Completions, keptBy, openCriteria, playOut } from './certainty.ts'
import { counterArgument } from './counter.ts'
import { createField, type Field, fieldOf } from './field.ts'
import { applyKind } from './kind.ts'
import { levelTerms } from './level-terms.ts'
import { likenessStandIn } from './likeness.ts'
import { informationOf, nextQuestion } from './next-question.ts'
import { own } from './own.ts'
import { type Race, startRace, winnerOf, withoutTerms, withTerms } from './race.ts'
import { rank } from './rank.ts'
import type { Requirements } from './requirements.ts'
import { stepsKept } from './robustness.ts'
import { termsOf } from './terms.ts'
import { LIKELY_FROM, SETTLED_FROM, WEIGHTS, type Weights } from './weights.ts'

/**
 * The advice for what is known so far: a ranking of all alternatives, how sure it is, what to ask next and what speaks
 * against it. The same catalogue and requirements always give the same advice; ids the catalogue does not have are
 * passed over. When everything is out the winner is null and, since no answer could bring one back, certain.
 *
 * @param weights others than the usual ones only to see what depends on them
 */
export function advise(catalogue: Catalogue, requirements: Requirements, weights: Weights = WEIGHTS): Advice {
  const field = weights === WEIGHTS ? fieldOf(catalogue) : createField(catalogue, weights)
  const applied = applyKind(catalogue, requirements)
  const { today, completions } = racesOf(field, applied)
  const first = winnerOf(today)
  const kept = keptBy(completions, first)
  const certainty = shareOf(kept)
  const information = informationOf(completions)
  const ranking = lazy(() => rank(field, applied))
  const left = lazy(() => ranking().filter(({ excluded }) => excluded === null))
  const steps = lazy(() => stepsKept(field, applied, today))
  return {
    winner: field.alternatives[first]?.id ?? null,
    certainty,
    information,
    next: nextQuestion(information, certainty),
    // Whoever only asks the next question needs none of the rest, which takes longer than what they need.
    get ranking() {
      return ranking()
    },
    get bestOfCore() {
      return bestOfCore(catalogue, left())
    },
    get robustness() {
      return shareOf(steps())
    },
    get counts() {
      return { completions: kept, steps: steps() }
    },
    get confidence() {
      return wordFor(Math.min(certainty, shareOf(steps())))
    },
    get lead() {
      const [winner, runnerUp] = left()
      return winner && runnerUp ? winner.score - runnerUp.score : null
    },
    get counter() {
      const [winner, runnerUp] = left()
      return counterArgument(catalogue, applied, winner, runnerUp)
    },
  }
}

function bestOfCore({ domain }: Catalogue, left: readonly Ranked[]): string | null {
  const place = left.findIndex(({ id }) => domain.core.includes(id))
  return place > 0 ? (left[place]?.id ?? null) : null
}

/** The race as it stands, and over every combination of answers to what is open. */
function racesOf(field: Field, requirements: Requirements): { today: Race; completions: Completions } {
  const open = openCriteria(field, requirements)
  // What the kind implies for an open criterion, and what the description reads like in its place, counts today and is
  // replaced by every answer to it.
  const implied = open.flatMap((criterion) => {
    const level = own(requirements.levels, criterion.id)
    return level === undefined ? [] : levelTerms(field, requirements, criterion, level)
  })
  const unasked = new Set(open.map(({ id }) => id))
  const said = Object.entries(requirements.levels).filter(([criterion]) => !unasked.has(criterion))
  const settled = { ...requirements, levels: Object.fromEntries(said) }
  const now = startRace(field, requirements, termsOf(field, settled))
  const race = withoutTerms(now, likenessStandIn(field, requirements))
  return { today: withTerms(now, implied), completions: playOut(field, requirements, race) }
}

/** Whole when there is nothing to have been wrong about. */
const shareOf = ({ kept, of }: Kept): number => (of === 0 ? 1 : kept / of)

function wordFor(share: number): Advice['confidence'] {
  if (share >= SETTLED_FROM) return 'settled'
  return share >= LIKELY_FROM ? 'likely' : 'open'
}
