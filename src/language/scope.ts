import type { Priority } from '../knowledge/schema/lists.ts'
import type { Token } from '../knowledge/text.ts'
import { gapAfter, headingsOf, type Signals } from './headings.ts'
import type { Range } from './phrase-tree.ts'
import type { Reading } from './reading.ts'

/** From the wider to the narrower: a clause ends at a comma or a contrast, a phrase at an "and" too. */
type Within = 'sentence' | 'clause' | 'phrase'

/** A negation reaches at most this many words forward, and never beyond its clause unless it denies a list. */
const NEGATION_REACH = 6
/** "... is not needed" may follow a thing by this many words. */
const UNNEEDED_REACH = 4
/** Two words between a negation and a signal still deny it: "not really a must". */
const SIGNAL_REACH = 2
/** Things in a list are named in few words. */
const LONGEST_ITEM = 3
const LIST_END = /^(or|nor)$/
/** Words that show that a new statement has begun instead of a list going on. */
const STATEMENT =
  /^(is|are|was|will|must|should|can|could|would|need|needs|have|has|want|we|it|they|i|you|with|please|yes)$/

/** What the words around a phrase do to it. */
export interface Scope {
  /** True when the phrase is denied ("no ...", "... is not needed"). */
  negated(range: Range): boolean
  /** How strongly a need is stated: must, should (when nothing is said) or could. */
  priority(range: Range): Priority
  /** True when a wording of phrases/signals.yaml that is not denied itself stands in the same unit. */
  near(signal: string, range: Range, within: Within): boolean
  /** True when the wording ends at most `distance` words before the phrase, in the same unit or right beside it. */
  precedes(signal: string, range: Range, distance: number, within: Within): boolean
  /** True when the wording begins at most `distance` words after the phrase, in the same unit or right beside it. */
  follows(signal: string, range: Range, distance: number, within: Within): boolean
  /** True when "but" or another contrast stands before the phrase in its sentence. */
  contrasted(range: Range): boolean
}

export function createScope(reading: Reading): Scope {
  const { tokens } = reading
  const excused = reading.wording('signals', 'no_negation')
  const negations = reading
    .wording('signals', 'negation')
    .filter((m) => !excused.some((range) => overlaps(m, range) && range.to - range.from >= m.to - m.from))
  const signals = (name: string): readonly Range[] => {
    if (name === 'negation') return negations
    const matches = reading.wording('signals', name)
    return name === 'refuse' ? matches.filter((m) => !excused.some((range) => overlaps(m, range))) : matches
  }
  const units = unitsOf(tokens, signals)
  const same = (within: Within, a: number, b: number): boolean => units[within][a] === units[within][b]
  const denied = (match: Range): boolean =>
    negations.some(
      (no) =>
        no.to <= match.from && match.from - no.to <= SIGNAL_REACH && same('clause', no.from, match.from),
    )

  const near: Scope['near'] = (signal, range, within) =>
    signals(signal).some((m) => same(within, m.from, range.from) && !inside(m, range) && !denied(m))
  const reaches = negations.map((no) => reachOf(tokens, units.clause, no))
  const deniedBefore = (range: Range): boolean =>
    reaches.some((reach) => reach.from <= range.from && range.from < reach.to)
  const unneededAfter = (range: Range): boolean =>
    signals('unneeded').some((m) => {
      const distance = m.from - range.to
      if (distance < 0 || !same('sentence', m.from, range.from)) return false
      if (same('clause', m.from, range.from) && distance < UNNEEDED_REACH) return true
      return distance === 0 || isList(tokens.slice(range.to, m.from), /^(and|or|nor)$/)
    })
  const deniedByLabel = ({ to }: Range): boolean =>
    /^(no|none|never|not)$/.test(tokens[to]?.norm ?? '') && gapAfter(reading, to - 1).trim() === ':'

  const stated = (range: Range, within: Within): Priority | null => {
    const hedged = signals('could').some(
      (m) =>
        same(within, m.from, range.from) &&
        !inside(m, range) &&
        !signals('must').some((must) => inside(m, must)),
    )
    if (hedged) return 'could'
    if (near('must', range, within)) return 'must'
    const weakened = signals('must').some((m) => same(within, m.from, range.from) && denied(m))
    return weakened ? 'could' : null
  }
  const headings = headingsOf(reading, signals)
  const heading = (at: number): Priority | null =>
    headings.find((found) => found.from <= at && at < found.to)?.priority ?? null
  const ahead = (first: Range, then: Range, distance: number, within: Within): boolean => {
    const gap = then.from - first.to
    if (gap < 0 || gap > distance) return false
    return same(gap === 0 ? 'sentence' : within, first.to - 1, then.from)
  }
  return {
    near,
    negated: (range) =>
      deniedBefore(range) ||
      unneededAfter(range) ||
      deniedByLabel(range) ||
      heading(range.from) === 'not_needed',
    priority: (range) =>
      stated(range, 'phrase') ?? stated(range, 'clause') ?? heading(range.from) ?? 'should',
    precedes: (signal, range, distance, within) =>
      signals(signal).some((m) => ahead(m, range, distance, within)),
    follows: (signal, range, distance, within) =>
      signals(signal).some((m) => ahead(range, m, distance, within)),
    contrasted: (range) =>
      signals('contrast').some((m) => m.to <= range.from && same('sentence', m.from, range.from)),
  }
}

/** For each token the number of the unit it stands in. */
function unitsOf(tokens: readonly Token[], signals: Signals): Record<Within, number[]> {
  const starts = new Set([...signals('contrast'), ...signals('comparison')].map((match) => match.from))
  const sentence = tokens.map((token) => token.sentence)
  const clause: number[] = []
  const phrase: number[] = []
  let clauses = 0
  let phrases = 0
  for (const [at, token] of tokens.entries()) {
    const fresh = starts.has(at) || (at > 0 && token.clause !== tokens[at - 1]?.clause)
    if (fresh) clauses += 1
    if (fresh || token.norm === 'and') phrases += 1
    clause.push(clauses)
    phrase.push(phrases)
  }
  return { sentence, clause, phrase }
}

/** The words a negation denies: its clause, or a whole list ("no a, b or c"). */
function reachOf(tokens: readonly Token[], clause: readonly number[], no: Range): Range {
  const within = (at: number): boolean => clause[at] === clause[no.from]
  let to = no.to
  while (to < tokens.length && to - no.to < NEGATION_REACH && within(to)) to += 1
  const end = tokens.findIndex(
    (t, at) => at >= to && t.sentence === tokens[no.from]?.sentence && LIST_END.test(t.norm),
  )
  if (end < 0 || !isList(tokens.slice(no.to, end + 1), LIST_END)) return { from: no.to, to }
  const last = tokens.findIndex((t, at) => at > end && t.clause !== tokens[end]?.clause)
  return { from: no.to, to: Math.min(end + 1 + LONGEST_ITEM, last < 0 ? tokens.length : last) }
}

/** True for words that go on naming things up to a joining word. */
function isList(tokens: readonly Token[], joint: RegExp): boolean {
  if (!tokens.some((token) => joint.test(token.norm)) || tokens.some((token) => STATEMENT.test(token.norm)))
    return false
  const items = Map.groupBy(
    tokens.filter((token) => !joint.test(token.norm)),
    (token) => token.clause,
  )
  return [...items.values()].every((item) => item.length <= LONGEST_ITEM)
}

const inside = (inner: Range, outer: Range): boolean => outer.from <= inner.from && inner.to <= outer.to

const overlaps = (a: Range, b: Range): boolean => a.from < b.to && b.from < a.to
