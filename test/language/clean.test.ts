import { describe, expect, test } from 'vitest'
import { clean, MAX_TEXT } from '../../src/language/clean.ts'
import { understanding } from './understanding.ts'

describe('what cannot be seen is removed', () => {
  test.each([
    ['zero width', 'log\u200bin', 'login'],
    ['soft hyphen', 'log\u00adin', 'login'],
    ['right to left override', 'a\u202eb', 'ab'],
    ['arabic letter mark', 'a\u061cb', 'ab'],
    ['hangul filler', 'a\u3164b', 'ab'],
    ['tag characters', 'a\u{e0041}b', 'ab'],
    ['byte order mark', '\ufeffhello', 'hello'],
    ['bell and escape', 'a\u0007\u001bb', 'a  b'],
  ])('%s', (_, input, text) => expect(clean(input).text).toBe(text))

  test('lone surrogates are replaced, whole emoji stay', () => {
    expect(clean('a\ud83db').text).toBe('a\ufffdb')
    expect(clean('a👍b').text).toBe('a👍b')
  })

  test('lines end the same way everywhere', () => expect(clean('a\r\nb\rc').text).toBe('a\nb\nc'))

  test('a name with a hidden character in it is still recognised', async () => {
    const { named } = await understanding()
    expect(named('is djan\u200bgo any good?')).toEqual(['django'])
  })
})

describe('long texts', () => {
  test('are cut at the end of a sentence', () => {
    const sentence = 'We sell tea. '
    const { text, cut } = clean(sentence.repeat(MAX_TEXT / 8))
    expect(cut).toBe(true)
    expect(text.length).toBeLessThanOrEqual(MAX_TEXT)
    expect(text.endsWith('We sell tea.')).toBe(true)
  })

  test('without sentences are cut at the limit, never inside a character', () => {
    expect(clean('x'.repeat(MAX_TEXT + 1)).text).toHaveLength(MAX_TEXT)
    expect(clean(`x${'👍'.repeat(MAX_TEXT)}`).text.isWellFormed()).toBe(true)
  })

  test('at the limit are left as they are', () => {
    expect(clean('x'.repeat(MAX_TEXT))).toEqual({ text: 'x'.repeat(MAX_TEXT), cut: false })
  })
})
