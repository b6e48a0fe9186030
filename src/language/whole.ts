import type { Range } from './phrase-tree.ts'
import { besides, coverage, longest, type Reading } from './reading.ts'

/** A wording that is nearly the whole message: a command, small talk, abuse. */
export interface Whole {
  file: 'commands' | 'smalltalk' | 'unsafe'
  meaning: string
}

const COURTESY = /^(please|pls|plz|kindly)$/
/** "I would like to ...", "can we ...": polite ways in, longest first. */
const WAYS_IN =
  /^(?:(?:ok|okay|so|well|now|no|sorry) )?(?:(?:i|we) (?:would like|want|wish|prefer) to|(?:id|wed|ill) (?:like|want|prefer|rather)(?: to)?|(?:can|could|may|shall) (?:we|i|you)(?: please)?|let (?:me|us)|lets) /
const WHOLE_COVERAGE = 0.6
/** "unsafe" wordings count anywhere: what stands around them does not make them harmless. */
const UNSAFE_COVERAGE = 0.25
const SHORT = 4

/** The command, small talk or abuse a text is, or null when it has content of its own. */
export function findWhole(reading: Reading): Whole | null {
  const courtesy = courtesyIn(reading)
  const said = besides(reading.tokens, courtesy).length
  for (const [file, share] of [
    ['unsafe', UNSAFE_COVERAGE],
    ['commands', WHOLE_COVERAGE],
    ['smalltalk', WHOLE_COVERAGE],
  ] as const) {
    const matches = reading.of('wording').filter((match) => match.meaning.file === file)
    const [best] = matches.toSorted((a, b) => b.to - b.from - (a.to - a.from))
    if (!best || coveredOf(reading, said, longest(matches), courtesy) < share) continue
    // Content between the words ("go back in the wizard") must not be taken for a command.
    if (file !== 'unsafe' && said - (best.to - best.from) > SHORT) continue
    if (file === 'commands' && best.meaning.meaning !== 'change' && speaksOfMore(reading, best)) continue
    return { file, meaning: best.meaning.meaning }
  }
  return null
}

function courtesyIn({ tokens }: Reading): Range[] {
  const words = tokens.map(({ norm }, at) => ({ norm, from: at, to: at + 1 }))
  const [wayIn = ''] = WAYS_IN.exec(words.map(({ norm }) => `${norm} `).join('')) ?? []
  const length = wayIn.split(' ').length - 1
  return words.filter(({ norm, from }) => from < length || COURTESY.test(norm))
}

/** Share of what was said besides courtesy that the wordings hold; a wording may hold its courtesy too. */
function coveredOf(
  reading: Reading,
  said: number,
  wordings: readonly Range[],
  courtesy: readonly Range[],
): number {
  if (said === 0) return coverage(reading.tokens, wordings)
  return 1 - besides(reading.tokens, [...wordings, ...courtesy]).length / said
}

/** "What do you mean by ...?" asks about something of its own. */
const speaksOfMore = (reading: Reading, { from, to }: Range): boolean =>
  (['cue', 'need', 'mention', 'term', 'type'] as const).some((kind) =>
    reading.of(kind).some((match) => match.to <= from || to <= match.from),
  )
