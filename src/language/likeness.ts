import type { Situation } from '../knowledge/schema/situation.ts'
import { STOP_WORDS } from '../knowledge/stop-words.ts'
import { type Token, tokenise } from '../knowledge/text.ts'
import { createLearner, type Judged, type Learner, type NaiveBayes } from './naive-bayes.ts'

/** Situations a text resembles. */
export interface FoundLikeness {
  /** How many of its words and pairs of words were known. */
  words: number
  /** The likeliest ones, best first; shares from 0 to 1. */
  situations: { id: string; share: number }[]
}

export interface LikenessReader extends Pick<Learner, 'learn'> {
  /** Which situations a text resembles; null when too few of its words are known. */
  read(tokens: readonly Token[]): FoundLikeness | null
  /** The same with the words that speak most for each, for whoever mends a misreading. */
  explain(tokens: readonly Token[]): { id: string; share: number; words: string[] }[]
}

/** A word that one example alone has says more of the example than of its situation. */
const COMMON_FROM = 2
/** With fewer known words and pairs nothing can be told: a remark is no description. */
const FEWEST_WORDS = 10
/** Words of a text are not independent: their evidence grows with this power of their number, not with the number. */
const EVIDENCE = 0.6
/** How many situations are told, and the least share that is. */
const MOST_TOLD = 4
const LEAST_SHARE = 0.05
const MOST_TELLING = 5

/**
 * Learns the words of the situations from their examples, at the first text or before, bit by bit: an assistant that is
 * only asked questions need not wait for it.
 */
export function createLikenessReader(situations: readonly Situation[]): LikenessReader {
  const learner = createLearner(examplesIn(situations))
  const model = learner.finish
  const read = (tokens: readonly Token[]): FoundLikeness | null => {
    if (situations.length === 0) return null
    const { judge, timesSeen } = model()
    const known = [...wordsOf(tokens).keys()].filter((key) => timesSeen(key) >= COMMON_FROM)
    if (known.length < FEWEST_WORDS) return null
    const judged = judge(known.map((key) => ({ key, weight: known.length ** (EVIDENCE - 1) })))
    return { words: known.length, situations: sharesOf(judged) }
  }
  return {
    learn: learner.learn,
    read,
    explain: (tokens) =>
      (read(tokens)?.situations ?? []).map((one) => ({
        ...one,
        words: tellingWords(model(), tokens, one.id),
      })),
  }
}

const examplesIn = (situations: readonly Situation[]) =>
  situations.values().flatMap(({ id, examples }) =>
    examples.values().map((example) => ({
      label: id,
      signs: [...wordsOf(tokenise(example)).keys()].map((key) => ({ key, weight: 1 })),
    })),
  )

function sharesOf(judged: readonly Judged[]): FoundLikeness['situations'] {
  const most = judged[0]?.score ?? 0
  const odds = judged.map(({ label, score }) => ({ id: label, odds: Math.exp(score - most) }))
  const total = odds.reduce((sum, one) => sum + one.odds, 0)
  return odds
    .map(({ id, odds }) => ({ id, share: Math.round((1000 * odds) / total) / 1000 }))
    .filter(({ share }) => share >= LEAST_SHARE)
    .slice(0, MOST_TOLD)
}

/** The words of a text that speak most for one situation, against the mean of all. */
function tellingWords(model: NaiveBayes, tokens: readonly Token[], situation: string): string[] {
  const lead = (key: string): number => {
    const judged = model.judge([{ key, weight: 1 }])
    const mean = judged.reduce((sum, { score }) => sum + score, 0) / judged.length
    return (judged.find(({ label }) => label === situation)?.score ?? mean) - mean
  }
  return [...wordsOf(tokens)]
    .filter(([key]) => model.timesSeen(key) >= COMMON_FROM)
    .map(([key, words]) => ({ words, lead: lead(key) }))
    .filter(({ lead }) => lead > 0)
    .toSorted((a, b) => b.lead - a.lead)
    .slice(0, MOST_TELLING)
    .map(({ words }) => words)
}

/** Stems of the words that say something, and pairs of neighbours in a sentence, each with the words as written. */
function wordsOf(tokens: readonly Token[]): Map<string, string> {
  const words = new Map<string, string>()
  for (const [at, { norm, stem, sentence, raw }] of tokens.entries()) {
    if (!STOP_WORDS.has(norm)) words.set(stem, raw)
    const before = tokens[at - 1]
    if (before?.sentence === sentence) words.set(`${before.stem} ${stem}`, `${before.raw} ${raw}`)
  }
  return words
}
