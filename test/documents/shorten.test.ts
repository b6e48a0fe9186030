import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { charactersOf, fitted, shortened } from '../../src/documents/shorten.ts'

describe('a shortened text', () => {
  test.each([
    ['fits already', 'Short.', 20, 'Short.'],
    ['ends with a sentence where one ends late enough', 'It is fast. It scales well too.', 20, 'It is fast.'],
    ['ends with a clause', 'It is quick; it scales well', 20, 'It is quick.'],
    ['ends with a word', 'one two three four five', 14, 'one two three…'],
    ['ends anywhere in a word that goes on and on', 'a'.repeat(30), 10, `${'a'.repeat(9)}…`],
    ['keeps what people see as one character', '👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 2, '👩‍👩‍👧…'],
  ])('%s', (_, text, most, shown) => {
    expect(shortened(text, most)).toBe(shown)
  })

  test('is never longer than asked, and says so when something is missing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (text, most) => {
        const shown = shortened(text, most)
        expect(charactersOf(shown).length).toBeLessThanOrEqual(Math.max(most, charactersOf(text).length))
        expect(shown === text || /[….]$/.test(shown)).toBe(true)
        if (charactersOf(text).length > most) expect(charactersOf(shown).length).toBeLessThanOrEqual(most)
      }),
    )
  })
})

describe('a text fitted into a width', () => {
  const measure = (text: string): number => text.length

  test('stays whole where there is room', () => {
    expect(fitted('abc', 3, measure)).toBe('abc')
  })

  test('keeps as much of its beginning as fits beside an ellipsis', () => {
    expect(fitted('abcdefgh', 5, measure)).toBe('abcd…')
  })
})
