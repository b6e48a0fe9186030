import type { Catalogue } from '../knowledge/catalogue.ts'
import { type Token, tokenise } from '../knowledge/text.ts'
import { clean } from './clean.ts'
import { createLexicon, type Lexicon, type PhraseMeaning } from './lexicon.ts'
import { findNumbers, findVersions } from './numbers.ts'
import type { Match, NumberAt, Range } from './phrase-tree.ts'
import { createSpeller, type Speller } from './spelling.ts'
import { createSubject } from './subject.ts'

type Of<K extends PhraseMeaning['kind']> = Extract<PhraseMeaning, { kind: K }>

/** A text with everything that was found in it: what all further steps of understanding look at. */
export interface Reading {
  text: string
  /** True when the text was too long and its end was not read. */
  cut: boolean
  tokens: readonly Token[]
  numbers: readonly NumberAt[]
  /** Every phrase and name found. */
  matches: readonly Match<PhraseMeaning>[]
  /** Matches of one kind of meaning, in the order of the text. */
  of<K extends PhraseMeaning['kind']>(kind: K): Match<Of<K>>[]
  /** Matches of one meaning of a phrase file. */
  wording(file: string, meaning: string): Match<Of<'wording'>>[]
  /** See `Subject.shareOf`: how much of the text speaks of the field, leaving out the given places. */
  subjectShare(except: readonly Range[], alternative?: string | undefined): number
  /** True when the word at this place says something, and something the knowledge does not know. */
  isForeign(at: number): boolean
  /** See `Subject.foreignShareOf`. */
  foreignShare(except?: readonly Range[]): number
  /** The words from one token to another (half open), as they were written. */
  quote(from: number, to: number): string
}

/**
 * Reads texts against one knowledge base.
 *
 * @param asWritten true for a text of the knowledge itself: nothing in it is misspelt
 */
export type Reader = (text: string, asWritten?: boolean) => Reading

export function createReader(catalogue: Catalogue): Reader {
  const lexicon = createLexicon(catalogue)
  const speller = createSpeller(lexicon)
  const subject = createSubject(catalogue, lexicon)
  return (input, asWritten = false) => {
    const { text, cut } = clean(input)
    const written = tokenise(text)
    const tokens = asWritten ? written : mendSlips(speller.correct(written), speller, lexicon)
    const numbers = findNumbers(tokens)
    const matches = lexicon.tree.find(tokens, [...numbers, ...findVersions(tokens)])
    const kinds = Map.groupBy(matches, ({ meaning }) => meaning.kind)
    const of = <K extends PhraseMeaning['kind']>(kind: K): Match<Of<K>>[] =>
      (kinds.get(kind) ?? []).filter((match): match is Match<Of<K>> => match.meaning.kind === kind)
    const wordings = Map.groupBy(of('wording'), ({ meaning }) => `${meaning.file}.${meaning.meaning}`)
    return {
      text,
      cut,
      tokens,
      numbers,
      matches,
      of,
      wording: (file, meaning) => [...(wordings.get(`${file}.${meaning}`) ?? [])],
      subjectShare: (except, alternative) => subject.shareOf(besides(tokens, except), alternative),
      isForeign: (at) => subject.foreignShareOf(tokens.slice(at, at + 1)) > 0,
      foreignShare: (except = []) => subject.foreignShareOf(besides(tokens, [...except, ...numbers])),
      quote: (from, to) => text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0),
    }
  }
}

/** In a longer text an ordinary word is more likely meant as it stands. */
const MEND_WORDS = 15

/** Ordinary words that are a slip for another one where this completes a phrase: "sever sent events". */
function mendSlips(tokens: readonly Token[], speller: Speller, lexicon: Lexicon): Token[] {
  const mended = [...tokens]
  if (tokens.length > MEND_WORDS) return mended
  for (const [at, token] of tokens.entries()) {
    const meant = speller.slipOf(token)
    if (meant === null) continue
    const tried = mended.with(at, meant)
    const completes = lexicon.tree
      .find(tried, [])
      .some(({ from, to, meaning }) => from <= at && at < to && to - from > 1 && isAsked(meaning, from))
    if (completes) mended[at] = meant
  }
  return mended
}

/** A phrase that names what is asked about, or a question's beginning. */
const isAsked = (meaning: PhraseMeaning, from: number): boolean =>
  /^(need|mention|topic|term|type)$/.test(meaning.kind) ||
  (meaning.kind === 'wording' && meaning.file === 'intents' && from === 0)

/** Of overlapping matches the longest ones, in the order of the text. */
export function longest<M>(matches: readonly Match<M>[]): Match<M>[] {
  const taken = new Set<number>()
  const kept: Match<M>[] = []
  for (const match of matches.toSorted((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)) {
    const places = placesOf(match)
    if (places.some((at) => taken.has(at))) continue
    kept.push(match)
    for (const at of places) taken.add(at)
  }
  return kept.sort((a, b) => a.from - b.from)
}

const placesOf = ({ from, to }: Range): number[] => Array.from({ length: to - from }, (_, i) => from + i)

/** Every token position that lies inside one of the ranges. */
const placesIn = (ranges: readonly Range[]): Set<number> => new Set(ranges.flatMap(placesOf))

/** The tokens that lie inside none of the ranges. */
export function besides(tokens: readonly Token[], ranges: readonly Range[]): Token[] {
  const taken = placesIn(ranges)
  return tokens.filter((_, at) => !taken.has(at))
}

/** Share of the words that lie inside one of the matches, 0 to 1. */
export function coverage(tokens: readonly Token[], matches: readonly Range[]): number {
  return tokens.length === 0 ? 0 : 1 - besides(tokens, matches).length / tokens.length
}
