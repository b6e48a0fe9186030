import Fuse from 'fuse.js'
import type { Answered, Machine } from '../../src/cli/machine.ts'
import type { Recommended } from '../../src/cli/recommendation.ts'
import type { Catalogue } from '../../src/knowledge/catalogue.ts'
import type { Cases } from './cases.ts'
import { type Document, documentsOf } from './documents.ts'
import { accepted } from './judge.ts'

/** Values from the most to the least frequent; the first seen wins a tie. */
function byFrequency(values: readonly string[]): string[] {
  const groups = [...Map.groupBy(values, (value) => value)]
  return groups.sort(([, a], [, b]) => b.length - a.length).map(([value]) => value)
}

const ranked = (ids: readonly string[]): Recommended => ({
  ranking: ids.map((id, place) => ({ id, score: 100 / (place + 1), excluded: null })),
  levels: {},
  needs: {},
  certainty: 0,
  robustness: 0,
  next: null,
})

const commonestLevel = ({ answers }: Cases): Answered => ({
  level: byFrequency(answers.map(({ level }) => level))[0] ?? 'unknown',
  needs: [],
})

/** Says the same to everything: what the labels of the cases themselves say most often. */
export function commonestLabels(cases: Cases): Machine {
  const [intent = 'about'] = byFrequency(cases.questions.map((question) => question.intent))
  const [topic = 'none'] = byFrequency(cases.questions.map((question) => question.topic))
  const [named = ''] = byFrequency(cases.questions.map(({ frameworks }) => frameworks.join(' ')))
  const frameworks = named.split(' ').filter(Boolean)
  const recommended = ranked(byFrequency(cases.briefs.flatMap(accepted)))
  const answered = commonestLevel(cases)
  return {
    ask: () => ({ intent, frameworks, topic, text: '', sources: [] }),
    recommend: () => recommended,
    answer: () => answered,
  }
}

/**
 * A plain fuse.js over the documents: the best hit is the answer, the order of the hits the ranking. The intent
 * is the most frequent one, or out of scope when nothing is found.
 */
export function plainSearch(catalogue: Catalogue, cases: Cases): Machine {
  const [intent = 'about'] = byFrequency(cases.questions.map((question) => question.intent))
  const answered = commonestLevel(cases)
  // Its defaults did better on these cases than ignoreLocation or token search, so they are the fair opponent.
  const fuse = new Fuse<Document>(documentsOf(catalogue), { keys: ['title', 'text'] })
  return {
    ask: (text) => {
      const hit = fuse.search(text)[0]?.item
      if (!hit) return { intent: 'out_of_scope', frameworks: [], topic: 'none', text: '', sources: [] }
      return { intent, frameworks: hit.about, topic: hit.topic, text: hit.text, sources: [hit.source] }
    },
    recommend: (text) => ranked([...new Set(fuse.search(text).flatMap(({ item }) => item.about))]),
    answer: () => answered,
  }
}
