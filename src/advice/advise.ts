import type { Catalogue } from '../knowledge/catalogue.ts'
import type { Advice } from './advice.ts'
import { certaintyOf, openCriteria, playOut } from './certainty.ts'
import { counterArgument } from './counter.ts'
import { createField, type Field } from './field.ts'
import { applyKind } from './kind.ts'
import { informationOf, nextQuestion } from './next-question.ts'
import { startRace, winnerOf } from './race.ts'
import { rank } from './rank.ts'
import type { Requirements } from './requirements.ts'
import { robustnessOf } from './robustness.ts'
import { termsOf } from './terms.ts'
import { LIKELY_FROM, SETTLED_FROM } from './weights.ts'

/**
 * The advice for what is known so far: a ranking of all alternatives, how sure it is, what to ask next and what speaks
 * against it. The same catalogue and requirements always give the same advice; ids the catalogue does not have are
 * passed over. When everything is out the winner is null and, since no answer could bring one back, certain.
 */
export function advise(catalogue: Catalogue, requirements: Requirements): Advice {
  const field = createField(catalogue)
  const applied = applyKind(catalogue, requirements)
  const ranking = rank(field, applied)
  const [winner, runnerUp] = ranking.filter(({ excluded }) => excluded === null)
  const sureness = surenessOf(field, applied)
  return {
    ranking,
    winner: winner?.id ?? null,
    ...sureness,
    confidence: wordFor(Math.min(sureness.certainty, sureness.robustness)),
    lead: winner && runnerUp ? winner.score - runnerUp.score : null,
    counter: counterArgument(catalogue, applied, winner, runnerUp),
  }
}

type Sureness = Pick<Advice, 'certainty' | 'robustness' | 'information' | 'next'>

function surenessOf(field: Field, requirements: Requirements): Sureness {
  const open = new Set(openCriteria(field, requirements).map(({ id }) => id))
  const terms = termsOf(field, requirements)
  const settled = terms.filter(({ key }) => key.kind !== 'criterion' || !open.has(key.criterion))
  const race = startRace(field, requirements, terms)
  const completions = playOut(field, requirements, startRace(field, requirements, settled))
  const certainty = certaintyOf(completions, winnerOf(race))
  const information = informationOf(completions)
  const robustness = robustnessOf(field, requirements, race)
  return { certainty, robustness, information, next: nextQuestion(information, certainty) }
}

function wordFor(share: number): Advice['confidence'] {
  if (share >= SETTLED_FROM) return 'settled'
  return share >= LIKELY_FROM ? 'likely' : 'open'
}
