import { longest, type Reading } from './reading.ts'
import { type Named, type NameMeaning, trustIn } from './trust.ts'

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
 * shows in another way that it is about the field: by an unmistakable name, by a word of the field, or because it
 * is asked for by name.
 */
export function findNames(reading: Reading): Names {
  const alternatives = new Map<string, Mention>()
  const strangers: Stranger[] = []
  for (const { match, taken } of weighNames(reading)) {
    const { meaning, from, to } = match
    if (!taken) continue
    if (meaning.kind === 'stranger') strangers.push({ name: meaning.name, what: meaning.what, from, to })
    else if (!alternatives.has(meaning.id)) {
      alternatives.set(meaning.id, { id: meaning.id, name: meaning.name, entry: meaning.entry, from, to })
    }
  }
  return { alternatives: [...alternatives.values()], strangers }
}

/** Every name that occurs, and whether it is meant as one. */
export function weighNames(reading: Reading): { match: Named; taken: boolean }[] {
  const named = longest<NameMeaning>([...reading.of('alternative'), ...reading.of('stranger')])
  const trusted = trustIn(reading, named)
  return named.map((match) => ({ match, taken: trusted(match) }))
}
