import { PyframeError } from '../errors.ts'
import { tokenise } from './text.ts'

/** One element of an expanded phrase. */
export type Element =
  | { kind: 'stem'; stem: string; norm: string }
  | { kind: 'exact'; norm: string }
  | { kind: 'number' }
  | { kind: 'gap' }

const MAX_EXPANSIONS = 1_000
const GROUP = /\(([^()]*)\)/

/**
 * Expands a phrase of the pattern language (knowledge/README.md) into plain sequences: `(a|b c|)` are alternatives,
 * `...` stands for up to three words, `#` for a number, `=word` for that exact form; other words match by stem.
 *
 * @throws PyframeError 'data' for unbalanced brackets, an empty phrase, or more than 1,000 expansions
 */
export function expand(pattern: string): Element[][] {
  const flat = flatten(pattern)
  if (flat.length > MAX_EXPANSIONS) {
    throw new PyframeError('data', `"${pattern}" expands to more than ${MAX_EXPANSIONS} phrases`)
  }
  const sequences = flat.map(elements).filter((sequence) => sequence.some((element) => element.kind !== 'gap'))
  if (sequences.length === 0) throw new PyframeError('data', `"${pattern}" has no words`)
  return sequences
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

function flatten(pattern: string): string[] {
  let open = [pattern]
  for (let depth = 0; depth < 12; depth += 1) {
    if (!open.some((text) => GROUP.test(text)) || open.length > MAX_EXPANSIONS) break
    open = open.flatMap((text) => {
      const match = GROUP.exec(text)
      if (!match) return [text]
      const [whole, inside] = match
      const before = text.slice(0, match.index)
      const after = text.slice(match.index + whole.length)
      return (inside ?? '').split('|').map((option) => `${before}${option}${after}`)
    })
  }
  const unbalanced = open.find((text) => /[()|]/.test(text))
  if (unbalanced !== undefined && open.length <= MAX_EXPANSIONS) {
    throw new PyframeError('data', `"${pattern}" has brackets or a "|" that do not match`)
  }
  return [...new Set(open.map((text) => text.replace(/\s+/g, ' ').trim()))]
}

function elements(phrase: string): Element[] {
  return phrase.split(' ').flatMap((part): Element[] => {
    if (part === '...') return [{ kind: 'gap' }]
    if (part === '#') return [{ kind: 'number' }]
    const exact = part.startsWith('=')
    return tokenise(exact ? part.slice(1) : part).map((token) =>
      exact ? { kind: 'exact', norm: token.norm } : { kind: 'stem', stem: token.stem, norm: token.norm },
    )
  })
}
