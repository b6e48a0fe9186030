import type { Catalogue } from '../knowledge/catalogue.ts'
import type { Reading } from './reading.ts'

interface Candidate {
  id: string
  rank: number
  length: number
  from: number
}

/** Rank of a topic that is only known through the capability it is about: its words name a feature. */
const CAPABILITY_RANK = 2

/**
 * What a question is about: the best-ranked topic whose words occur; of equal rank the longer phrase, then the
 * earlier one. Null when no topic is named.
 */
export function findTopic(catalogue: Catalogue, reading: Reading): string | null {
  const named = reading.of('topic').map(
    ({ meaning, from, to }): Candidate => ({ id: meaning.id, rank: meaning.rank, length: to - from, from }),
  )
  const features = [...reading.of('need'), ...reading.of('mention')].flatMap(({ meaning, from, to }) => {
    const topic = catalogue.topics.find((entry) => entry.capability === meaning.id)
    return topic ? [{ id: topic.id, rank: Math.max(topic.rank, CAPABILITY_RANK), length: to - from, from }] : []
  })
  const [best] = [...named, ...features].sort(
    (a, b) => b.rank - a.rank || b.length - a.length || a.from - b.from,
  )
  return best?.id ?? null
}
