import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import type { Ranked, TermKey } from '../../src/advice/advice.ts'
import { applyKind } from '../../src/advice/kind.ts'
import type { Requirements } from '../../src/advice/requirements.ts'
import { type Advised, adviseOn } from '../../src/cli/recommendation.ts'
import type { Consultant } from '../../src/dialogue/consultant.ts'
import { readCases } from './cases.ts'

const SHOWN_PLACES = 3

const result = z.strictObject({
  id: z.string(),
  first: z.array(
    z.strictObject({
      id: z.string(),
      score: z.number(),
      /** Points of each term, as shown. */
      points: z.record(z.string(), z.number()),
    }),
  ),
  confidence: z.enum(['settled', 'likely', 'open']),
  out: z.array(z.string()),
})

/** What is kept of the advice on one brief: the first three with what they are made of, how sure, who is out. */
export type Result = z.infer<typeof result>

interface Brief {
  id: string
  brief: string
}

const inProject = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const RESULTS = inProject('test/advice/recorded/results.jsonl')

/** The briefs whose results are recorded: the sample cases and some plain ones. */
export function recordedBriefs(): Brief[] {
  const plain = linesOf(inProject('test/advice/recorded/briefs.jsonl')).map((line): Brief => JSON.parse(line))
  return [...readCases(inProject('test/eval')).briefs.map(({ id, brief }) => ({ id, brief })), ...plain]
}

/** Today's results. No day is given, so that they do not change with it. */
export const resultsToday = (consultant: Consultant, briefs: readonly Brief[]): Result[] =>
  briefs.map(({ id, brief }) => resultOf(consultant, id, adviseOn(consultant, brief, null)))

/** The results as recorded; none before the first time. */
export const readResults = (): Result[] =>
  existsSync(RESULTS) ? linesOf(RESULTS).map((line) => result.parse(JSON.parse(line))) : []

/** Keeps the results: one line a brief, so that a version control system shows which moved. */
export const writeResults = (results: readonly Result[]): void =>
  writeFileSync(RESULTS, results.map((one) => `${JSON.stringify(one)}\n`).join(''))

const linesOf = (file: string): string[] => readFileSync(file, 'utf8').split('\n').filter(Boolean)

function resultOf({ catalogue }: Consultant, id: string, { requirements, advice }: Advised): Result {
  const applied = applyKind(catalogue, requirements)
  const [left, out] = [true, false].map((stays) =>
    advice.ranking.filter(({ excluded }) => (excluded === null) === stays),
  )
  return {
    id,
    first: (left ?? []).slice(0, SHOWN_PLACES).map((ranked) => ({
      id: ranked.id,
      score: ranked.shown,
      points: pointsOf(ranked, applied),
    })),
    confidence: advice.confidence,
    out: (out ?? []).map((ranked) => ranked.id).sort(),
  }
}

const pointsOf = ({ contributions }: Ranked, requirements: Requirements): Record<string, number> =>
  Object.fromEntries(contributions.map(({ term, shown }) => [labelOf(term, requirements), shown]))

/** What a term is about with what was wanted of it: another reading of the brief is another term. */
function labelOf(term: TermKey, { levels, needs }: Requirements): string {
  switch (term.kind) {
    case 'standing':
      return 'standing'
    case 'criterion':
      return `${term.criterion} ${levels[term.criterion]?.level}`
    case 'need':
      return `${term.need} ${needs[term.need]?.priority}`
    case 'likeness':
      return 'reads like'
    case 'kind':
      return `kind ${term.id}`
    case 'context':
    case 'circumstance':
      return term.rule
    default:
      return term satisfies never
  }
}
