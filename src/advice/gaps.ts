import type { Contribution, Ranked } from './advice.ts'
import { contributionFor } from './fit-table.ts'

/** Smaller differences are rounding, not reasons. */
const NOTICEABLE = 0.05

/** One term in which an alternative and the first differ. */
export interface Gap {
  /** Points between the two, above 0. */
  points: number
  /** What the term adds to the alternative's score. */
  contribution: Contribution
}

/** Where an alternative loses against the first and where it is better, widest gap first. */
export function gapsOf(first: Ranked, ranked: Ranked): { behind: Gap[]; ahead: Gap[] } {
  const gaps = ranked.contributions.map((contribution) => ({
    points: (contributionFor(first, contribution.term)?.points ?? 0) - contribution.points,
    contribution,
  }))
  return {
    behind: gaps.filter(({ points }) => points > NOTICEABLE).toSorted((a, b) => b.points - a.points),
    ahead: gaps
      .filter(({ points }) => points < -NOTICEABLE)
      .map((gap) => ({ ...gap, points: -gap.points }))
      .toSorted((a, b) => b.points - a.points),
  }
}
