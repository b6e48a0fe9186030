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
  const entries = entriesOf(catalogue)
  const terms = new Map(entries.map((entry) => [entry.id, termSets(entry)]))
  const rarity = createRarity([...terms.values()].map((sets) => sets.all))
  const shelves = [...Map.groupBy(entries, shelfOf).values()].map(createShelf)
  return {
    find(words, filter = {}) {
      const query = [...new Set(words.filter((word) => !STOP_WORDS.has(word)).map(stemOf))]
      if (query.length === 0) return []
      const total = query.reduce((sum, term) => sum + rarity(term), 0)
      const shareIn = (set: ReadonlySet<string>): number =>
        query.reduce((sum, term) => sum + (set.has(term) ? rarity(term) : 0), 0) / total
      return shelves
        .filter((shelf) => mayHold(shelf.sample, filter))
        .flatMap((shelf) => shelf.candidates(query, (entry) => matches(entry, filter)))
        .flatMap((entry): Hit[] => {
          const sets = terms.get(entry.id)
          if (!sets) return []
          return [{ entry, share: shareIn(sets.all), wordingShare: Math.max(...sets.wordings.map(shareIn)) }]
        })
        .sort((a, b) => b.share + b.wordingShare - (a.share + a.wordingShare))
    },
  }
}

/**
 * The entries of one alternative or part, with an index of their own: a question that names something then costs the
 * same however much is known about everything else.
 */
interface Shelf {
  /** Any of its entries; all are of the same alternative and part. */
  sample: Entry
  /** The best few entries that the test lets pass. */
  candidates(query: readonly string[], test: (entry: Entry) => boolean): Entry[]
}

const shelfOf = (entry: Entry): string => entry.alternative ?? `part:${entry.part}`

function createShelf(entries: readonly Entry[]): Shelf {
  const [sample] = entries
  if (sample === undefined) throw new RangeError('a shelf has at least one entry')
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  let index: MiniSearch | undefined
  return {
    sample,
    candidates(query, test) {
      index ??= indexOf(entries)
      return index
        .search(query.join(' '))
        .flatMap(({ id }) => byId.get(String(id)) ?? [])
        .filter(test)
        .slice(0, CANDIDATES)
    },
  }
}

function indexOf(entries: readonly Entry[]): MiniSearch {
  const index = new MiniSearch({
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
  index.addAll(entries.map(({ id, wordings, answer }) => ({ id, wordings: wordings.join(' '), answer })))
  return index
}

/** Whether a shelf with such entries can hold what the filter asks for. */
const mayHold = (sample: Entry, { alternative, part }: Filter): boolean =>
  (alternative === undefined || sample.alternative === alternative) &&
  (part === undefined || sample.part === part)

const matches = (entry: Entry, filter: Filter): boolean =>
  mayHold(entry, filter) && (filter.topic === undefined || entry.topic === filter.topic)

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
