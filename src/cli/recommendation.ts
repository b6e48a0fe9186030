import type { Advice } from '../advice/advice.ts'
import { type Explanation, explain } from '../advice/explain.ts'
import { noRequirements, type Requirements } from '../advice/requirements.ts'
import type { Consultant } from '../dialogue/consultant.ts'
import { mergeFindings } from '../dialogue/merge.ts'

/** `recommend --json`: the advice for a brief. */
export interface Recommended {
  /** Every alternative once: not excluded first, by score, ties by standing, then id. */
  ranking: { id: string; score: number; excluded: string | null }[]
  levels: Record<string, string>
  needs: Record<string, string>
  certainty: number
  robustness: number
  next: string | null
}

/** What a recommendation rests on: enough to give it again, and to see what has changed if it comes out otherwise. */
export interface Basis {
  text: string
  /** When it was given, as an ISO date and time; calendar dates in the text are counted from it. */
  date: string
  requirements: Requirements
  /** Hash of all knowledge, and of each of its files. */
  knowledge: { hash: string; files: Record<string, string> }
}

/** A recommendation for other programs to keep: with what it rests on and, where asked for, taken apart. */
export interface Recommendation extends Recommended {
  explain?: Explanation
  basis: Basis
}

/** What a text asks for, and the advice on it. */
export interface Advised {
  requirements: Requirements
  advice: Advice
}

/** Reads a brief and advises on it. Calendar dates are read only when it is known what day it is. */
export function adviseOn(consultant: Consultant, text: string, now: Date | null): Advised {
  const { findings } = consultant.language.understand(text, now)
  const requirements = mergeFindings(noRequirements(), findings, 'text')
  return { requirements, advice: consultant.advise(requirements) }
}

/** An advice as plain data. */
export const recommendedOf = ({ requirements, advice }: Advised): Recommended => ({
  ranking: advice.ranking.map(({ id, shown, excluded }) => ({ id, score: shown, excluded })),
  levels: mapValues(requirements.levels, (level) => level.level),
  needs: mapValues(requirements.needs, (need) => need.priority),
  certainty: rounded(advice.certainty),
  robustness: rounded(advice.robustness),
  next: advice.next,
})

/** The recommendation for a text: the same text, date and knowledge give the same bytes as JSON. */
export function recommendationOn(
  consultant: Consultant,
  text: string,
  now: Date,
  explained: boolean,
): Recommendation {
  const advised = adviseOn(consultant, text, now)
  const { requirements, advice } = advised
  const { hash, hashes } = consultant.catalogue
  return {
    ...recommendedOf(advised),
    ...(explained && { explain: explain(consultant.catalogue, requirements, advice) }),
    basis: { text, date: now.toISOString(), requirements, knowledge: { hash, files: hashes } },
  }
}

const SHARE_DIGITS = 4

const rounded = (share: number): number => Number(share.toFixed(SHARE_DIGITS))

const mapValues = <T>(record: Record<string, T>, value: (entry: T) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(record).map(([key, entry]) => [key, value(entry)]))
