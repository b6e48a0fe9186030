import type { CapabilityLevel } from '../knowledge/schema/alternative.ts'
import type { Origin, Priority } from './requirements.ts'

/*
 * Every number of the score that is a judgement and not knowledge, in one place. The unit is the weight of one
 * answered criterion with normal emphasis.
 */

/** One criterion's worth: enough to give an answer before the first question, soon outweighed by what is said. */
export const STANDING_WEIGHT = 1

export const CRITERION_WEIGHT = 1

/** Half a criterion: a criterion sums up a whole side of the project, a need is one feature of it. */
const NEED_WEIGHT = 0.5

/** How many times its weight a priority makes a need count; null = no term (dropped, or an elimination). */
const PRIORITY_FACTOR: Record<Priority, number | null> = {
  must: 2,
  should: 1,
  could: 0.5,
  not_needed: null,
  excluded: null,
}

/** What the kind of project merely implies counts half of what somebody said. */
const IMPLIED_FACTOR = 0.5

/** One word about the project as a whole, so it counts, but less than an answer to a question. */
export const KIND_WEIGHT = 0.6

/** More than any single answer: leaving a running system, or staying on one, costs more than most features do. */
export const EXISTING_WEIGHT = 1.5

/** Learning something new is paid once, so it counts like one criterion and not more. */
export const SKILLS_WEIGHT = 1

/** How well each level of a capability serves a need. */
export const NEED_VALUE: Record<CapabilityLevel, number> = {
  'built-in': 1,
  'first-party-extension': 0.9,
  'third-party': 0.7,
  manual: 0.3,
  none: 0,
}

/** An entry that does not mention a capability is read like "manual": nothing found that would save the work. */
export const UNMENTIONED_NEED_VALUE = NEED_VALUE.manual

/** An entry without a position on a criterion speaks neither for nor against itself. */
export const UNPLACED_VALUE = 0.5

export const KIND_VALUE = { suited: 1, unmentioned: 0.5, unsuited: 0 } as const

/** Knowing, or running, the alternative itself; a relative of it, where most of that carries over; or neither. */
export const FAMILIAR_VALUE = { same: 1, related: 0.7, other: 0.3 } as const

/** Staying on what they want to leave serves nobody; a relative of it keeps most of the code and the knowledge. */
export const LEAVING_VALUE = { left: 0, related: 1, other: 0.7 } as const

/** Shares from which an advice is called settled or likely: nine futures in ten, six in ten. */
export const SETTLED_FROM = 0.9
export const LIKELY_FROM = 0.6

/** Scores closer than this are equal: sums in another order differ by less, judgements by far more. */
export const TIE = 1e-9

/** A lead below the tenth that is shown is no argument. */
export const SMALLEST_ARGUMENT = 0.05

/** Half for what is merely implied, else whole. */
export const originFactor = (origin: Origin): number => (origin === 'kind' ? IMPLIED_FACTOR : 1)

/** Weight of a need; null when the priority makes no term of it. */
export function needWeight(priority: Priority, origin: Origin): number | null {
  const factor = PRIORITY_FACTOR[priority]
  return factor === null ? null : NEED_WEIGHT * factor * originFactor(origin)
}
