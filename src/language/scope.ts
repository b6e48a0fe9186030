import type { Priority } from '../knowledge/schema/lists.ts'
import { gapAfter, prioritiesUnderHeadings } from './headings.ts'
import { isListBetween, LIST_REACH, reachOf } from './lists.ts'
import type { Range } from './phrase-tree.ts'
import type { Reading } from './reading.ts'
import { type Signals, signalsIn } from './signals.ts'
import { type Units, unitsOf, type Within } from './units.ts'

/** "... is not needed" may follow a thing by this many words. */
const UNNEEDED_REACH = 4
/** Two words between a negation and a signal still deny it: "not really a must". */
const SIGNAL_REACH = 2

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

/** The work of each question does not grow with the length of the text, however long its sentences are. */
export function createScope(reading: Reading): Scope {
  const { tokens } = reading
  const signals = signalsIn(reading)
  const units = unitsOf(tokens, signals)
  const same = (within: Within, a: number, b: number): boolean => units[within][a] === units[within][b]
  const groups = groupsOf(signals, units)
  const near: Scope['near'] = (signal, range, within) =>
    groups.undenied(signal, within, range.from).some((match) => !inside(match, range))
  const negated = negationIn(reading, signals, units)
  const underHeading = prioritiesUnderHeadings(reading, signals)

  const stated = (range: Range, within: Within): Priority | null => {
    if (groups.hedges(within, range.from).some((match) => !inside(match, range))) return 'could'
    if (near('must', range, within)) return 'must'
    return groups.denied('must', within, range.from).length > 0 ? 'could' : null
  }
  const joined = (first: Range, then: Range, within: Within): boolean =>
    same(first.to === then.from ? 'sentence' : within, first.to - 1, then.from)
  const contrasts = new Map(
    signals('contrast')
      .all.toReversed()
      .map(({ from, to }) => [units.sentence[from], to]),
  )
  return {
    near,
    negated: (range) => negated(range) || underHeading[range.from] === 'not_needed',
    priority: (range) =>
      stated(range, 'phrase') ?? stated(range, 'clause') ?? underHeading[range.from] ?? 'should',
    precedes: (signal, range, distance, within) =>
      upTo(distance).some((gap) =>
        signals(signal)
          .endingAt(range.from - gap)
          .some((match) => joined(match, range, within)),
      ),
    follows: (signal, range, distance, within) =>
      upTo(distance).some((gap) =>
        signals(signal)
          .startingAt(range.to + gap)
          .some((match) => joined(range, match, within)),
      ),
    contrasted: ({ from }) => (contrasts.get(units.sentence[from]) ?? Number.POSITIVE_INFINITY) <= from,
  }
}

/** Signals by the unit they stand in, each kind grouped when it is first asked for. */
function groupsOf(signals: Signals, units: Units) {
  const isDenied = (match: Range): boolean =>
    upTo(SIGNAL_REACH).some((gap) =>
      signals('negation')
        .endingAt(match.from - gap)
        .some((no) => units.clause[no.from] === units.clause[match.from]),
    )
  // "Could" inside a wording for "must" hedges nothing.
  const isHedge = (match: Range): boolean =>
    !signals('must')
      .overlapping(match)
      .some((must) => inside(match, must))
  const grouped = new Map<string, Map<number | undefined, Range[]>>()
  const group =
    (kind: string, signal: string, test: (match: Range) => boolean) =>
    (within: Within, at: number): readonly Range[] => {
      const key = `${kind} ${signal} ${within}`
      const found =
        grouped.get(key) ?? Map.groupBy(signals(signal).all.filter(test), ({ from }) => units[within][from])
      grouped.set(key, found)
      return found.get(units[within][at]) ?? []
    }
  return {
    undenied: (signal: string, within: Within, at: number) =>
      group('undenied', signal, (match) => !isDenied(match))(within, at),
    denied: (signal: string, within: Within, at: number) => group('denied', signal, isDenied)(within, at),
    hedges: group('hedge', 'could', isHedge),
  }
}

/** Whether a phrase is denied by what stands before or behind it. */
function negationIn(reading: Reading, signals: Signals, units: Units): (range: Range) => boolean {
  const { tokens } = reading
  const denied = coveredBy(
    signals('negation').all.map((no) => reachOf(tokens, units.clause, no)),
    tokens.length,
  )
  const unneededAfter = ({ from, to }: Range): boolean =>
    upTo(LIST_REACH).some((distance) =>
      signals('unneeded')
        .startingAt(to + distance)
        .some((match) => {
          if (units.sentence[match.from] !== units.sentence[from]) return false
          if (units.clause[match.from] === units.clause[from] && distance < UNNEEDED_REACH) return true
          return distance === 0 || isListBetween(tokens, to, match.from)
        }),
    )
  const deniedByLabel = ({ to }: Range): boolean =>
    /^(no|none|never|not)$/.test(tokens[to]?.norm ?? '') && gapAfter(reading, to - 1).trim() === ':'
  // A wording that begins with its own "no" goes on listing what is missing: "no rights and no package manager".
  const deniesItself = ({ from }: Range): boolean => signals('negation').startingAt(from).length > 0
  const deniedBefore = (range: Range): boolean => denied[range.from] === true && !deniesItself(range)
  return (range) => deniedBefore(range) || unneededAfter(range) || deniedByLabel(range)
}

/** For each place whether one of the ranges holds it, in one pass over their ends. */
function coveredBy(ranges: readonly Range[], length: number): boolean[] {
  const changes = new Array<number>(length + 1).fill(0)
  for (const { from, to } of ranges) {
    changes[from] = (changes[from] ?? 0) + 1
    changes[to] = (changes[to] ?? 0) - 1
  }
  let open = 0
  return changes.map((change) => {
    open += change
    return open > 0
  })
}

/** 0, 1, ... up to a number. */
const upTo = (most: number): number[] => Array.from({ length: most + 1 }, (_, gap) => gap)

const inside = (inner: Range, outer: Range): boolean => outer.from <= inner.from && inner.to <= outer.to
