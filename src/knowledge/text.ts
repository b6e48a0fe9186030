import { stemmer } from 'stemmer'

/** One word or number of a text. */
export interface Token {
  /** As it was written. */
  raw: string
  /** Lower case, without accents and apostrophes. */
  norm: string
  /** Porter stem of `norm`; M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980). */
  stem: string
  start: number
  end: number
  /** Number of the sentence and of the clause (split at commas and contrasts too) it stands in, from 0. */
  sentence: number
  clause: number
}

const WORD =
  /\d+(?:[.,]\d+)*(?=(?:ms|rps|qps|kb|mb|gb|tb|sec|min)\b)|\d+(?:[.,]\d+)+[a-z]*|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}])+(?:['’](?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])\p{L})+)*/giu
const SENTENCE_END = /[!?;\n。！？]|\.(?:\s|$|["')\]])/u
const CLAUSE_END = /[,:()–—、]|\s-\s/u
const MARKS = /\p{M}|['’]/gu
const stems = new Map<string, string>()
const STEM_CACHE_LIMIT = 50_000

/** Porter stem of a normalised word; words with digits and very short ones stay as they are. */
export function stemOf(norm: string): string {
  if (norm.length < 4 || /[^a-z]/.test(norm)) return norm
  const known = stems.get(norm)
  if (known !== undefined) return known
  const stem = stemmer(norm)
  if (stems.size < STEM_CACHE_LIMIT) stems.set(norm, stem)
  return stem
}

/** Lower case, compatibility forms folded, accents and apostrophes removed. */
export function normalise(word: string): string {
  return word.normalize('NFKD').replace(MARKS, '').toLowerCase()
}

/** The point inside a version ("v3.8") or a name ("socket.io"), which ends no sentence. */
const isPoint = (gap: string, before: string | undefined, after: string): boolean =>
  gap === '.' && (/\d$/.test(before ?? '') ? /^\d/.test(after) : /^\p{Ll}/u.test(after))

/**
 * Splits text into words and numbers. Hyphens and other signs separate; an apostrophe inside a word vanishes
 * (`don't` is `dont`); scripts written without spaces give one token a character.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  let sentence = 0
  let clause = 0
  let end = 0
  for (const match of text.matchAll(WORD)) {
    const raw = match[0]
    const gap = text.slice(end, match.index)
    if (SENTENCE_END.test(gap) && !isPoint(gap, tokens.at(-1)?.raw, raw)) {
      sentence += 1
      clause += 1
    } else if (CLAUSE_END.test(gap)) clause += 1
    end = match.index + raw.length
    const norm = normalise(raw)
    if (norm === '') continue
    tokens.push({ raw, norm, stem: stemOf(norm), start: match.index, end, sentence, clause })
  }
  return tokens
}
