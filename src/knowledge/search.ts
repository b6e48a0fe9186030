import MiniSearch from 'minisearch'
import type { Catalogue } from './catalogue.ts'
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
}

export interface Filter {
  alternative?: string | null
  topic?: string
  part?: Entry['part']
}

/** Finds written-out answers. Queries are expected with their spelling already corrected. */
export interface Search {
  /** Best hits first; empty when no content word is found. */
  find(words: readonly string[], filter?: Filter): Hit[]
}

const CANDIDATES = 12

const termsOf = (text: string): string[] =>
  tokenise(text)
    .map((token) => token.norm)
    .filter((norm) => !STOP_WORDS.has(norm))
    .map(stemOf)

export function createSearch(catalogue: Catalogue): Search {
  const entries = new Map(entriesOf(catalogue).map((entry) => [entry.id, entry]))
  const terms = new Map([...entries].map(([id, entry]) => [id, termSets(entry)]))
  const rarity = createRarity([...terms.values()].map((sets) => sets.all))
  const index = new MiniSearch<{ id: string; wordings: string; answer: string }>({
    fields: ['wordings', 'answer'],
    tokenize: termsOf,
    processTerm: (term) => term,
    // A query arrives as stems: the stem of a stem can be another one ("databas", "databa").
    searchOptions: {
      boost: { wordings: 3 },
      tokenize: (stems) => stems.split(' '),
      processTerm: (term) => term,
    },
  })
  index.addAll(
    [...entries.values()].map(({ id, wordings, answer }) => ({ id, wordings: wordings.join(' '), answer })),
  )
  return {
    find(words, filter = {}) {
      const query = [...new Set(words.filter((word) => !STOP_WORDS.has(word)).map(stemOf))]
      if (query.length === 0) return []
      const total = query.reduce((sum, term) => sum + rarity(term), 0)
      const shareIn = (set: ReadonlySet<string>): number =>
        query.reduce((sum, term) => sum + (set.has(term) ? rarity(term) : 0), 0) / total
      const allowed = (id: string): boolean => matches(entries.get(id), filter)
      return index
        .search(query.join(' '), { filter: ({ id }) => allowed(String(id)) })
        .slice(0, CANDIDATES)
        .flatMap(({ id }): Hit[] => {
          const entry = entries.get(String(id))
          const sets = terms.get(String(id))
          if (!entry || !sets) return []
          return [{ entry, share: shareIn(sets.all), wordingShare: Math.max(...sets.wordings.map(shareIn)) }]
        })
        .sort((a, b) => b.share + b.wordingShare - (a.share + a.wordingShare))
    },
  }
}

function matches(entry: Entry | undefined, filter: Filter): boolean {
  return (
    entry !== undefined &&
    (filter.alternative === undefined || entry.alternative === filter.alternative) &&
    (filter.topic === undefined || entry.topic === filter.topic) &&
    (filter.part === undefined || entry.part === filter.part)
  )
}

function termSets(entry: Entry): { wordings: Set<string>[]; all: Set<string> } {
  const wordings = entry.wordings.map((wording) => new Set(termsOf(wording)))
  return { wordings, all: new Set([...wordings.flatMap((set) => [...set]), ...termsOf(entry.answer)]) }
}

/** Inverse document frequency; a word that no entry holds weighs as much as the rarest. */
function createRarity(documents: readonly ReadonlySet<string>[]): (term: string) => number {
  const counts = new Map<string, number>()
  for (const document of documents) for (const term of document) counts.set(term, (counts.get(term) ?? 0) + 1)
  return (term) => Math.log(1 + documents.length / (1 + (counts.get(term) ?? 0)))
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
