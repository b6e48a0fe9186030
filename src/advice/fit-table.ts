import type { Catalogue } from '../knowledge/catalogue.ts'
import type { Contribution, Ranked, TermKey } from './advice.ts'
import { termName } from './words.ts'

/** Candidates against everything that counts. */
export interface FitTable {
  candidates: { name: string; score: number }[]
  /** How well each serves, 0 to 100, in the order of the candidates; null where nothing was said. */
  rows: { label: string; values: (number | null)[] }[]
}

/** How well each candidate serves each term of the score. */
export function fitTable(catalogue: Catalogue, candidates: readonly Ranked[]): FitTable {
  const terms = candidates[0]?.contributions.map(({ term }) => term) ?? []
  return {
    candidates: candidates.map(({ id, shown }) => ({ name: catalogue.nameOf(id), score: shown })),
    rows: terms.map((term) => ({
      label: termName(catalogue, term),
      values: candidates.map((candidate) => {
        const own = contributionFor(candidate, term)
        return own ? Math.round(own.value * 100) : null
      }),
    })),
  }
}

/** The contribution of one term to an alternative's score. */
export const contributionFor = ({ contributions }: Ranked, term: TermKey): Contribution | undefined => {
  const key = JSON.stringify(term)
  return contributions.find((contribution) => JSON.stringify(contribution.term) === key)
}
