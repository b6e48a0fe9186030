import { PyframeError } from '../errors.ts'
import { tokenise } from './text.ts'

/** One element of an expanded phrase. */
export type Element =
  | { kind: 'stem'; stem: string; norm: string }
  | { kind: 'exact'; norm: string }
  | { kind: 'number' }
  | { kind: 'gap' }

const MAX_EXPANSIONS = 1_000
const SIGNS = /[()|]|[^\s()|]+/g

/**
 * Expands a phrase of the pattern language (knowledge/README.md) into plain sequences: `(a|b c|)` are alternatives,
 * `...` stands for up to three words, `#` for a number, `=word` for that exact form; other words match by stem.
 *
 * @throws PyframeError 'data' for brackets or a "|" that do not match, for a phrase without words, or for more than
 *   1,000 expansions
 */
export function expand(pattern: string): Element[][] {
  const signs = pattern.match(SIGNS) ?? []
  const { sequences, next } = readAlternatives(pattern, signs, 0, false)
  if (next < signs.length) throw unbalanced(pattern)
  const phrases = sequences.filter((sequence) => sequence.some((element) => element.kind !== 'gap'))
  if (phrases.length === 0) throw new PyframeError('data', `"${pattern}" has no words`)
  return phrases
}

interface Read {
  sequences: Element[][]
  /** Position of the first sign that was not read. */
  next: number
}

/** Reads what stands between brackets, or the whole pattern: sequences parted by "|" (inside brackets only). */
function readAlternatives(pattern: string, signs: readonly string[], from: number, inside: boolean): Read {
  const sequences: Element[][] = []
  let at = from
  for (;;) {
    const read = readSequence(pattern, signs, at)
    sequences.push(...read.sequences)
    at = read.next
    if (!inside || signs[at] !== '|') return { sequences, next: at }
    at += 1
  }
}

/** Reads words and groups up to a sign that ends them. */
function readSequence(pattern: string, signs: readonly string[], from: number): Read {
  let sequences: Element[][] = [[]]
  let at = from
  for (let sign = signs[at]; sign !== undefined && sign !== '|' && sign !== ')'; sign = signs[at]) {
    if (sign === '(') {
      const group = readAlternatives(pattern, signs, at + 1, true)
      if (signs[group.next] !== ')') throw unbalanced(pattern)
      sequences = product(pattern, sequences, group.sequences)
      at = group.next + 1
    } else {
      sequences = product(pattern, sequences, [elementsOf(sign)])
      at += 1
    }
  }
  return { sequences, next: at }
}

function product(pattern: string, heads: readonly Element[][], tails: readonly Element[][]): Element[][] {
  if (heads.length * tails.length > MAX_EXPANSIONS) {
    throw new PyframeError('data', `"${pattern}" expands to more than ${MAX_EXPANSIONS} phrases`)
  }
  return heads.flatMap((head) => tails.map((tail) => [...head, ...tail]))
}

const unbalanced = (pattern: string): PyframeError =>
  new PyframeError('data', `"${pattern}" has brackets or a "|" that do not match`)

/** Patterns repeat the same few thousand words: each is taken apart once. */
const elements = new Map<string, Element[]>()

function elementsOf(word: string): Element[] {
  const known = elements.get(word)
  if (known) return known
  const fresh = readWord(word)
  elements.set(word, fresh)
  return fresh
}

function readWord(word: string): Element[] {
  if (word === '...') return [{ kind: 'gap' }]
  if (word === '#') return [{ kind: 'number' }]
  const exact = word.startsWith('=')
  return tokenise(exact ? word.slice(1) : word).map(({ norm, stem }) =>
    exact ? { kind: 'exact', norm } : { kind: 'stem', stem, norm },
  )
}

/** The elements as one string: equal phrases have equal keys. */
export function keyOf(sequence: readonly Element[]): string {
  return sequence.map(elementKey).join(' ')
}

/** How an element is found in the phrase tree. */
export function elementKey(element: Element): string {
  switch (element.kind) {
    case 'stem':
      return element.stem
    case 'exact':
      return `=${element.norm}`
    case 'number':
      return '#'
    case 'gap':
      return '...'
    default:
      return element satisfies never
  }
}
