import { type Element, elementKey } from '../knowledge/pattern.ts'
import type { Token } from '../knowledge/text.ts'

/** Token positions, half open: `from` up to, not including, `to`. */
export interface Range {
  from: number
  to: number
}

/** A number in the text and the tokens it is written with; NaN for a version, which counts nothing. */
export interface NumberAt extends Range {
  value: number
}

/** A phrase found in a text. */
export interface Match<M> extends Range {
  meaning: M
  /** Values the `#` of the phrase stood for, without those that count nothing. */
  numbers: number[]
}

/** There are tens of thousands of nodes, most with one child or none: what is empty is not made. */
interface Node<M> {
  next?: Map<string, Node<M>>
  meanings?: M[]
}

const MAX_GAP = 3

/** Phrases as a tree of words, so that a text is searched for all of them in one pass. */
export interface PhraseTree<M> {
  add(sequence: readonly Element[], meaning: M): void
  /** Every phrase that occurs, within one sentence. */
  find(tokens: readonly Token[], numbers: readonly NumberAt[]): Match<M>[]
}

export function createPhraseTree<M>(): PhraseTree<M> {
  const root: Node<M> = {}
  return {
    add(sequence, meaning) {
      let node = root
      for (const element of sequence) node = child(node, elementKey(element))
      node.meanings ??= []
      if (!node.meanings.includes(meaning)) node.meanings.push(meaning)
    },
    find(tokens, numbers) {
      const search = new Search<M>(tokens, numbers)
      for (let from = 0; from < tokens.length; from += 1) search.walk(root, from, from, [])
      return search.found
    },
  }
}

function child<M>(node: Node<M>, key: string): Node<M> {
  node.next ??= new Map()
  const known = node.next.get(key)
  if (known) return known
  const fresh: Node<M> = {}
  node.next.set(key, fresh)
  return fresh
}

class Search<M> {
  readonly found: Match<M>[] = []
  readonly #tokens: readonly Token[]
  readonly #numbers: Map<number, NumberAt>

  constructor(tokens: readonly Token[], numbers: readonly NumberAt[]) {
    this.#tokens = tokens
    this.#numbers = new Map(numbers.map((number) => [number.from, number]))
  }

  /** Follows every branch that fits from position `at`; `from` is where the phrase began. */
  walk(node: Node<M>, from: number, at: number, numbers: number[]): void {
    for (const meaning of node.meanings ?? []) this.found.push({ meaning, from, to: at, numbers })
    const gap = node.next?.get('...')
    if (gap && at > from)
      for (let skip = 0; skip <= MAX_GAP; skip += 1) this.#step(gap, from, at + skip, numbers, true)
    this.#step(node, from, at, numbers)
  }

  #step(node: Node<M>, from: number, at: number, numbers: number[], afterGap = false): void {
    const token = this.#tokens[at]
    if (!token || token.sentence !== this.#tokens[from]?.sentence) return
    // "Admin, login" are two things; only a gap may pass a comma.
    if (at > from && !afterGap && token.clause !== this.#tokens[at - 1]?.clause) return
    const { next } = node
    if (!next) return
    const byStem = next.get(token.stem)
    if (byStem) this.walk(byStem, from, at + 1, numbers)
    const exact = next.get(`=${token.norm}`)
    if (exact) this.walk(exact, from, at + 1, numbers)
    const number = this.#numbers.get(at)
    const counted = number && next.get('#')
    if (!number || !counted) return
    const values = Number.isNaN(number.value) ? numbers : [...numbers, number.value]
    this.walk(counted, from, number.to, values)
  }
}
