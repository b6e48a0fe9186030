/** Something observed of a text, and how much it weighs beside what else is observed. */
export interface Sign {
  key: string
  weight: number
}

export interface Labelled {
  label: string
  signs: readonly Sign[]
}

/** A label with the logarithm of how likely it is, but for a constant. */
export interface Judged {
  label: string
  score: number
}

export interface NaiveBayes {
  /** Every label, the likeliest first; a sign that stands twice counts once. */
  judge(signs: readonly Sign[]): Judged[]
  /** How many of the texts it learned from have a sign. */
  timesSeen(key: string): number
}

/** So many texts' worth of the commonness everywhere are mixed into how common a sign is under one label. */
const SMOOTHING = 3
/** A sign never seen with a label makes it unlikely, not impossible: it may be the first. */
const FLOOR = 0.02

/** Learns bit by bit, so that whoever waits for something else need not wait for all of it. */
export interface Learner {
  /** Reads some more texts; false when there are none left. */
  learn(texts: number): boolean
  /** What was learned, after all texts were read. */
  finish(): NaiveBayes
}

/**
 * Learns which signs go with which label: naive Bayes on the presence of signs, each compared with how common it is
 * everywhere and smoothed towards that, as in C. Zhai and J. Lafferty, "A study of smoothing methods for language
 * models", ACM TOIS 22 (2004), with a Dirichlet prior.
 *
 * @param texts read once and not kept
 */
export function createLearner(texts: Iterable<Labelled>): Learner {
  const left = texts[Symbol.iterator]()
  const counts = noCounts()
  const learn: Learner['learn'] = (number) => {
    for (let read = 0; read < number; read += 1) {
      const next = left.next()
      if (next.done) return false
      take(counts, next.value)
    }
    return true
  }
  let learned: NaiveBayes | null = null
  return {
    learn,
    finish() {
      if (learned === null) {
        learn(Number.POSITIVE_INFINITY)
        learned = modelOf(counts)
      }
      return learned
    },
  }
}

/** What was learned from all texts at once; see `createLearner`. */
export const createNaiveBayes = (texts: Iterable<Labelled>): NaiveBayes => createLearner(texts).finish()

interface Counts {
  texts: number
  sizes: Map<string, number>
  everywhere: Map<string, number>
  /** A map for each label, and not one for each sign: there are a few dozen of these and tens of thousands of those. */
  seen: Map<string, Map<string, number>>
}

const noCounts = (): Counts => ({ texts: 0, sizes: new Map(), everywhere: new Map(), seen: new Map() })

function take(counts: Counts, { label, signs }: Labelled): void {
  counts.texts += 1
  count(counts.sizes, label)
  const here = counts.seen.get(label) ?? new Map<string, number>()
  counts.seen.set(label, here)
  for (const key of new Set(signs.map((sign) => sign.key))) {
    count(here, key)
    count(counts.everywhere, key)
  }
}

function modelOf({ texts, sizes, everywhere, seen }: Counts): NaiveBayes {
  /** What a sign tells for a label: seen with it so many times, and so common everywhere. */
  const evidence = (times: number, common: number, size: number): number =>
    Math.log((times / common + SMOOTHING) / (size + SMOOTHING) + FLOOR)
  // A sign that was never seen with a label tells the same whichever it is, so only the others are looked up.
  const labels = [...sizes].map(([label, size]) => ({ label, size, unseen: evidence(0, 1, size) }))
  return {
    judge(signs) {
      const known = [...new Map(signs.map((sign) => [sign.key, sign])).values()].flatMap(
        ({ key, weight }) => {
          const times = everywhere.get(key)
          return times ? [{ key, weight, common: (times + 0.5) / texts }] : []
        },
      )
      const told = sum(known.map(({ weight }) => weight))
      return labels
        .map(({ label, size, unseen }) => {
          const more = known.map(({ key, weight, common }) => {
            const times = seen.get(label)?.get(key)
            return times === undefined ? 0 : weight * (evidence(times, common, size) - unseen)
          })
          return { label, score: Math.log(size) + told * unseen + sum(more) }
        })
        .sort((a, b) => b.score - a.score)
    },
    timesSeen: (key) => everywhere.get(key) ?? 0,
  }
}

const count = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0)
