import type { Catalogue } from '../knowledge/catalogue.ts'
import { type Token, tokenise } from '../knowledge/text.ts'

/** Wordings of this file tell languages apart and mean nothing else. */
export const TONGUES = 'tongues'

/** At least so many words of a language, and this share of the text, show that it is written in it. */
const MIN_WORDS = 3
const MIN_SHARE = 0.25

/** Tells which language other than English a text is in; null for English, and for what is too short to tell. */
export type TongueReader = (tokens: readonly Token[]) => string | null

export function createTongueReader(catalogue: Catalogue): TongueReader {
  const tongues = Object.entries(catalogue.phrases[TONGUES]?.meanings ?? {}).map(([tongue, words]) => ({
    tongue,
    words: new Set(words.flatMap((word) => tokenise(word).map(({ raw }) => raw.toLowerCase()))),
  }))
  return (tokens) => {
    const counts = tongues.map(({ tongue, words }) => ({
      tongue,
      count: tokens.filter(({ raw }) => words.has(raw.toLowerCase())).length,
    }))
    const [most] = counts.toSorted((a, b) => b.count - a.count)
    const shown = most && most.count >= MIN_WORDS && most.count / tokens.length >= MIN_SHARE
    return shown ? most.tongue : null
  }
}
