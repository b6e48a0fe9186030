import type { Catalogue } from '../knowledge/catalogue.ts'
import type { Range } from './phrase-tree.ts'
import { longest, type Reading } from './reading.ts'

interface Candidate {
  id: string
  rank: number
  length: number
  from: number
}

/**
 * What a question is about: the best-ranked topic whose words occur; of equal rank the longer phrase, then the
 * earlier one. A capability's own words name its topic too. Null when no topic is named.
 *
 * @param names where names stand: "fast" in a name asks for no speed
 */
export function findTopic(catalogue: Catalogue, reading: Reading, names: readonly Range[]): string | null {
  const ofCapability = new Map(catalogue.topics.map((topic) => [topic.capability, topic]))
  const matches = longest<{ kind: string; id: string }>([
    ...reading.of('topic'),
    ...reading.of('need'),
    ...reading.of('mention'),
  ]).filter((match) => !names.some((name) => isPartOf(match, name)))
  const candidates = matches.flatMap(({ meaning, from, to }): Candidate[] => {
    const topic = meaning.kind === 'topic' ? catalogue.topic(meaning.id) : ofCapability.get(meaning.id)
    return topic ? [{ id: topic.id, rank: topic.rank, length: to - from, from }] : []
  })
  const [best] = candidates.sort((a, b) => b.rank - a.rank || b.length - a.length || a.from - b.from)
  return best?.id ?? null
}

const isPartOf = (part: Range, whole: Range): boolean =>
  whole.from <= part.from && part.to <= whole.to
