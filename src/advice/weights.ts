import type { CapabilityLevel } from '../knowledge/schema/alternative.ts'
import type { Origin, Priority } from './requirements.ts'

/**
 * Every number of the score that is a judgement and not knowledge, in one place. Weights are in criteria of normal
 * emphasis; values run from 0 to 1, whose ends (built in or missing, suited or unsuited) are the scale itself.
 */
export const WEIGHTS = {
  /** Little more than a criterion: it gives an answer before the first question, and a tie-break for terse texts. */
  standing: 1.2,
  criterion: 1,

  /** Half a criterion: a criterion sums up a whole side of the project, a need is one feature of it. */
  need: 0.5,
  /** How many times its weight a priority makes a need count. */
  must: 2,
  should: 1,
  could: 0.5,
  /** What the kind of project merely implies counts half of what somebody said. */
  implied: 0.5,

  /** One word about the project as a whole, so it counts, but less than an answer to a question. */
  kind: 0.6,
  /** What the whole description resembles: a first impression, which answers and needs then add to and outweigh together. */
  likeness: 2,
  /** With so many known words it counts half of that: a remark resembles much, and means little by it. */
  likenessHalf: 10,
  /** It stands in for what was not answered: each answered criterion takes so much of it away. */
  likenessReplaced: 0.12,
  /** More than any single answer: leaving a running system, or staying on one, costs more than most features do. */
  existing: 1.5,
  /** Who means to keep it, or only misses something in it, has decided more than who leaves. */
  existingKept: 2,
  /** ... and half as much when they say neither and miss nothing. */
  existingUnsaid: 0.5,
  /** Learning something new is paid once, so it counts like one criterion and not more. */
  skills: 1,

  /** How well a capability serves a need when it is not simply built in. */
  firstParty: 0.9,
  thirdParty: 0.7,
  manual: 0.3,
  /** An entry that does not mention a capability is read like "manual": nothing found that would save the work. */
  unmentioned: 0.3,
  /** An entry without a position on a criterion speaks neither for nor against itself. */
  unplaced: 0.5,
  /** A kind of project that an entry calls neither its best nor its worst. */
  kindUnmentioned: 0.5,
  /** A relative of what is known or running, where most of that carries over; and everything else. */
  familiarRelated: 0.7,
  familiarOther: 0.3,
  /** Staying on what they complain of: worse than any known move, though mending it may still be the way. */
  moveNone: 0.4,
  /** A move away from what runs today, by what it costs: the less has to be written anew, the better. */
  moveSmall: 1,
  moveMedium: 0.8,
  moveLarge: 0.5,
  moveUnknown: 0.45,
  /** A move of medium size for who wants to keep what there is and only add to it. */
  extendMedium: 0.5,
  /** What runs today lacks a need that it serves less than this: in name only, or by work of one's own. */
  lackBelow: 0.4,
} satisfies Record<string, number>

/** A full set of them; others than `WEIGHTS` only to see what depends on which. */
export type Weights = typeof WEIGHTS

/** Shares from which an advice is called settled or likely: nine futures in ten, six in ten. */
export const SETTLED_FROM = 0.9
export const LIKELY_FROM = 0.6

/** Scores closer than this are equal: sums in another order differ by less, judgements by far more. */
export const TIE = 1e-9

/** A lead below the tenth that is shown is no argument. */
export const SMALLEST_ARGUMENT = 0.05

/** Half for what is merely implied, else whole. */
export const originFactor = ({ implied }: Weights, origin: Origin): number =>
  origin === 'kind' ? implied : 1

/** Weight of a need; null when the priority makes no term of it: dropped, or an elimination. */
export function needWeight(weights: Weights, priority: Priority, origin: Origin): number | null {
  if (priority === 'not_needed' || priority === 'excluded') return null
  return weights.need * weights[priority] * originFactor(weights, origin)
}

/** How well a level of a capability serves a need, 0 to 1; undefined = the entry does not mention it. */
export function needValue(weights: Weights, level: CapabilityLevel | undefined): number {
  switch (level) {
    case 'built-in':
      return 1
    case 'first-party-extension':
      return weights.firstParty
    case 'third-party':
      return weights.thirdParty
    case 'manual':
      return weights.manual
    case 'none':
      return 0
    case undefined:
      return weights.unmentioned
  }
}

/** Points between first and second from which the first is "clearly ahead". */
export const CLEAR_LEAD = 8
