import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import type { Catalogue } from '../../src/knowledge/catalogue.ts'
import { type Document, documentsOf } from '../eval/documents.ts'
import type { Contender } from '../race.ts'
import { installed } from './installed.ts'

const FIELDS = ['title', 'text']
/** A title holds the wordings of a question, so it weighs more; the same for every peer that can weigh. */
const TITLE_COUNTS = 3
const MOST = 3

/** A plain fuse.js over the documents the knowledge makes, with its defaults: nothing else did better. */
export function fuse(catalogue: Catalogue): Contender {
  const index = new Fuse<Document>(documentsOf(catalogue), { keys: FIELDS })
  return ({ q }) =>
    () =>
      index.search(q, { limit: MOST }).map(({ item }) => item.text)
}

/** MiniSearch alone, with the misspellings it forgives by itself. */
export function minisearch(catalogue: Catalogue): Contender {
  const documents = documentsOf(catalogue)
  const index = new MiniSearch({
    fields: FIELDS,
    searchOptions: { boost: { title: TITLE_COUNTS }, fuzzy: 0.2 },
  })
  index.addAll(documents.map(({ title, text }, id) => ({ id, title, text })))
  return ({ q }) =>
    () =>
      index
        .search(q)
        .slice(0, MOST)
        .map(({ id }) => documents[Number(id)]?.text ?? '')
}

/** What is used of Orama: it is installed beside the measurements only, so its own types may be missing. */
interface Orama {
  create(options: { schema: Record<string, 'string'> }): object
  insertMultiple(index: object, documents: readonly object[]): unknown
  search(index: object, query: object): { hits: { document: { text: string } }[] }
}

/** Orama, with stemming and one misspelt letter forgiven. */
export async function orama(catalogue: Catalogue): Promise<Contender> {
  const { create, insertMultiple, search } = await installed<Orama>('@orama/orama')
  const index = create({ schema: { title: 'string', text: 'string' } })
  await insertMultiple(
    index,
    documentsOf(catalogue).map(({ title, text }) => ({ title, text })),
  )
  return ({ q }) =>
    () =>
      search(index, { term: q, limit: MOST, boost: { title: TITLE_COUNTS } }).hits.map(
        ({ document }) => document.text,
      )
}
