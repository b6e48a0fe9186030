import type { Catalogue } from '../knowledge/catalogue.ts'
import type { Point } from '../knowledge/schema/alternative.ts'
import type { CounterArgument, Ranked } from './advice.ts'
import { isSaid } from './kind.ts'
import { own } from './own.ts'
import type { Requirements } from './requirements.ts'
import { SMALLEST_ARGUMENT } from './weights.ts'
import { isWished } from './wishes.ts'

/**
 * The strongest thing to say against the winner: the term in which the runner-up leads most, else the winner's first
 * weakness that touches an answered criterion, else a stated need, else its first weakness of all.
 *
 * @returns null without a winner
 */
export function counterArgument(
  catalogue: Catalogue,
  requirements: Requirements,
  winner: Ranked | undefined,
  runnerUp: Ranked | undefined,
): CounterArgument | null {
  if (winner === undefined) return null
  const lead = runnerUp === undefined ? null : largestLead(winner, runnerUp)
  return lead ?? closestWeakness(catalogue.alternative(winner.id)?.weaknesses ?? [], requirements)
}

function largestLead(winner: Ranked, runnerUp: Ranked): CounterArgument | null {
  let largest: (CounterArgument & { kind: 'term' }) | null = null
  for (const [i, { term, points }] of runnerUp.contributions.entries()) {
    const lead = points - (winner.contributions[i]?.points ?? 0)
    if (lead > (largest?.points ?? SMALLEST_ARGUMENT)) {
      largest = { kind: 'term', term, runnerUp: runnerUp.id, points: lead }
    }
  }
  return largest
}

function closestWeakness(weaknesses: readonly Point[], requirements: Requirements): CounterArgument | null {
  const answered = (criterion: string) => isSaid(own(requirements.levels, criterion))
  const stated = (capability: string) => isWished(requirements, capability)
  const candidates = [
    weaknesses.findIndex(({ criteria }) => criteria?.some(answered)),
    weaknesses.findIndex((weakness) => weakness.needs?.some(stated)),
    weaknesses.length === 0 ? -1 : 0,
  ]
  const index = candidates.find((candidate) => candidate !== -1)
  return index === undefined ? null : { kind: 'weakness', index }
}
