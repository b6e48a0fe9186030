import { describe, expect, test } from 'vitest'
import { expand } from '../../src/knowledge/pattern.ts'
import { tokenise } from '../../src/knowledge/text.ts'
import { findNumbers } from '../../src/language/numbers.ts'
import { createPhraseTree } from '../../src/language/phrase-tree.ts'

/** The words of a text that a pattern matches. */
function found(pattern: string, text: string): string[] {
  const tree = createPhraseTree<string>()
  for (const sequence of expand(pattern)) tree.add(sequence, 'it')
  const tokens = tokenise(text)
  return tree.find(tokens, findNumbers(tokens)).map(({ from, to }) =>
    tokens
      .slice(from, to)
      .map(({ norm }) => norm)
      .join(' '),
  )
}

describe('a phrase is found', () => {
  test.each([
    ['by stem', 'send email', 'we are sending emails', ['sending emails']],
    ['letter by letter with "="', '=admin', 'admin, admins', ['admin']],
    ['with one of its alternatives', '(log|sign) in', 'sign in or log in', ['sign in', 'log in']],
    ['with an optional word left out', 'very (very|) fast', 'very fast', ['very fast']],
    ['with a number', '# users', 'ten thousand users', ['ten thousand users']],
    ['over a gap of three words', 'go ... live', 'go at long last live', ['go at long last live']],
    ['over a gap with a comma in it', 'either ... or', 'either this, or that', ['either this or']],
    ['every time it occurs', 'login', 'login here, login there', ['login', 'login']],
  ])('%s', (_, pattern, text, words) => expect(found(pattern, text)).toEqual(words))
})

describe('a phrase is not found', () => {
  test.each([
    ['over a gap of four words', 'go ... live', 'go one two three four live'],
    ['across two sentences', 'go live', 'Here we go. Live music.'],
    ['across a comma: two things in a list are two things', 'admin login', 'admin, login'],
    ['in part', 'very fast train', 'very fast'],
  ])('%s', (_, pattern, text) => expect(found(pattern, text)).toEqual([]))
})

test('the values of the numbers are kept', () => {
  const tree = createPhraseTree<string>()
  for (const sequence of expand('# to # users')) tree.add(sequence, 'range')
  const tokens = tokenise('from 2k to 3k users')
  expect(tree.find(tokens, findNumbers(tokens))).toEqual([
    { meaning: 'range', from: 1, to: 5, numbers: [2000, 3000] },
  ])
})
