import { describe, expect, test } from 'vitest'
import { surelyAfter } from '../../src/knowledge/dates.ts'
import { copyKnowledge, ENTRY } from './copy.ts'

const SOURCED = { source: 'Test source', as_of: null }
const CAPABILITY = { level: 'none', how: 'Nothing at all.', ...SOURCED }
const POSITION = { value: 0.5, reason: 'In the middle.', ...SOURCED }
const SERIES = { series: '9', status: 'ended', mainstream_until: '2027-01', security_until: '2026-Q3' }

describe('told with its place, in an entry:', () => {
  test.each([
    ['a type nobody knows', 'kind', 'monolith', 'kind: there is no type "monolith"'],
    [
      'an unknown capability',
      'capabilities.teleport',
      CAPABILITY,
      'capabilities.teleport: there is no capability',
    ],
    ['a missing position', 'positions.speed', undefined, 'positions.speed: this position is missing'],
    ['a position on nothing', 'positions.mood', POSITION, 'positions.mood: there is no criterion "mood"'],
    [
      'a strength for no criterion',
      'strengths.0.criteria',
      ['mood'],
      'strengths.0.criteria: there is no criterion',
    ],
    [
      'a weakness for no need',
      'weaknesses.0.needs',
      ['teleport'],
      'weaknesses.0.needs: there is no capability',
    ],
    ['a trap for no need', 'gotchas.0.needs', ['teleport'], 'gotchas.0.needs: there is no capability'],
    ['a situation of no kind', 'best_for.0.kinds', ['circus'], 'best_for.0.kinds: there is no kind "circus"'],
    [
      'a question about nothing',
      'questions.0.topic',
      'weather',
      'questions.0.topic: there is no topic "weather"',
    ],
    [
      'an unknown relation',
      'related',
      [{ id: 'nobody', relation: 'Cousin.' }],
      'related.0: there is no alternative',
    ],
    [
      'a circumstance no rule describes',
      'context.eclipse',
      { value: 0.5, reason: 'It gets dark.', ...SOURCED },
      'context.eclipse: there is no circumstance "eclipse"',
    ],
    [
      'a fit for a situation nobody describes',
      'situations.siege',
      0.5,
      'situations.siege: there is no situation "siege"; see situations/',
    ],
    ['an add-on to nothing', 'part_of', 'nobody', 'part_of: there is no alternative "nobody"'],
    [
      'a path that leads from nowhere',
      'migration',
      [{ path: 'Nobody to Django', from: ['nobody'], to: ['django'], how: 'So.', pain: 'Much.', ...SOURCED }],
      'migration.0: there is no alternative "nobody"',
    ],
    [
      'a release before the first',
      'first_release.date',
      '2099',
      /latest_release\.date: .* before the first release, 2099/,
    ],
    [
      'support ending backwards',
      'support.series',
      [SERIES],
      /series\.0: mainstream support ends 2027-01, after/,
    ],
    [
      'a guard that guards nothing',
      'guarded',
      ['Django'],
      /guarded: "Django" is none of its names in lower case/,
    ],
  ])('%s', async (_statement, path, value, told) => {
    const copy = copyKnowledge()
    if (path === 'first_release.date') copy.set(ENTRY, 'latest_release.date', '2026-01-31')
    copy.set(ENTRY, path, value)
    const problems = await copy.problems()
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(told)
    expect(problems[0]).toMatch(ENTRY)
  })
})

test('unknown ids are told in the lists and criteria too, each once', async () => {
  const copy = copyKnowledge()
  const breaks = [
    ['domain.yaml', 'core.+', 'nobody', 'alternative'],
    ['kinds.yaml', '0.levels.mood', 'high', 'criterion'],
    ['kinds.yaml', '0.needs.teleport', 'must', 'capability'],
    ['topics.yaml', '0.capability', 'teleport', 'capability'],
    ['topics.yaml', '0.criterion', 'mood', 'criterion'],
    ['glossary.yaml', '0.topic', 'weather', 'topic'],
    ['guide.yaml', 'questions.0.topic', 'weather', 'topic'],
    ['company.yaml', 'questions.0.topic', 'weather', 'topic'],
    ['context.yaml', '0.follows', { criterion: 'mood', levels: ['high'] }, 'criterion'],
    ['context.yaml', '0.rated_as', 'eclipse', 'circumstance'],
    ['criteria/speed.yaml', 'checklist.+', 'teleport', 'capability'],
    [
      'criteria/speed.yaml',
      'thresholds.+',
      { measure: 'smiles', steps: [{ from: 1, level: 'low' }] },
      'measure',
    ],
  ] as const
  for (const [file, path, value] of breaks) copy.set(file, path, value)
  const problems = await copy.problems()
  for (const [file, path, , target] of breaks) {
    const told = problems.filter(
      (line) => line.startsWith(`${file}: `) && line.includes(`there is no ${target} `),
    )
    expect(told, `${file}: ${path}`).toHaveLength(1)
  }
  expect(problems).toHaveLength(breaks.length)
})

test('ids that two entries of a list share, and criteria of the same order, are told', async () => {
  const copy = copyKnowledge()
  copy.set('criteria/speed.yaml', 'order', 1)
  copy.set('capabilities.yaml', '1.id', 'orm')
  copy.set('context.yaml', '1.id', 'hosting-wsgi')
  const problems = await copy.problems()
  expect(problems).toContain('capabilities.yaml: orm: this id is used twice')
  expect(problems).toContain('context.yaml: hosting-wsgi: this id is used twice')
  expect(problems).toContain('criteria/speed.yaml: order: 1 is also the order of "complexity"')
})

test('a term of the glossary that leads to no capability and no criterion is told', async () => {
  const copy = copyKnowledge()
  copy.set('glossary.yaml', '0.capabilities', [])
  copy.set('glossary.yaml', '0.criteria', [])
  expect(await copy.problems()).toEqual([
    'glossary.yaml: WSGI: no capability and no criterion is named that it belongs to',
  ])
})

test('a wording whose meaning nothing reads is told, with the meanings there are', async () => {
  const copy = copyKnowledge()
  copy.set('phrases/replies.yaml', 'meanings.perhaps', ['could be so'])
  copy.set('phrases/measures.yaml', 'meanings.smiles', ['# smiles'])
  const problems = await copy.problems()
  expect(problems).toHaveLength(2)
  expect(problems.join()).toMatch(
    /phrases\/replies.yaml: perhaps: nothing reads this meaning; there are conditional, high, /,
  )
  expect(problems.join()).toMatch(/phrases\/measures.yaml: smiles: nothing reads this meaning; .*screens/)
})

test('a description that stands in two situations is told', async () => {
  const copy = copyKnowledge()
  copy.set('situations/data-site.yaml', 'examples.0', 'A choir looks for a page')
  copy.set('situations/shop-booking-market.yaml', 'examples.2', 'A choir looks for a page')
  expect(await copy.problems()).toEqual([
    'situations/shop-booking-market.yaml: examples.2: stands in situations/data-site.yaml too',
  ])
})

test('a circumstance that can never hold is told', async () => {
  const copy = copyKnowledge()
  copy.set('context.yaml', '0.phrases', [])
  expect(await copy.problems()).toEqual([
    'context.yaml: hosting-wsgi: no wording states it and it follows from nothing, so it never holds',
  ])
})

describe('a date that may lie before the other is not called out of order', () => {
  test.each([
    ['2026-08-22', '2026-08-21', true],
    ['2026-08-21', '2026-08-21', false],
    ['2026-08', '2026', false],
    ['2026-Q1', '2026-04', false],
    ['2026-Q3', '2026-06-30', true],
    ['2026-Q3', '2026-09', false],
    ['2027', '2026-Q4', true],
    ['2026', '2026-12-31', false],
    ['2026-10', '2026-Q3', true],
  ])('%s surely after %s: %s', (date, other, expected) => {
    expect(surelyAfter(date, other)).toBe(expected)
  })
})
