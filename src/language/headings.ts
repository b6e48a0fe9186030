import type { Priority } from '../knowledge/schema/lists.ts'
import type { Range } from './phrase-tree.ts'
import type { Reading } from './reading.ts'
import type { Signals } from './signals.ts'

/** The part of a text for which a heading sets how strongly its needs are wished. */
interface Heading extends Range {
  priority: Priority
}

const KINDS = [
  ['must', 'must'],
  ['could', 'could'],
  ['unneeded', 'not_needed'],
] as const

/**
 * For each token the priority that the heading over it sets, the nearest one before it; null where there is none.
 * "Must: ..." holds for its sentence; with a line of its own, for the lines up to an empty one or the next heading.
 */
export function prioritiesUnderHeadings(reading: Reading, signals: Signals): (Priority | null)[] {
  const starting = Map.groupBy(headingsOf(reading, signals), ({ from }) => from)
  const open: Heading[] = []
  return reading.tokens.map((_, at) => {
    // Of those that begin in one place the first of the kinds counts.
    open.push(...(starting.get(at) ?? []).toReversed())
    while ((open.at(-1)?.to ?? Number.POSITIVE_INFINITY) <= at) open.pop()
    return open.at(-1)?.priority ?? null
  })
}

function headingsOf(reading: Reading, signals: Signals): Heading[] {
  const found = KINDS.flatMap(([signal, priority]) =>
    signals(signal).all.flatMap((match): (Range & { priority: Priority; ownLine: boolean })[] => {
      const gap = gapAfter(reading, match.to - 1)
      const { tokens } = reading
      if (!gap.startsWith(':') || tokens[match.from - 1]?.sentence === tokens[match.from]?.sentence) return []
      return [{ ...match, priority, ownLine: gap.includes('\n') }]
    }),
  )
  if (found.length === 0) return []
  const sentenceEnds = endsOf(
    reading,
    (at) => reading.tokens[at]?.sentence !== reading.tokens[at - 1]?.sentence,
  )
  const blockEnds = endsOf(reading, (at) => /\n\s*\n/.test(gapAfter(reading, at - 1)))
  return found.map(({ from, to, priority, ownLine }) => {
    const ends = ownLine ? blockEnds : sentenceEnds
    // The first word behind a heading belongs to it whatever stands between.
    return { from, to: ends[to + 1] ?? reading.tokens.length, priority }
  })
}

/** For each place the next one, itself included, at which something new begins. */
function endsOf({ tokens }: Reading, beginsAt: (at: number) => boolean): number[] {
  const ends: number[] = []
  let end = tokens.length
  for (let at = tokens.length; at > 0; at -= 1) {
    if (at < tokens.length && beginsAt(at)) end = at
    ends[at] = end
  }
  return ends
}

/** What is written between a token and the next one. */
export const gapAfter = ({ text, tokens }: Reading, at: number): string =>
  text.slice(tokens[at]?.end ?? 0, tokens[at + 1]?.start ?? text.length)
