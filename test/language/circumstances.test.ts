import { describe, expect, test } from 'vitest'
import { type Understanding, understanding } from './understanding.ts'

const { understand }: Understanding = await understanding()

const rulesIn = (text: string): string[] => understand(text).findings.context.map(({ rule }) => rule)
const runtimeIn = (text: string): string | null => understand(text).findings.runtime

describe('a circumstance is read', () => {
  test.each([
    ['We only have shared hosting with cPanel.', ['hosting-wsgi']],
    ['It has to live behind mod_wsgi, no ASGI there.', ['hosting-wsgi']],
    ['Everything we build goes to AWS Lambda.', ['serverless']],
    ['A small status page on a Raspberry Pi.', ['embedded']],
    [
      'Our production runs on a Windows server, and the vendor gives us a synchronous SDK.',
      ['windows-server', 'blocking-libraries'],
    ],
    ['We are all beginners, it is our first web app.', ['beginners']],
    ['We have a Flask app on shared hosting.', ['hosting-wsgi']],
  ])('%s', (text, rules) => expect(rulesIn(text).toSorted()).toEqual(rules.toSorted()))

  test('with the words it was said in', () => {
    const text = 'Ten pages with a login, and it must live on our shared hosting.'
    expect(understand(text).findings.context).toEqual([
      { rule: 'hosting-wsgi', words: expect.stringContaining('shared hosting') },
    ])
  })

  test('when a choice is asked for', () => {
    expect(rulesIn('Which framework for shared hosting?')).toEqual(['hosting-wsgi'])
  })
})

describe('no circumstance is read', () => {
  test.each([
    ['what is denied', 'We are not on shared hosting, we have servers of our own.'],
    ['a question whether one alternative could', 'can i run flask on aws lambda?'],
    ['the same without its mark', 'django on shared hosting'],
    ['a question about the thing itself', 'what is serverless?'],
  ])('from %s', (_, text) => {
    expect(rulesIn(text)).toEqual([])
    expect(runtimeIn(text)).toBeNull()
  })
})

describe('the version they are bound to is read as text', () => {
  test.each([
    ['We are on Python 3.8 for years to come.', '3.8'],
    ['Our servers have Python 3.10.', '3.10'],
    ['stuck on python 2.7', '2.7'],
    ['We are stuck on Python 2.', '2'],
    ['It must run on 3.9.', '3.9'],
    ['The image has Python v3.8 and a login page is needed.', '3.8'],
    ['Only python3.10 is installed there.', '3.10'],
    ['The cluster runs Python 3.8.10, ten pages.', '3.8.10'],
    ['Some run python 3.12, but we are stuck on python 3.8.', '3.8'],
  ])('%s', (text, version) => expect(runtimeIn(text)).toBe(version))

  test('and makes no kind of project of it', () => {
    expect(understand('Ten pages, and we are stuck on Python 3.9.').findings.kind).toBeNull()
    expect(understand('Ten pages, and we are stuck on a legacy system.').findings.kind).not.toBeNull()
  })

  test.each([
    ['a lower bound', 'We use Python 3.8+.'],
    ['a lower bound in words', 'Python 3.9 or newer is installed.'],
    ['the least they have', 'We have at least Python 3.9.'],
    ['what they leave', 'We upgrade from Python 3.8 to something newer.'],
    ['what they do not have', 'There is no Python 3.8 here, ten pages.'],
    ['a number of people', 'We have two Python developers, and 3 servers.'],
    ['a quantity', 'It must run on 1.5 GB of memory.'],
    ['a question about an alternative', 'Does Django support Python 3.8?'],
    ['the language alone', 'An internal tool in Python 3.'],
  ])('but not from %s: %s', (_, text) => expect(runtimeIn(text)).toBeNull())
})
