import type { PhraseMeaning } from './lexicon.ts'
import { coverage, longest, type Reading } from './reading.ts'

type NameMeaning = Extract<PhraseMeaning, { kind: 'alternative' | 'stranger' }>

/** An alternative named in a text. */
export interface Mention {
  id: string
  name: string
  /** False when we know it by name only: no entry in the knowledge base. */
  entry: boolean
  from: number
  to: number
}

/** A name from outside the field of the decision. */
export interface Stranger {
  name: string
  what: string
  from: number
  to: number
}

export interface Names {
  /** Each alternative once, in the order it was first named. */
  alternatives: Mention[]
  strangers: Stranger[]
}

/**
 * Alternatives and strangers named in the text. A name that is an ordinary word too counts only when the text
 * shows in another way that it is about the field: by a word of the field, a topic, or an unmistakable name.
 */
export function findNames(reading: Reading): Names {
  const named = longest<NameMeaning>([...reading.of('alternative'), ...reading.of('stranger')])
  const trusted =
    named.some((match) => !match.meaning.guarded) || speaksOfField(reading, named) || askedFor(reading, named)
  const alternatives = new Map<string, Mention>()
  const strangers: Stranger[] = []
  for (const { meaning, from, to } of named) {
    if (meaning.guarded && !trusted) continue
    if (meaning.kind === 'stranger') strangers.push({ name: meaning.name, what: meaning.what, from, to })
    else if (!alternatives.has(meaning.id)) {
      alternatives.set(meaning.id, { id: meaning.id, name: meaning.name, entry: meaning.entry, from, to })
    }
  }
  return { alternatives: [...alternatives.values()], strangers }
}

/** True when a name is all that was said, or words that ask about something stand right beside it. */
function askedFor(reading: Reading, named: readonly { from: number; to: number }[]): boolean {
  const asking = reading.wording('signals', 'asking')
  const beside = (name: { from: number; to: number }): boolean =>
    asking.some((match) => match.to === name.from || match.from === name.to)
  return coverage(reading.tokens, named) === 1 || named.some(beside)
}

/** True when the text holds a word of the field, a capability or a topic outside the given places. */
export function speaksOfField(
  reading: Reading,
  except: readonly { from: number; to: number }[] = [],
): boolean {
  const outside = (match: { from: number; to: number }): boolean =>
    !except.some((range) => range.from <= match.from && match.to <= range.to)
  const spoken = (['field', 'need', 'mention', 'project', 'topic', 'term', 'type'] as const).some((kind) =>
    reading.of(kind).some(outside),
  )
  return spoken || reading.of('wording').some((match) => match.meaning.file === 'measures' && outside(match))
}
