import { describe, expect, test } from 'vitest'
import { copyKnowledge, ENTRY } from './copy.ts'

const SOURCED = { source: 'Test source', as_of: null }
const CAPABILITY = { level: 'none', how: 'Nothing at all.', ...SOURCED }

test('the real knowledge, copied, has no problem', async () => {
  expect(await copyKnowledge().problems()).toEqual([])
})

describe('a file that does not follow its schema is told with the path and the reason:', () => {
  test.each([
    ['a claim without a source', 'licence.source', undefined, 'licence.source: this is missing'],
    [
      'a source that is no address and no name',
      'licence.source',
      'some blog',
      /licence\.source: .*http\(s\) address/,
    ],
    ['a claim without a date', 'licence.as_of', undefined, 'licence.as_of: this is missing'],
    ['a date in words', 'licence.as_of', 'last week', /licence\.as_of: use 2026, 2026-08/],
    [
      'a date with a month that does not exist',
      'licence.as_of',
      '2026-13',
      /licence\.as_of: use 2026, 2026-08/,
    ],
    [
      'a year without quotes',
      'licence.as_of',
      2026,
      'licence.as_of: 2026 is read as a number; put it in quotes',
    ],
    ['a field nobody knows', 'licens', 'BSD', 'there is no field "licens" here'],
    [
      'a position off the scale',
      'positions.speed.value',
      1.5,
      /positions\.speed\.value: the number is too big; the highest is 1$/,
    ],
    [
      'a level nobody knows',
      'capabilities.orm.level',
      'magic',
      /capabilities\.orm\.level: use one of: built-in, /,
    ],
    ['a text where fields belong', 'licence', 'BSD', 'licence: this has fields of its own; write {}'],
    ['a text where a list belongs', 'aliases', 'dj', 'aliases: this is a list; begin each entry with "- "'],
    ['a text where a number belongs', 'positions.speed.value', 'high', 'speed.value: a number belongs here'],
    ['a field left empty', 'licence.source', null, 'licence.source: nothing stands here'],
    ['a list without an entry', 'strengths', [], 'strengths: the list is too short; give at least 1'],
    [
      'a text that says nothing',
      'tagline',
      '-',
      'tagline: the text is too short; write at least 2 characters',
    ],
    [
      'an address without its beginning',
      'docs',
      'docs.org',
      /docs: give an http\(s\) address, or a name that/,
    ],
    ['an id in capitals', 'capabilities.ORM', CAPABILITY, /capabilities\.ORM: use lower-case letters/],
    [
      'an id reserved by JavaScript',
      'capabilities.constructor',
      CAPABILITY,
      /constructor: this word is reserved/,
    ],
    [
      'a key reserved by JavaScript',
      'capabilities.__proto__',
      CAPABILITY,
      /capabilities\.__proto__: .*reserved/,
    ],
    ['the same key at the top', '__proto__', { name: 'x' }, /__proto__: .*reserved/],
    [
      'an id that is not the name of its file',
      'id',
      'flask',
      'id: is "flask" but the file is named "django"',
    ],
  ])('%s', async (_statement, path, value, told) => {
    const copy = copyKnowledge()
    copy.set(ENTRY, path, value)
    const problems = await copy.problems()
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(told)
    expect(problems[0]).toMatch(ENTRY)
  })
})

describe('a file that is not YAML is told with the line:', () => {
  test.each([
    ['a bracket left open', (text: string) => text.replace(/^name: .*/m, 'name: [Django'), /line \d+: /],
    [
      'a key given twice',
      (text: string) => text.replace(/^name: .*/m, 'name: A\nname: B'),
      /line 3: duplicated/,
    ],
    ['a tab as indentation', () => 'id: django\nlicence:\n\tvalue: BSD', /line 3: .*tab/],
    ['a tag that would run something', () => 'id: !!js/function "() => 1"', /line 1: unknown/],
    ['two documents in one', (text: string) => `${text}\n---\nid: django`, /single document/],
    ['nothing at all', () => '# to be written\n', /empty/],
    ['bytes that are not UTF-8', (text: string) => text.replace('Django', '\uFFFD'), /is not UTF-8/],
  ])('%s', async (_statement, spoil, told) => {
    const copy = copyKnowledge()
    copy.write(ENTRY, spoil('id: django\nname: Django\nkind: full-stack\n'))
    const problems = await copy.problems()
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(told)
    expect(problems[0]).toMatch(ENTRY)
  })
})

test('every problem of every file is told at once, those between files too', async () => {
  const copy = copyKnowledge()
  copy.write('kinds.yaml', 'a: [')
  copy.write('domain.yaml', 'folder: frameworks')
  copy.set(ENTRY, 'licence.source', undefined)
  copy.set(ENTRY, 'name', undefined)
  copy.set('frameworks/fastapi.yaml', 'capabilities.teleport', CAPABILITY)
  copy.set('topics.yaml', '0.phrases.+', '(open')
  const problems = await copy.problems()
  for (const told of [
    /^kinds\.yaml: not valid YAML/,
    /^domain\.yaml: subject: this is missing/,
    /^domain\.yaml: noun: this is missing/,
    /^frameworks\/django\.yaml: licence\.source: this is missing/,
    /^frameworks\/django\.yaml: name: this is missing/,
    /^frameworks\/fastapi\.yaml: capabilities\.teleport: there is no capability "teleport"/,
    /^topics\.yaml: .*"\(open" has brackets/,
  ]) {
    expect(
      problems.filter((problem) => told.test(problem)),
      String(told),
    ).toHaveLength(1)
  }
  // What a file that cannot be read may well hold is not called unknown.
  expect(
    problems.filter((problem) => /there is no (kind|alternative)|no part of the knowledge/.test(problem)),
  ).toEqual([])
})
