import type { Range } from './phrase-tree.ts'
import type { Reading } from './reading.ts'

/** Ranges of a text, found by where they stand, in steps that do not grow with their number. */
export interface Placed {
  /** In the order of the text. */
  all: readonly Range[]
  endingAt(at: number): readonly Range[]
  startingAt(at: number): readonly Range[]
  overlapping(range: Range): readonly Range[]
}

/** Where the wordings of phrases/signals.yaml occur, by their name. */
export type Signals = (name: string) => Placed

const NONE: readonly Range[] = []

function placed(all: readonly Range[]): Placed {
  const byStart = Map.groupBy(all, ({ from }) => from)
  const byEnd = Map.groupBy(all, ({ to }) => to)
  const longest = all.reduce((most, { from, to }) => Math.max(most, to - from), 0)
  const startingAt = (at: number): readonly Range[] => byStart.get(at) ?? NONE
  return {
    all,
    startingAt,
    endingAt: (at) => byEnd.get(at) ?? NONE,
    overlapping({ from, to }) {
      const found: Range[] = []
      for (let at = Math.max(0, from - longest); at < to; at += 1)
        found.push(...startingAt(at).filter((range) => range.to > from))
      return found
    },
  }
}

/** The signals of a text; "not only" and the like are no negation and refuse nothing. */
export function signalsIn(reading: Reading): Signals {
  const excused = placed(reading.wording('signals', 'no_negation'))
  const known = new Map<string, Placed>()
  const find = (name: string): readonly Range[] => {
    const matches = reading.wording('signals', name)
    if (name === 'refuse') return matches.filter((match) => excused.overlapping(match).length === 0)
    if (name !== 'negation') return matches
    return matches.filter(
      (match) => !excused.overlapping(match).some((range) => lengthOf(range) >= lengthOf(match)),
    )
  }
  return (name) => {
    const found = known.get(name) ?? placed(find(name))
    known.set(name, found)
    return found
  }
}

const lengthOf = ({ from, to }: Range): number => to - from
