import type { Emphasis, Priority } from './requirements.ts'

/** What a term of the score is about. */
export type TermKey =
  | { kind: 'standing' }
  | { kind: 'criterion'; criterion: string }
  | { kind: 'need'; need: string }
  | { kind: 'kind'; id: string }
  | { kind: 'likeness' }
  | { kind: 'context'; rule: 'existing' | 'skills' }
  | { kind: 'circumstance'; rule: string }

/** One term of one alternative's score. */
export interface Contribution {
  term: TermKey
  /** How well it serves, 0 to 1. */
  value: number
  /** In criteria of normal emphasis. */
  weight: number
  /** Share of all weights, 0 to 1; the shares of one alternative add up to 1. */
  share: number
  /** Exact points of the score: 100 x value x share. */
  points: number
  /** Points as shown: tenths that add up to the shown score. */
  shown: number
}

export interface Ranked {
  id: string
  /** 0 to 100, exact. */
  score: number
  /** Rounded to tenths. */
  shown: number
  /** Why it is out, as one sentence; null = still in. */
  excluded: string | null
  contributions: Contribution[]
}

/** How many of some possible futures keep the winner. */
export interface Kept {
  kept: number
  of: number
}

/** One alteration of the requirements. */
export type Change =
  | { kind: 'level'; criterion: string; to: 'low' | 'medium' | 'high' | null }
  | { kind: 'emphasis'; criterion: string; to: Emphasis }
  | { kind: 'need'; need: string; to: Priority | null }

/** The strongest thing to say against the winner. */
export type CounterArgument =
  | { kind: 'term'; term: TermKey; runnerUp: string; points: number }
  | { kind: 'weakness'; index: number }

export interface Advice {
  /** Every alternative once: those still in first, by score, ties by standing, then id. */
  ranking: Ranked[]
  /** First of the ranking that is still in; null when nothing is left. */
  winner: string | null
  /**
   * The best of the alternatives that the guide itself presents, to be named beside a winner that is none of them;
   * null when the winner is one, or they are all out.
   */
  bestOfCore: string | null
  /** Share of the completions of the unanswered levels that keep the winner, 0 to 1. */
  certainty: number
  /** Share of one-step changes of answered levels and emphases that keep the winner, 0 to 1; 1 where there are none. */
  robustness: number
  /** The same two, counted. */
  counts: { completions: Kept; steps: Kept }
  /** Word for the lower of the two. */
  confidence: 'settled' | 'likely' | 'open'
  /** Lead over the runner-up in points; null without one. */
  lead: number | null
  /** Criterion whose answer says most about the winner; null when no answer can change it. */
  next: string | null
  /** Information of each unanswered criterion about the winner, in bits. */
  information: Record<string, number>
  counter: CounterArgument | null
}
