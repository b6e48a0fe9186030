import type { Completions } from './certainty.ts'

/** Less than this is nothing but the rounding of logarithms. */
const NOTHING = 1e-12

/**
 * What the answer to each open criterion says about the winner: their mutual information over all completions.
 *
 * @returns bits by criterion id, in the order of the criteria; 0 = its answer alone says nothing
 */
export function informationOf({ count, wins, byLevel }: Completions): Record<string, number> {
  const before = entropy(wins.values(), count)
  return Object.fromEntries(
    byLevel.map(({ criterion, levels }) => {
      const each = count / levels.length
      const after = levels.reduce((sum, level) => sum + entropy(level.values(), each), 0) / levels.length
      const gained = before - after
      return [criterion, gained < NOTHING ? 0 : gained]
    }),
  )
}

/**
 * The criterion to ask about next: the one that says most, the earlier one among equals. Null when the winner wins
 * every completion, so that no answer can change it.
 */
export function nextQuestion(information: Record<string, number>, certainty: number): string | null {
  if (certainty === 1) return null
  const most = Math.max(...Object.values(information))
  return Object.keys(information).find((criterion) => most - (information[criterion] ?? 0) < NOTHING) ?? null
}

function entropy(counts: Iterable<number>, total: number): number {
  let bits = 0
  for (const count of counts) bits -= (count / total) * Math.log2(count / total)
  return bits
}
