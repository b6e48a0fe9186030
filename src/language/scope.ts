import type { Priority } from '../knowledge/schema/lists.ts'
import type { Reading } from './reading.ts'

interface Range {
  from: number
  to: number
}

/** A negation reaches at most this many words forward, and never beyond its clause. */
const NEGATION_REACH = 6
/** "... is not needed" may follow a thing by this many words. */
const UNNEEDED_REACH = 4

/** What the words around a phrase do to it. */
export interface Scope {
  /** True when the phrase is denied ("no ...", "... is not needed"). */
  negated(range: Range): boolean
  /** How strongly a need is stated: must, should (when nothing is said) or could. */
  priority(range: Range): Priority
  /** True when a wording of phrases/signals.yaml stands in the same sentence (or clause). */
  near(signal: string, range: Range, within: 'sentence' | 'clause'): boolean
  /** True when the wording ends at most `distance` words before the phrase. */
  precedes(signal: string, range: Range, distance: number): boolean
}

export function createScope(reading: Reading): Scope {
  const signals = (name: string): Range[] => reading.wording('signals', name)
  const excused = signals('no_negation')
  const inside = (inner: Range, outer: Range): boolean => outer.from <= inner.from && inner.to <= outer.to
  const negations = signals('negation').filter((match) => !excused.some((range) => overlaps(match, range)))
  const token = (at: number): Reading['tokens'][number] | undefined => reading.tokens[at]
  const same = (unit: 'sentence' | 'clause', a: number, b: number): boolean =>
    token(a)?.[unit] === token(b)?.[unit]

  const near: Scope['near'] = (signal, range, within) =>
    signals(signal).some((match) => same(within, match.from, range.from) && !inside(match, range))
  const deniedBefore = (range: Range): boolean =>
    negations.some(
      (match) =>
        match.to <= range.from &&
        range.from - match.to < NEGATION_REACH &&
        same('clause', match.from, range.from),
    )
  const unneededAfter = (range: Range): boolean =>
    signals('unneeded').some(
      (match) =>
        match.from >= range.to &&
        match.from - range.to < UNNEEDED_REACH &&
        same('sentence', match.from, range.from),
    )
  return {
    near,
    negated: (range) => deniedBefore(range) || unneededAfter(range),
    priority: (range) =>
      near('could', range, 'clause') ? 'could' : near('must', range, 'clause') ? 'must' : 'should',
    precedes: (signal, range, distance) =>
      signals(signal).some(
        (match) =>
          match.to <= range.from &&
          range.from - match.to <= distance &&
          same('sentence', match.from, range.from),
      ),
  }
}

const overlaps = (a: Range, b: Range): boolean => a.from < b.to && b.from < a.to
