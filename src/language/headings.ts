import type { Priority } from '../knowledge/schema/lists.ts'
import type { Range } from './phrase-tree.ts'
import type { Reading } from './reading.ts'

/** Where the wordings of phrases/signals.yaml occur, by their name. */
export type Signals = (name: string) => readonly Range[]

/** The part of a text for which a heading sets how strongly its needs are wished. */
export interface Heading extends Range {
  priority: Priority
}

/**
 * Headings from the last to the first. "Must: ..." holds for its sentence; with a line of its own, for
 * the lines up to an empty one or the next heading.
 */
export function headingsOf(reading: Reading, signals: Signals): Heading[] {
  const { tokens } = reading
  const kinds = [
    ['must', 'must'],
    ['could', 'could'],
    ['unneeded', 'not_needed'],
  ] as const
  const found = kinds.flatMap(([signal, priority]) =>
    signals(signal).flatMap((match): Heading[] => {
      const gap = gapAfter(reading, match.to - 1)
      const sentence = tokens[match.from]?.sentence
      if (!gap.startsWith(':') || tokens[match.from - 1]?.sentence === sentence) return []
      const goesOn = (at: number): boolean =>
        gap.includes('\n') ? !/\n\s*\n/.test(gapAfter(reading, at - 1)) : tokens[at]?.sentence === sentence
      let to = match.to
      while (to < tokens.length && (to === match.to || goesOn(to))) to += 1
      return [{ from: match.from, to, priority }]
    }),
  )
  return found.sort((a, b) => b.from - a.from)
}

/** What is written between a token and the next one. */
export const gapAfter = ({ text, tokens }: Reading, at: number): string =>
  text.slice(tokens[at]?.end ?? 0, tokens[at + 1]?.start ?? text.length)
