import type { Alternative } from './schema/alternative.ts'
import type { Criterion } from './schema/criterion.ts'
import type {
  CapabilityEntry,
  Company,
  ContextRule,
  Domain,
  Guide,
  KindEntry,
  Neighbour,
  PhraseFile,
  Term,
  TopicEntry,
} from './schema/lists.ts'
import type { Situation } from './schema/situation.ts'

/** Everything a knowledge folder holds, checked; plain data, so that it can be cached as JSON. */
export interface Knowledge {
  /** Hash of the files' contents: the same hash gives the same advice. */
  hash: string
  /** Hash of each file by its path, to tell which of them changed. */
  hashes: Record<string, string>
  domain: Domain
  alternatives: Alternative[]
  /** In the guide's order. */
  criteria: Criterion[]
  capabilities: CapabilityEntry[]
  kinds: KindEntry[]
  context: ContextRule[]
  situations: Situation[]
  topics: TopicEntry[]
  glossary: Term[]
  guide: Guide
  company: Company
  neighbours: Neighbour[]
  /** By file name without ending. */
  phrases: Record<string, PhraseFile>
}

/** Typed look-ups over the knowledge. */
export interface Catalogue extends Knowledge {
  alternative(id: string): Alternative | undefined
  criterion(id: string): Criterion | undefined
  capability(id: string): CapabilityEntry | undefined
  kind(id: string): KindEntry | undefined
  contextRule(id: string): ContextRule | undefined
  situation(id: string): Situation | undefined
  topic(id: string): TopicEntry | undefined
  /** A name without an entry, by what `neighbourId` gives. */
  neighbour(id: string): Neighbour | undefined
  /** Name of an alternative, or the id itself when it has no entry. */
  nameOf(id: string): string
}

const byId = <T extends { id: string }>(entries: readonly T[]): Map<string, T> =>
  new Map(entries.map((entry) => [entry.id, entry]))

/** What a name without an entry goes by. */
export const neighbourId = ({ id, name }: Neighbour): string => id ?? name.toLowerCase()

export function createCatalogue(knowledge: Knowledge): Catalogue {
  const alternatives = byId(knowledge.alternatives)
  const criteria = byId(knowledge.criteria)
  const capabilities = byId(knowledge.capabilities)
  const kinds = byId(knowledge.kinds)
  const context = byId(knowledge.context)
  const situations = byId(knowledge.situations)
  const topics = byId(knowledge.topics)
  const neighbours = new Map(knowledge.neighbours.map((entry) => [neighbourId(entry), entry]))
  return {
    ...knowledge,
    alternative: (id) => alternatives.get(id),
    criterion: (id) => criteria.get(id),
    capability: (id) => capabilities.get(id),
    kind: (id) => kinds.get(id),
    contextRule: (id) => context.get(id),
    situation: (id) => situations.get(id),
    topic: (id) => topics.get(id),
    neighbour: (id) => neighbours.get(id),
    nameOf: (id) => alternatives.get(id)?.name ?? neighbours.get(id)?.name ?? id,
  }
}
