import type { Range } from './phrase-tree.ts'
import { coverage, longest, type Reading } from './reading.ts'

/** A wording that is nearly the whole message: a command, small talk, abuse. */
export interface Whole {
  file: 'commands' | 'smalltalk' | 'unsafe'
  meaning: string
}

const COURTESY = /^(please|pls|plz|kindly)$/
const WHOLE_COVERAGE = 0.6
/** "unsafe" wordings count anywhere: what stands around them does not make them harmless. */
const UNSAFE_COVERAGE = 0.25
const SHORT = 4

/** The command, small talk or abuse a text is, or null when it has content of its own. */
export function findWhole(reading: Reading): Whole | null {
  const courtesy = reading.tokens.flatMap(({ norm }, at) =>
    COURTESY.test(norm) ? [{ from: at, to: at + 1 }] : [],
  )
  for (const [file, share] of [
    ['unsafe', UNSAFE_COVERAGE],
    ['commands', WHOLE_COVERAGE],
    ['smalltalk', WHOLE_COVERAGE],
  ] as const) {
    const matches = reading.of('wording').filter((match) => match.meaning.file === file)
    const [best] = matches.toSorted((a, b) => b.to - b.from - (a.to - a.from))
    if (!best || coverage(reading.tokens, [...longest(matches), ...courtesy]) < share) continue
    // Content between the words ("go back in the wizard") must not be taken for a command.
    if (file !== 'unsafe' && reading.tokens.length - (best.to - best.from) > SHORT) continue
    if (file === 'commands' && best.meaning.meaning !== 'change' && speaksOfMore(reading, best)) continue
    return { file, meaning: best.meaning.meaning }
  }
  return null
}

/** "What do you mean by ...?" asks about something of its own. */
const speaksOfMore = (reading: Reading, { from, to }: Range): boolean =>
  (['cue', 'need', 'mention', 'term', 'type'] as const).some((kind) =>
    reading.of(kind).some((match) => match.to <= from || to <= match.from),
  )
