import Fuse from 'fuse.js'
import { stemOf, type Token } from '../knowledge/text.ts'
import { commonWords } from '../knowledge/words.ts'
import type { Lexicon } from './lexicon.ts'

/** Shorter words are too close to too many others to be corrected, but for a slip of the finger. */
const MIN_LENGTH = 4
/** So short a word is corrected only where a swap, or a letter left out in its middle, gives one word alone. */
const SLIP_LENGTH = 3
const MAX_CANDIDATES = 12
/** Of fuse.js, where 0 is equal; about one error in four letters. */
const THRESHOLD = 0.34
const MAX_LENGTH_DIFFERENCE = 2
/**
 * Up to this length most neighbours of a word are other words, so only a swap, a missing or an extra letter is
 * corrected, and towards ordinary words only one that is missing inside.
 */
const SHORT = 5
/** From this length two errors are still a misspelling and not another word. */
const LONG = 9

/** Corrects words towards names and phrase words, never towards prose. */
export interface Speller {
  /** The tokens, misspelt ones with the word that was meant. */
  correct(tokens: readonly Token[]): Token[]
  /** For an ordinary word that no phrase holds, the word of the phrases it may be a slip for ("dose", "sever"). */
  slipOf(token: Token): Token | null
}

/**
 * A word is corrected only if it is neither in the vocabulary nor a common English word. Candidates come from an
 * index of letter pairs; fuse.js judges those few, since scanning the whole vocabulary would take 200 ms for a brief.
 */
export function createSpeller(lexicon: Lexicon): Speller {
  const targets = [...lexicon.vocabulary].filter((word) => word.length >= MIN_LENGTH && /^[a-z]/.test(word))
  const index = indexPairs(targets)
  const remembered = new Map<string, string | null>()
  const slips = indexSlips(lexicon.vocabulary)
  const meantBy = (norm: string): string | null => {
    if (norm.length <= SLIP_LENGTH) return slips.get(norm) ?? null
    const swap = swapped(norm, lexicon.vocabulary)
    return swap ?? closest(norm, index) ?? vowelChanged(norm, lexicon.vocabulary)
  }
  const lookUp = (norm: string): string | null => {
    const known = remembered.get(norm)
    if (known !== undefined) return known
    const word = meantBy(norm) ?? inflected(norm, meantBy)
    if (remembered.size < 10_000) remembered.set(norm, word)
    return word
  }
  return {
    correct: (tokens) =>
      tokens.map((token) => {
        if (isKnown(token, lexicon)) return token
        const word = lookUp(token.norm)
        return word === null ? token : spelt(token, word)
      }),
    slipOf(token) {
      const { norm } = token
      // Not by its stem: "sever" has that of "several".
      const held = lexicon.vocabulary.has(norm)
      if (held || norm.length < MIN_LENGTH || !commonWords().has(norm)) return null
      const word = lookUp(norm)
      return word === null ? null : spelt(token, word)
    },
  }
}

const spelt = (token: Token, word: string): Token => ({ ...token, norm: word, stem: stemOf(word) })

function isKnown(token: Token, lexicon: Lexicon): boolean {
  const { norm, stem } = token
  if (norm.length < SLIP_LENGTH || /^\d/.test(norm)) return true
  if (/[^a-z]/.test(norm)) return norm.length < MIN_LENGTH
  return lexicon.vocabulary.has(norm) || lexicon.stems.has(stem) || commonWords().has(norm)
}

/** Two neighbouring letters in the wrong order count as one error; fuse.js would count two. */
function swapped(norm: string, vocabulary: ReadonlySet<string>): string | null {
  for (let i = norm.length > SHORT ? 0 : 1; i + 1 < norm.length; i += 1) {
    const candidate = norm.slice(0, i) + norm[i + 1] + norm[i] + norm.slice(i + 2)
    if (candidate !== norm && vocabulary.has(candidate)) return candidate
  }
  return null
}

/** "halp": another vowel inside a short word; towards ordinary words only, since names differ by less. */
function vowelChanged(norm: string, vocabulary: ReadonlySet<string>): string | null {
  if (norm.length > SHORT) return null
  for (const { 0: vowel, index } of norm.matchAll(/(?<=\w)[aeiou](?=\w)/g)) {
    for (const other of 'aeiou') {
      const word = norm.slice(0, index) + other + norm.slice(index + 1)
      if (other !== vowel && vocabulary.has(word) && commonWords().has(word)) return word
    }
  }
  return null
}

/** Letters that fingers and ears leave out. */
const LEFT_OUT = /[aeiouh]/

/** For three letters the one word they are a slip for: two letters swapped ("oen"), else one left out ("wen", "skp"). */
function indexSlips(vocabulary: ReadonlySet<string>): Map<string, string> {
  const words = [...vocabulary].filter((word) => /^[a-z]{3,4}$/.test(word))
  const swaps = Map.groupBy(
    words.filter((word) => word.length === SLIP_LENGTH),
    ([a, b, c]) => `${a}${c}${b}`,
  )
  const shorter = words
    .filter((word) => word.length > SLIP_LENGTH)
    .flatMap((word) =>
      [1, 2]
        .filter((at) => LEFT_OUT.test(word[at] ?? ''))
        .map((at) => [word.slice(0, at) + word.slice(at + 1), word]),
    )
  const left = Map.groupBy(shorter, ([slip]) => slip)
  const slips = new Map<string, string>()
  for (const [slip = '', found] of left) {
    const candidates = new Set(found.map(([, word = '']) => word))
    const [only] = candidates
    if (only !== undefined && candidates.size === 1) slips.set(slip, only)
  }
  for (const [slip, [word, other]] of swaps)
    if (word !== undefined && other === undefined) slips.set(slip, word)
  return slips
}

/** A form of a word that only stands in another form in the phrases: "sesions". */
function inflected(norm: string, meantBy: (norm: string) => string | null): string | null {
  const [, root = '', ending = ''] = /^(\w{4,}?)(s|ing|ed)$/.exec(norm) ?? []
  const word = root === '' ? null : meantBy(root)
  return word === null ? null : word + ending
}

const pairsOf = (word: string): string[] => {
  const padded = `^${word}$`
  return Array.from({ length: padded.length - 1 }, (_, i) => padded.slice(i, i + 2))
}

function indexPairs(words: readonly string[]): Map<string, string[]> {
  const index = new Map<string, string[]>()
  for (const word of words) {
    for (const pair of new Set(pairsOf(word))) {
      const list = index.get(pair)
      if (list) list.push(word)
      else index.set(pair, [word])
    }
  }
  return index
}

function closest(norm: string, index: Map<string, string[]>): string | null {
  const candidates = sharingPairs(norm, index).filter((word) => isMisspelt(norm, word))
  if (candidates.length === 0) return null
  const fuse = new Fuse(candidates, {
    includeScore: true,
    threshold: THRESHOLD,
    ignoreLocation: false,
    distance: 30,
  })
  const [best, second] = fuse.search(norm)
  if (best === undefined) return null
  const tie = second !== undefined && (second.score ?? 1) - (best.score ?? 1) < 0.001
  return tie && second.item[0] === norm[0] && best.item[0] !== norm[0] ? second.item : best.item
}

function isMisspelt(norm: string, word: string): boolean {
  if (distance(norm, word) > (norm.length < LONG ? 1 : 2)) return false
  if (norm.length > SHORT) return true
  if (word.length === norm.length || word[0] !== norm[0]) return false
  return !commonWords().has(word) || (word.length > norm.length && word.at(-1) === norm.at(-1))
}

function sharingPairs(norm: string, index: Map<string, string[]>): string[] {
  const counts = new Map<string, number>()
  for (const pair of pairsOf(norm)) {
    for (const word of index.get(pair) ?? []) {
      if (Math.abs(word.length - norm.length) > MAX_LENGTH_DIFFERENCE) continue
      counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  return [...counts]
    .filter(([, shared]) => shared >= 2)
    .sort(([a, m], [b, n]) => n - m || a.localeCompare(b))
    .slice(0, MAX_CANDIDATES)
    .map(([word]) => word)
}

/** Letters to insert, drop, change or swap with a neighbour to get from one word to the other. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.POSITIVE_INFINITY
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    rows.push(row)
    for (let j = 1; j <= b.length; j += 1) {
      const change = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swaps = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swap = swaps ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY
      row.push(Math.min(change, swap, at(i - 1, j) + 1, at(i, j - 1) + 1))
    }
  }
  return at(a.length, b.length)
}
