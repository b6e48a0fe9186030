import { describe, expect, test } from 'vitest'
import type { Parts } from '../../src/language/parts.ts'
import { understanding } from './understanding.ts'

const { understand } = await understanding()

const NOTHING: Parts = { existing: [], skills: [], refused: [], only: [], leaving: null }
/** The part each alternative plays in a text. */
function partsIn(text: string): Parts {
  const { existing, skills, refused, only, leaving } = understand(text).findings
  return { existing, skills, refused, only, leaving }
}

describe('refused', () => {
  test.each([
    ['anything but Django', ['django']],
    ['no Django please', ['django']],
    ['everything except Flask', ['flask']],
    ['not a fan of Django', ['django']],
    ['Django is out', ['django']],
    ['Django is not an option', ['django']],
    ['neither Django nor Flask', ['django', 'flask']],
    ["we don't want django, flask or hug", ['django', 'flask', 'hug']],
    ['no Django, FastAPI is fine', ['django']],
  ])('%s', (text, refused) => expect(partsIn(text)).toEqual({ ...NOTHING, refused }))

  test.each(['why not Django?', 'is Django not good?', 'our team does not know Django', 'never used Django'])(
    '"%s" refuses nothing',
    (text) => expect(partsIn(text)).toEqual(NOTHING),
  )
})

describe('what runs today', () => {
  test.each([
    ['our app runs on FastAPI today', ['fastapi'], null],
    ['our FastAPI backend', ['fastapi'], null],
    ['currently Flask', ['flask'], null],
    ['shop API on a heavily customised Tornado', ['tornado'], null],
    ['little API of provinces, fastapi', ['fastapi'], null],
    ['it works, and it is on Flask', ['flask'], false],
    ['we are on Django 2.2 and want to migrate', ['django'], true],
    ['moving off Django', ['django'], true],
    ['we started with Django but it is too slow', ['django'], true],
    ['we use Django and plan to keep it, the legacy works', ['django'], false],
  ])('%s', (text, existing, leaving) => expect(partsIn(text)).toEqual({ ...NOTHING, existing, leaving }))

  test('what they move to does not run yet', () => {
    const parts = partsIn('we want to switch from Flask to FastAPI')
    expect(parts).toEqual({ ...NOTHING, existing: ['flask'], leaving: true })
  })

  test.each([
    'should we replace our Flask app with FastAPI?',
    'any plan to move the app off Flask to FastAPI?',
    'should we move off Flask? we need websockets',
  ])('only asking about a move, without a reason, is not yet leaving: %s', (text) =>
    expect(partsIn(text)).toEqual({ ...NOTHING, existing: ['flask'], leaving: false }),
  )

  test.each([
    "the Flask server isn't production ready, replace with?",
    'our dashboard: Flask with sockets is awkward',
    'a dashboard in Flask, every call takes forever',
  ])('a reason makes it leaving: %s', (text) =>
    expect(partsIn(text)).toMatchObject({ existing: ['flask'], leaving: true }),
  )

  test('one name in a complaint is what they have', () => {
    expect(partsIn('Flask with eventlet blocks and is too slow')).toMatchObject({
      existing: ['flask'],
      leaving: true,
    })
  })

  test('a question that offers a choice leaves only what it offers', () => {
    expect(partsIn('Flask or Django for a small site?').only).toEqual(['flask', 'django'])
    expect(partsIn('we run Flask, what else is there?').only).toEqual([])
  })
})

describe('what the team knows', () => {
  test.each([
    ['the team knows Django', ['django']],
    ['our devs know Flask and FastAPI well', ['flask', 'fastapi']],
    ['three devs fluent in Django', ['django']],
    ['the team comes from Django', ['django']],
    ['I have been using Django for years', ['django']],
  ])('%s', (text, skills) => expect(partsIn(text)).toEqual({ ...NOTHING, skills }))
})

describe('the only ones left', () => {
  test.each([
    'we must choose between Django and FastAPI',
    'options are Django and FastAPI',
    'it has to be either Django or FastAPI',
    'Django or FastAPI, nothing else',
  ])('%s', (text) => expect(partsIn(text)).toEqual({ ...NOTHING, only: ['django', 'fastapi'] }))

  test.each(['either way, we use Django', 'our budget is limited to 20k, we use Django'])(
    '"%s" excludes nothing',
    (text) => expect(partsIn(text)).toEqual({ ...NOTHING, existing: ['django'] }),
  )
})

test.each([
  'two developers who know some Django, must be live before Christmas',
  'we know Django and it must be live soon',
  'Django knowledge, has to be cheap',
])('what must be behind a name is not the name: %s', (text) => expect(partsIn(text).only).toEqual([]))

test.each(['it must be Django', 'Django is mandatory', 'Django is a must'])(
  'what must be is the name, or is said of it: %s',
  (text) => expect(partsIn(text).only).toEqual(['django']),
)
