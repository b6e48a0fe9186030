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

/**
 * A node is a number. There are tens of thousands, most with one child or none: as objects with a map each they take
 * four times the memory, more than anything else in the program.
 */
type Node = number

/** The branches that one word opens: from a node to the one behind it. */
type Branches = ReadonlyMap<Node, Node>

const ROOT: Node = 0
/** One for all of them: most nodes only lead to others. */
const NOTHING: readonly never[] = []
const MAX_GAP = 3

/** Phrases as a tree of words, so that a text is searched for all of them in one pass. */
export interface PhraseTree<M> {
  add(sequence: readonly Element[], meaning: M): void
  /** Every phrase that occurs, within one sentence. */
  find(tokens: readonly Token[], numbers: readonly NumberAt[]): Match<M>[]
}

export function createPhraseTree<M>(): PhraseTree<M> {
  const branches = new Map<string, Map<Node, Node>>()
  const meanings: (readonly M[])[] = [NOTHING]
  const extended = shareLists<M>()
  const grow = (node: Node, key: string): Node => {
    const opened = branches.get(key) ?? new Map<Node, Node>()
    branches.set(key, opened)
    const child = opened.get(node) ?? meanings.length
    opened.set(node, child)
    meanings[child] ??= NOTHING
    return child
  }
  return {
    add(sequence, meaning) {
      const node = sequence.reduce((before, element) => grow(before, elementKey(element)), ROOT)
      const known = meanings[node] ?? []
      if (!known.includes(meaning)) meanings[node] = extended(known, meaning)
    },
    find(tokens, numbers) {
      const search = new Search(branches, meanings, tokens, numbers)
      for (let from = 0; from < tokens.length; from += 1) search.walk(ROOT, from, from, [])
      return search.found
    },
  }
}

/** Gives a list with one more item; the same list for the same ones, since thousands of nodes mean the same. */
function shareLists<M>(): (list: readonly M[], item: M) => readonly M[] {
  const made = new Map<M, readonly (readonly M[])[]>()
  return (list, item) => {
    const ending = made.get(item) ?? []
    const known = ending.find((other) => isLonger(other, list))
    if (known !== undefined) return known
    const fresh = [...list, item]
    made.set(item, [...ending, fresh])
    return fresh
  }
}

const isLonger = <M>(longer: readonly M[], list: readonly M[]): boolean =>
  longer.length === list.length + 1 && list.every((item, i) => item === longer[i])

class Search<M> {
  readonly found: Match<M>[] = []
  readonly #meanings: readonly (readonly M[])[]
  readonly #tokens: readonly Token[]
  /** What each token opens: by its stem, and by its very form. */
  readonly #opened: readonly (readonly [Branches | undefined, Branches | undefined])[]
  readonly #numbers: Map<number, NumberAt>
  readonly #gaps: Branches | undefined
  readonly #counts: Branches | undefined

  constructor(
    branches: ReadonlyMap<string, Branches>,
    meanings: readonly (readonly M[])[],
    tokens: readonly Token[],
    numbers: readonly NumberAt[],
  ) {
    this.#meanings = meanings
    this.#tokens = tokens
    this.#opened = tokens.map(({ stem, norm }) => [branches.get(stem), branches.get(`=${norm}`)])
    this.#numbers = new Map(numbers.map((number) => [number.from, number]))
    this.#gaps = branches.get('...')
    this.#counts = branches.get('#')
  }

  /** Follows every branch that fits from position `at`; `from` is where the phrase began. */
  walk(node: Node, from: number, at: number, numbers: number[]): void {
    for (const meaning of this.#meanings[node] ?? []) this.found.push({ meaning, from, to: at, numbers })
    const gap = this.#gaps?.get(node)
    if (gap !== undefined && at > from)
      for (let skip = 0; skip <= MAX_GAP; skip += 1) this.#step(gap, from, at + skip, numbers, true)
    this.#step(node, from, at, numbers)
  }

  #step(node: Node, from: number, at: number, numbers: number[], afterGap = false): void {
    const token = this.#tokens[at]
    if (!token || token.sentence !== this.#tokens[from]?.sentence) return
    // "Admin, login" are two things; only a gap may pass a comma.
    if (at > from && !afterGap && token.clause !== this.#tokens[at - 1]?.clause) return
    for (const opened of this.#opened[at] ?? []) {
      const next = opened?.get(node)
      if (next !== undefined) this.walk(next, from, at + 1, numbers)
    }
    const number = this.#numbers.get(at)
    const counted = this.#counts?.get(node)
    if (!number || counted === undefined) return
    const values = Number.isNaN(number.value) ? numbers : [...numbers, number.value]
    this.walk(counted, from, number.to, values)
  }
}
