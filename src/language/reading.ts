import type { Catalogue } from '../knowledge/catalogue.ts'
import { type Token, tokenise } from '../knowledge/text.ts'
import { clean } from './clean.ts'
import { createLexicon, type PhraseMeaning } from './lexicon.ts'
import { findNumbers, findVersions } from './numbers.ts'
import type { Match, NumberAt } from './phrase-tree.ts'
import { createSpeller } from './spelling.ts'
import { createSubject } from './subject.ts'

type Of<K extends PhraseMeaning['kind']> = Extract<PhraseMeaning, { kind: K }>

/** A text with everything that was found in it: what all further steps of understanding look at. */
export interface Reading {
  text: string
  /** True when the text was too long and its end was not read. */
  cut: boolean
  tokens: readonly Token[]
  numbers: readonly NumberAt[]
  /** Matches of one kind of meaning, in the order of the text. */
  of<K extends PhraseMeaning['kind']>(kind: K): Match<Of<K>>[]
  /** Matches of one meaning of a phrase file. */
  wording(file: string, meaning: string): Match<Of<'wording'>>[]
  /** See `Subject.shareOf`: how much of the text speaks of the field, leaving out the given places. */
  subjectShare(except: readonly { from: number; to: number }[], alternative?: string | undefined): number
  /** The words from one token to another (half open), as they were written. */
  quote(from: number, to: number): string
}

/** Reads texts against one knowledge base. */
export type Reader = (text: string) => Reading

export function createReader(catalogue: Catalogue): Reader {
  const lexicon = createLexicon(catalogue)
  const speller = createSpeller(lexicon)
  const subject = createSubject(catalogue)
  return (input) => {
    const { text, cut } = clean(input)
    const tokens = speller.correct(tokenise(text))
    const numbers = findNumbers(tokens)
    const matches = lexicon.tree.find(tokens, [...numbers, ...findVersions(tokens)])
    return {
      text,
      cut,
      tokens,
      numbers,
      of: <K extends PhraseMeaning['kind']>(kind: K) =>
        matches.filter((match): match is Match<Of<K>> => match.meaning.kind === kind),
      wording: (file, meaning) =>
        matches.filter(
          (match): match is Match<Of<'wording'>> =>
            match.meaning.kind === 'wording' &&
            match.meaning.file === file &&
            match.meaning.meaning === meaning,
        ),
      subjectShare: (except, alternative) =>
        subject.shareOf(
          tokens.filter((_, at) => !except.some(({ from, to }) => from <= at && at < to)),
          alternative,
        ),
      quote: (from, to) => text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0),
    }
  }
}

/** Of overlapping matches the longest ones, in the order of the text. */
export function longest<M>(matches: readonly Match<M>[]): Match<M>[] {
  const kept: Match<M>[] = []
  for (const match of matches.toSorted((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)) {
    if (!kept.some((other) => match.from < other.to && other.from < match.to)) kept.push(match)
  }
  return kept.sort((a, b) => a.from - b.from)
}

/** Share of the words that lie inside one of the matches, 0 to 1. */
export function coverage(tokens: readonly Token[], matches: readonly { from: number; to: number }[]): number {
  if (tokens.length === 0) return 0
  const covered = tokens.filter((_, i) => matches.some((match) => match.from <= i && i < match.to)).length
  return covered / tokens.length
}
