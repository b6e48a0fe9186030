import { normalise } from '../knowledge/text.ts'
import type { Consultant } from './consultant.ts'

/** Something to choose instead of typing it out; `value` is what is understood when it is sent. */
export interface Suggestion {
  value: string
  label: string
}

interface Candidate {
  id: string
  name: string
  /** Every way to write it, folded. */
  spellings: readonly string[]
}

/** How well a candidate fits what was typed so far; lower is better. */
const FIT = { beginning: 0, otherBeginning: 1, inside: 2 } as const

/** Completes what is typed to alternatives and topics, and corrects what is misspelt. See `Views.suggest`. */
export function createSuggest(consultant: Consultant): (typed: string, limit: number) => Suggestion[] {
  const candidates = candidatesOf(consultant)
  return (typed, limit) => {
    const begun = fold(typed)
    const completed = candidates
      .flatMap((candidate) => {
        const fit = fitOf(candidate, begun)
        return fit === null ? [] : [{ candidate, fit }]
      })
      .sort((a, b) => a.fit - b.fit)
      .map(({ candidate }) => candidate)
    const found = completed.length > 0 ? completed : meant(consultant, candidates, typed)
    return found.slice(0, limit).map(({ name }) => ({ value: name, label: name }))
  }
}

/** Alternatives come first, then those known by name only, then topics. */
function candidatesOf({ catalogue }: Consultant): Candidate[] {
  const { alternatives, neighbours, topics } = catalogue
  return [
    ...alternatives.map(({ id, name, aliases }) => ({ id, name, spellings: [name, id, ...aliases] })),
    ...neighbours
      .filter(({ field }) => field === 'same')
      .map(({ id, name, aliases }) => ({ id: id ?? name, name, spellings: [name, ...aliases] })),
    ...topics.map(({ id, name }) => ({ id, name, spellings: [name, id] })),
  ].map((candidate) => ({ ...candidate, spellings: candidate.spellings.map(fold) }))
}

/** Without case, accents, spaces and signs: nobody remembers where a name has them. */
const fold = (text: string): string => normalise(text).replace(/[^\p{L}\p{N}]/gu, '')

function fitOf({ spellings: [name = '', ...others] }: Candidate, begun: string): number | null {
  if (name.startsWith(begun)) return FIT.beginning
  if (others.some((other) => other.startsWith(begun))) return FIT.otherBeginning
  return name.includes(begun) ? FIT.inside : null
}

/** What a misspelt or longer text speaks of. */
function meant({ language }: Consultant, candidates: readonly Candidate[], typed: string): Candidate[] {
  const { alternatives, topic, topicNamed } = language.understand(typed, null)
  const ids = [...alternatives.map(({ id }) => id), ...(topicNamed && topic !== null ? [topic] : [])]
  return ids.flatMap((id) => candidates.find((candidate) => candidate.id === id) ?? [])
}
