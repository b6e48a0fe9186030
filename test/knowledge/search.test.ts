import { beforeAll, describe, expect, test } from 'vitest'
import { createCatalogue } from '../../src/knowledge/catalogue.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { createSearch, type Search } from '../../src/knowledge/search.ts'
import { tokenise } from '../../src/knowledge/text.ts'
import { copyKnowledge } from './copy.ts'

const SOURCED = { source: 'Test source', as_of: null, verdict: 'confirmed' } as const
const words = (text: string): string[] => tokenise(text).map(({ norm }) => norm)

let search: Search
let wordings: { id: string; wording: string }[]
beforeAll(async () => {
  const knowledge = await loadKnowledge(copyKnowledge().folder, null)
  const [django] = knowledge.alternatives
  django?.questions.push({
    q: ['How do I juggle databases?'],
    a: 'With both hands.',
    topic: 'orm',
    ...SOURCED,
  })
  const catalogue = createCatalogue(knowledge)
  wordings = catalogue.alternatives.flatMap(({ id, questions }) =>
    questions.map(({ q: [wording = ''] }) => ({ id, wording })),
  )
  search = createSearch(catalogue)
})

describe('a written-out answer', () => {
  test('is found by its own wording, first nearly always', () => {
    const found = wordings.filter(({ id, wording }) => {
      const [first] = search.find(words(wording), { alternative: id })
      return first?.entry.wordings[0] === wording
    })
    expect(found.length / wordings.length).toBeGreaterThan(0.95)
  })

  test('is found by words in other forms', () => {
    const [first] = search.find(['juggling', 'database'])
    expect(first?.entry.answer).toBe('With both hands.')
    // The stem of "databases" has another stem itself.
    expect(search.find(['databases'], { topic: 'orm' }).map(({ entry }) => entry.answer)).toContain(
      'With both hands.',
    )
    expect(first).toMatchObject({ share: 1, wordingShare: 1 })
  })

  test('about an alternative, a topic or a part is found there only', () => {
    const database = ['database', 'async', 'team']
    const all = search.find(database)
    expect(all.length).toBeGreaterThan(1)
    const own = search.find(database, { alternative: 'fastapi' })
    expect(new Set(own.map(({ entry }) => entry.alternative))).toEqual(new Set(['fastapi']))
    const general = search.find(database, { alternative: null })
    expect(new Set(general.map(({ entry }) => entry.alternative))).toEqual(new Set([null]))
    const orm = search.find(database, { topic: 'orm' })
    expect(new Set(orm.map(({ entry }) => entry.topic))).toEqual(new Set(['orm']))
    const company = search.find(database, { part: 'company' })
    expect(new Set(company.map(({ entry }) => entry.part))).toEqual(new Set(['company']))
  })

  test('comes with shares between 0 and 1, a wording never above the whole, best first', () => {
    for (const { wording } of wordings.slice(0, 40)) {
      const hits = search.find([...words(wording), 'xylophone'])
      const ranks = hits.map(({ score }) => score)
      expect(ranks).toEqual(ranks.toSorted((a, b) => b - a))
      for (const { share, wordingShare } of hits) {
        expect(wordingShare).toBeGreaterThanOrEqual(0)
        expect(wordingShare).toBeLessThanOrEqual(share)
        expect(share).toBeGreaterThan(0)
        expect(share).toBeLessThan(1)
      }
    }
  })

  test.each([[[]], [['the', 'what', 'is', 'with']], [['xylophone']], [['']], [['\ud800', '\0']]])(
    'is not found for %j',
    (query) => {
      expect(search.find(query)).toEqual([])
    },
  )
})
