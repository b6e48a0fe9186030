import type { Catalogue } from '../knowledge/catalogue.ts'
import type { Advice, Kept, Ranked } from './advice.ts'
import { keptBy, openCriteria, playOut } from './certainty.ts'
import { counterArgument } from './counter.ts'
import { createField, type Field, fieldOf } from './field.ts'
import { applyKind } from './kind.ts'
import { levelTerms } from './level-terms.ts'
import { informationOf, nextQuestion } from './next-question.ts'
import { own } from './own.ts'
import { startRace, winnerOf, withTerms } from './race.ts'
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
  const ranking = rank(field, applied)
  const left = ranking.filter(({ excluded }) => excluded === null)
  const [winner, runnerUp] = left
  const sureness = surenessOf(field, applied)
  return {
    ranking,
    winner: winner?.id ?? null,
    bestOfCore: bestOfCore(catalogue, left),
    ...sureness,
    confidence: wordFor(Math.min(sureness.certainty, sureness.robustness)),
    lead: winner && runnerUp ? winner.score - runnerUp.score : null,
    counter: counterArgument(catalogue, applied, winner, runnerUp),
  }
}

function bestOfCore({ domain }: Catalogue, left: readonly Ranked[]): string | null {
  const place = left.findIndex(({ id }) => domain.core.includes(id))
  return place > 0 ? (left[place]?.id ?? null) : null
}

type Sureness = Pick<Advice, 'certainty' | 'robustness' | 'counts' | 'information' | 'next'>

function surenessOf(field: Field, requirements: Requirements): Sureness {
  const open = openCriteria(field, requirements)
  // What the kind implies for an open criterion counts today, and is replaced by every answer to it.
  const implied = open.flatMap((criterion) => {
    const level = own(requirements.levels, criterion.id)
    return level === undefined ? [] : levelTerms(field, requirements, criterion, level)
  })
  const unasked = new Set(open.map(({ id }) => id))
  const said = Object.entries(requirements.levels).filter(([criterion]) => !unasked.has(criterion))
  const settled = { ...requirements, levels: Object.fromEntries(said) }
  const race = startRace(field, requirements, termsOf(field, settled))
  const today = withTerms(race, implied)
  const completions = playOut(field, requirements, race)
  const counts = {
    completions: keptBy(completions, winnerOf(today)),
    steps: stepsKept(field, requirements, today),
  }
  const certainty = shareOf(counts.completions)
  const information = informationOf(completions)
  return {
    certainty,
    robustness: shareOf(counts.steps),
    counts,
    information,
    next: nextQuestion(information, certainty),
  }
}

/** Whole when there is nothing to have been wrong about. */
const shareOf = ({ kept, of }: Kept): number => (of === 0 ? 1 : kept / of)

function wordFor(share: number): Advice['confidence'] {
  if (share >= SETTLED_FROM) return 'settled'
  return share >= LIKELY_FROM ? 'likely' : 'open'
}
