import type { Entry } from './search.ts'

/** An entry with the stems of its content words. */
export interface Document {
  entry: Entry
  wordings: ReadonlySet<string>[]
  all: ReadonlySet<string>
}

/** The stems asked for, rarest first. */
export interface Query {
  terms: readonly { stem: string; weight: number }[]
  total: number
}

/** Finds the documents worth a closer look among all of them. */
export interface DocumentIndex {
  /** The few that hold most of what is asked, by weight; a stem in a wording counts double. Best first. */
  candidates(query: Query, test: (document: Document) => boolean): Document[]
}

/** So many are looked at closely, however much is known. */
const LOOKED_AT = 24
/** So many entries of the index are read, for the rarest stems first: the common ones tell little apart. */
const MOST_READ = 1_000

/**
 * An inverted index with accumulators, read term by term: Zobel and Moffat, "Inverted files for text search engines",
 * ACM Computing Surveys 38 (2006), section 4; it quits early, as in Moffat and Zobel, "Self-indexing inverted files for fast
 * text retrieval", ACM TOIS 14 (1996). So a query costs nearly the same however many documents there are.
 */
export function createIndex(documents: readonly Document[]): DocumentIndex {
  const asked = new Map<string, number[]>()
  const answered = new Map<string, number[]>()
  for (const [place, { wordings, all }] of documents.entries()) {
    const inWordings = new Set(wordings.flatMap((wording) => [...wording]))
    for (const stem of all) post(inWordings.has(stem) ? asked : answered, stem, place)
  }
  // Kept between queries and emptied after each: most of it is never touched.
  const sums = new Float64Array(documents.length)
  return {
    candidates({ terms }, test) {
      const touched: number[] = []
      const add = (places: readonly number[], weight: number): void => {
        for (const place of places) {
          if (sums[place] === 0) touched.push(place)
          sums[place] = (sums[place] ?? 0) + weight
        }
      }
      let read = 0
      for (const { stem, weight } of terms) {
        const [inWordings = [], inAnswers = []] = [asked.get(stem), answered.get(stem)]
        if (read > 0 && read + inWordings.length + inAnswers.length > MOST_READ) break
        read += inWordings.length + inAnswers.length
        add(inWordings, 2 * weight)
        add(inAnswers, weight)
      }
      const passes = (place: number): boolean => {
        const document = documents[place]
        return document !== undefined && test(document)
      }
      const found = highest(touched, sums, passes)
      for (const place of touched) sums[place] = 0
      return found.flatMap((place) => documents[place] ?? [])
    },
  }
}

function post(index: Map<string, number[]>, stem: string, place: number): void {
  const places = index.get(stem)
  if (places) places.push(place)
  else index.set(stem, [place])
}

/** The `LOOKED_AT` places with the highest sums that pass the test, highest first; of equal ones the earlier. */
function highest(places: readonly number[], sums: Float64Array, test: (place: number) => boolean): number[] {
  const sumOf = (place: number | undefined): number => (place === undefined ? 0 : (sums[place] ?? 0))
  const kept: number[] = []
  for (const place of places) {
    if (kept.length === LOOKED_AT && sumOf(place) <= sumOf(kept.at(-1))) continue
    if (!test(place)) continue
    const at = kept.findIndex((other) => sumOf(other) < sumOf(place))
    kept.splice(at < 0 ? kept.length : at, 0, place)
    if (kept.length > LOOKED_AT) kept.pop()
  }
  return kept
}
