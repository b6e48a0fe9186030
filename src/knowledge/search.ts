import type { Catalogue } from './catalogue.ts'
import { createIndex, type Document, type Query } from './document-index.ts'
import type { Sourced } from './schema/claim.ts'
import { STOP_WORDS } from './stop-words.ts'
import { stemOf, tokenise } from './text.ts'

/** A question with its written-out answer. */
export interface Entry {
  id: string
  /** The alternative it is about; null for general questions. */
  alternative: string | null
  topic: string
  part: 'alternative' | 'guide' | 'company'
  wordings: readonly string[]
  answer: string
  source: Sourced
}

export interface Hit {
  entry: Entry
  /** Share of the query's content words, weighted by rarity, that a wording or the answer holds; 0 to 1. */
  share: number
  /** The same over the best single wording only. */
  wordingShare: number
  /** What it is sorted by. */
  score: number
}

export interface Filter {
  alternative?: string | null
  topic?: string
  part?: Entry['part']
}

/** Finds written-out answers. Queries are expected with their spelling already corrected. */
export interface Search {
  /** Best hits first, at most twelve; empty when no content word is found. */
  find(words: readonly string[], filter?: Filter): Hit[]
  /** The first question on a topic that stands in the entry of an alternative: the one most people ask. */
  commonest(alternative: string, topic: string): Entry | null
}

const HITS = 12

export function createSearch(catalogue: Catalogue): Search {
  const documents = entriesOf(catalogue).map(documentOf)
  const rarity = createRarity(documents)
  const shelves = Map.groupBy(documents, ({ entry }) => shelfOf(entry))
  const index = createIndex(documents)
  return {
    find(words, filter = {}) {
      const query = queryOf(words, rarity)
      const test = ({ entry }: Document): boolean => matches(entry, filter)
      const shelf = shelfIn(filter)
      if (shelf !== null) return best((shelves.get(shelf) ?? []).filter(test), query)
      return best(index.candidates(query, test), query)
    },
    commonest: (alternative, topic) =>
      shelves.get(alternative)?.find(({ entry }) => entry.topic === topic)?.entry ?? null,
  }
}

const termsOf = (text: string): string[] =>
  tokenise(text)
    .filter(({ norm }) => !STOP_WORDS.has(norm))
    .map(({ stem }) => stem)

function documentOf(entry: Entry): Document {
  const wordings = entry.wordings.map((wording) => new Set(termsOf(wording)))
  return { entry, wordings, all: new Set([...wordings.flatMap((set) => [...set]), ...termsOf(entry.answer)]) }
}

function queryOf(words: readonly string[], rarity: (stem: string) => number): Query {
  const stems = new Set(words.filter((word) => word !== '' && !STOP_WORDS.has(word)).map(stemOf))
  const terms = [...stems].map((stem) => ({ stem, weight: rarity(stem) })).sort((a, b) => b.weight - a.weight)
  return { terms, total: weightOf(terms) }
}

/** A question that names something costs the same however much is known about everything else. */
const shelfOf = (entry: Entry): string => entry.alternative ?? `part:${entry.part}`

const shelfIn = ({ alternative, part }: Filter): string | null =>
  alternative ?? (part === undefined || part === 'alternative' ? null : `part:${part}`)

function best(documents: readonly Document[], query: Query): Hit[] {
  return documents
    .flatMap((document) => hitOf(document, query) ?? [])
    .sort((a, b) => b.score - a.score)
    .slice(0, HITS)
}

/** What a wording says beyond the words asked counts so much against it. */
const UNASKED = 0.35

function hitOf({ entry, all, wordings }: Document, { terms, total }: Query): Hit | null {
  const held = terms.filter(({ stem }) => all.has(stem))
  if (held.length === 0) return null
  let wordingShare = 0
  let fit = 0
  for (const wording of wordings) {
    const asked = held.filter(({ stem }) => wording.has(stem))
    if (asked.length === 0) continue
    const share = weightOf(asked) / total
    wordingShare = Math.max(wordingShare, share)
    fit = Math.max(fit, share + (UNASKED * asked.length) / wording.size)
  }
  const share = weightOf(held) / total
  return { entry, share, wordingShare, score: share + fit }
}

const weightOf = (terms: Query['terms']): number => terms.reduce((sum, { weight }) => sum + weight, 0)

const matches = (entry: Entry, { alternative, topic, part }: Filter): boolean =>
  (alternative === undefined || entry.alternative === alternative) &&
  (part === undefined || entry.part === part) &&
  (topic === undefined || entry.topic === topic)

/** Inverse document frequency; a word that no entry holds weighs as much as the rarest. */
function createRarity(documents: readonly Document[]): (stem: string) => number {
  const counts = new Map<string, number>()
  for (const { all } of documents) for (const stem of all) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  return (stem) => Math.log(1 + documents.length / (1 + (counts.get(stem) ?? 0)))
}

function entriesOf(catalogue: Catalogue): Entry[] {
  const own = catalogue.alternatives.flatMap(({ id, questions }) =>
    questions.map((question, index) => toEntry(`${id}-${index}`, question, id, 'alternative')),
  )
  const guide = catalogue.guide.questions.map((q, index) => toEntry(`guide-${index}`, q, null, 'guide'))
  const company = catalogue.company.questions.map((q, index) =>
    toEntry(`company-${index}`, q, null, 'company'),
  )
  return [...own, ...guide, ...company]
}

function toEntry(
  id: string,
  question: { q: string[]; a: string; topic: string } & Sourced,
  alternative: string | null,
  part: Entry['part'],
): Entry {
  const { q, a, topic, ...source } = question
  return { id, alternative, topic, part, wordings: q, answer: a, source }
}
