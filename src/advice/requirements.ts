import type { Level } from '../knowledge/schema/levels.ts'
import type { Priority } from '../knowledge/schema/lists.ts'

export type { Priority }

/** Where a requirement comes from; earlier ones take precedence. */
export type Origin = 'answered' | 'text' | 'kind'

/** How much a criterion counts: half, normal, double. */
export type Emphasis = 0.5 | 1 | 2

export interface LevelRequirement {
  level: Level
  origin: Origin
  /** The person's own words, when there were any. */
  words?: string
}

export interface NeedRequirement {
  priority: Priority
  origin: Origin
  words?: string
}

/** Situations a description resembles. */
export interface Likeness {
  /** How many of its words were known: a longer description says more than a remark. */
  words: number
  /** The likeliest ones, best first; shares from 0 to 1 that add up to at most 1. */
  situations: { id: string; share: number }[]
}

/** What the client wants, as far as it is known. All keys are ids of the knowledge base. */
export interface Requirements {
  /** A criterion that is missing was not answered. */
  levels: Record<string, LevelRequirement>
  /** Only criteria with other than normal emphasis. */
  emphasis: Record<string, Emphasis>
  needs: Record<string, NeedRequirement>
  kind: { id: string; words?: string } | null
  /** What the client's description reads like; null when there was none, or it is not to count. */
  likeness: Likeness | null
  context: {
    /** Alternatives their present system runs on. */
    existing: string[]
    /** Alternatives the team knows well. */
    skills: string[]
    /** True when they want to leave what they run, false when they mean to keep it, null when they said neither. */
    leaving: boolean | null
    /** Circumstances of context.yaml that hold. */
    rules: string[]
    /** Version of the runtime they are bound to, as written, such as 3.10; null = any. */
    runtime: string | null
  }
  /** Alternatives the client refuses. */
  refused: string[]
  /** When not empty, only these are to be considered. */
  only: string[]
}

/** Requirements of someone who has said nothing yet. */
export function noRequirements(): Requirements {
  return {
    levels: {},
    emphasis: {},
    needs: {},
    kind: null,
    likeness: null,
    context: { existing: [], skills: [], leaving: null, rules: [], runtime: null },
    refused: [],
    only: [],
  }
}
