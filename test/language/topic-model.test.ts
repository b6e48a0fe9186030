import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Catalogue, createCatalogue } from '../../src/knowledge/catalogue.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { findNames } from '../../src/language/names.ts'
import { createReader } from '../../src/language/reading.ts'
import { createTopicModel } from '../../src/language/topic-model.ts'
import { findTopics } from '../../src/language/topics.ts'
import { ROOT } from '../architecture/sources.ts'
import { understanding } from './understanding.ts'

const { understand } = await understanding()
const catalogue = createCatalogue(await loadKnowledge(join(ROOT, 'knowledge'), null))
const read = createReader(catalogue)

describe('a question that names an alternative and no topic by a phrase', () => {
  test.each([
    ['will web2py alter the tables when my model is edited', 'migrations'],
    ['is django secure by default', 'security'],
    ['does it make sense to run flask on top of tornado', 'deployment'],
    ['flask monolith to fastapi', 'migration'],
    ['how mature is robyn', 'maintenance'],
  ])('%s: %s', (text, topic) => expect(understand(text).topic).toBe(topic))

  test.each(['can django make coffee', 'does flask like cats', 'django birthday cake'])(
    'stays without one where its words were never asked: %s',
    (text) => expect(understand(text).topicNamed).toBe(false),
  )
})

test.each([
  ['flask upload size limit', 'file_uploads'],
  ['downsides of flask on bigger projects', 'cons'],
])('the words of a question correct a phrase that misleads: %s', (text, topic) => {
  expect(understand(text).topic).toBe(topic)
})

test('a phrase is believed where the words do not clearly speak against it', () => {
  expect(understand('has flask got login built in').topic).toBe('authentication')
  expect(understand('can django channels handle 3000 concurrent connections').topic).toBe('websockets')
})

/** Every fourth wording of each question set aside: what is left to learn from, and what to ask. */
function apart(part: number): { rest: Catalogue; asked: { wording: string; topic: string }[] } {
  const asked: { wording: string; topic: string }[] = []
  const alternatives = catalogue.alternatives.map((entry) => ({
    ...entry,
    questions: entry.questions.map((question, index) => {
      const kept = question.q.filter((_, at) => (index + at) % 4 !== part)
      if (kept.length === 0) return question
      const out = question.q.filter((wording) => !kept.includes(wording))
      asked.push(...out.map((wording) => ({ wording, topic: question.topic })))
      return { ...question, q: kept }
    }),
  }))
  return { rest: { ...catalogue, alternatives }, asked }
}

test('of wordings it has not learned from it knows the topic more often than the phrases alone do', () => {
  const { rest, asked } = apart(0)
  const model = createTopicModel(rest, read)
  const right = { model: 0, phrases: 0 }
  for (const { wording, topic } of asked) {
    const reading = read(wording, true)
    const { alternatives, strangers } = findNames(reading)
    const places = [...alternatives, ...strangers]
    const named = [...new Set(findTopics(rest, reading, places).map(({ id }) => id))]
    if ((named[0] ?? 'overview') === topic) right.phrases += 1
    if ((model.meant(reading.tokens, places, named) ?? 'overview') === topic) right.model += 1
  }
  expect(asked.length).toBeGreaterThan(1000)
  expect(right.model / asked.length).toBeGreaterThan(0.8)
  expect(right.model - right.phrases).toBeGreaterThan(asked.length * 0.05)
})
