import type { Contribution, Ranked } from '../advice/advice.ts'
import * as advice from '../advice/reasons.ts'
import type { Requirements } from '../advice/requirements.ts'
import { escapeMarkup } from '../card/markup.ts'
import type { Catalogue } from '../knowledge/catalogue.ts'
import type { Alternative } from '../knowledge/schema/alternative.ts'

/** A reason as it is told to whoever is asking: `said` quotes them, as marked text. */
export type Reason = advice.Reason

/** What speaks for a ranked alternative, strongest first; see `advice/reasons.ts`. */
export const reasonsFor = (
  catalogue: Catalogue,
  requirements: Requirements,
  ranked: Ranked,
  ranking: readonly Ranked[],
): Reason[] => advice.reasonsFor(catalogue, requirements, ranked, ranking).map(quoting)

/** One contribution in words. */
export const reasonOf = (
  catalogue: Catalogue,
  requirements: Requirements,
  alternative: Alternative,
  contribution: Contribution,
): Reason => quoting(advice.reasonOf(catalogue, requirements, alternative, contribution))

const quoting = (reason: Reason): Reason => ({
  ...reason,
  said: reason.said === null ? null : `You said: "${escapeMarkup(reason.said)}"`,
})
