import type { Advice, Ranked } from '../advice/advice.ts'
import type { Requirements } from '../advice/requirements.ts'
import type { Catalogue } from '../knowledge/catalogue.ts'
import type { Alternative } from '../knowledge/schema/alternative.ts'
import type { Citations } from './citations.ts'

/** Everything the sections of a brief are written from. */
export interface Consulted {
  catalogue: Catalogue
  requirements: Requirements
  advice: Advice
  citations: Citations
}

/** The recommended one and those next to it. */
export interface Candidates {
  winner: Alternative
  /** Best first, the winner among them; at most three. */
  ranked: readonly [Ranked, ...Ranked[]]
}

const MOST_CANDIDATES = 3

/** The first three that are still in; null when everything is ruled out. */
export function candidatesOf({
  catalogue,
  advice,
}: Pick<Consulted, 'catalogue' | 'advice'>): Candidates | null {
  const [first, ...others] = advice.ranking
    .filter(({ excluded }) => excluded === null)
    .slice(0, MOST_CANDIDATES)
  const winner = first && catalogue.alternative(first.id)
  return first && winner ? { winner, ranked: [first, ...others] } : null
}
