import type { Catalogue } from '../knowledge/catalogue.ts'
import type { TopicEntry } from '../knowledge/schema/lists.ts'
import type { Range } from './phrase-tree.ts'
import { longest, type Reading } from './reading.ts'

/** A topic that words of a text name. */
export interface TopicCandidate extends Range {
  id: string
  rank: number
}

/**
 * The topics whose words occur, the one that is meant first: one that is not ruled out ("without ..."); the
 * best-ranked; of equal rank one that says more than "what is", the one with the longer phrase, then the earlier one.
 * A capability's own words name its topic too.
 *
 * @param names where names stand: "fast" in a name asks for no speed
 */
export function findTopics(
  catalogue: Catalogue,
  reading: Reading,
  names: readonly Range[],
): TopicCandidate[] {
  const { ofCapability, general } = tablesOf(catalogue)
  const ruledOut = reading.wording('signals', 'without')
  const isOut = ({ from }: Range): boolean => ruledOut.some(({ to }) => to === from)
  const matches = longest<{ kind: string; id: string }>([
    ...reading.of('topic'),
    ...reading.of('need'),
    ...reading.of('mention'),
  ]).filter((match) => !names.some((name) => isPartOf(match, name)))
  return matches
    .flatMap(({ meaning, from, to }): TopicCandidate[] => {
      const topic = meaning.kind === 'topic' ? catalogue.topic(meaning.id) : ofCapability.get(meaning.id)
      return topic ? [{ id: topic.id, rank: topic.rank, from, to }] : []
    })
    .sort(
      (a, b) =>
        Number(isOut(a)) - Number(isOut(b)) ||
        b.rank - a.rank ||
        Number(general.has(a.id)) - Number(general.has(b.id)) ||
        b.to - b.from - (a.to - a.from) ||
        a.from - b.from,
    )
}

interface Tables {
  ofCapability: ReadonlyMap<string | undefined, TopicEntry>
  general: ReadonlySet<string>
}

/** Made once for each knowledge base: thousands of wordings are read with it before the first question comes. */
const tables = new WeakMap<Catalogue, Tables>()

function tablesOf(catalogue: Catalogue): Tables {
  const known = tables.get(catalogue)
  if (known) return known
  const { topics } = catalogue
  const made = {
    ofCapability: new Map(topics.map((topic) => [topic.capability, topic])),
    general: new Set(topics.filter(isGeneral).map(({ id }) => id)),
  }
  tables.set(catalogue, made)
  return made
}

/** "What is ...": the topic of whoever asks for nothing in particular. */
const isGeneral = ({ intents }: TopicEntry): boolean => intents.includes('about')

const isPartOf = (part: Range, whole: Range): boolean => whole.from <= part.from && part.to <= whole.to
