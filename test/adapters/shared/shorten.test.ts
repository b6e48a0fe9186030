import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chunks, cutPosition, shorten } from '../../../adapters/shared/shorten.ts'

const anything = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '.', '。', '👩'), maxLength: 200 })
const most = fc.integer({ min: 2, max: 60 })

describe('a cut', () => {
  test.each([
    ['between paragraphs', 'One two.\n\nThree. Four five', 'One two.\n\n'],
    ['between lines', 'One two three\nfour five. six', 'One two three\n'],
    ['between sentences', 'One two. Three four five', 'One two. '],
    [
      'between sentences without spaces',
      'これは一。これは二つ目の文です。とても長いです。',
      'これは一。これは二つ目の文です。',
    ],
    ['between words', 'One two three four five', 'One two three four '],
    ['in a word that is all there is', 'x'.repeat(40), 'x'.repeat(20)],
    ['not so early that a scrap is left', `A. ${'y'.repeat(40)}`, `A. ${'y'.repeat(17)}`],
  ])('is made %s', (_, text, head) => {
    expect(text.slice(0, cutPosition(text, 20))).toBe(head)
  })
})

test('pieces are short enough, none is empty, and joined they are the text', () => {
  fc.assert(
    fc.property(anything, most, (text, longest) => {
      const pieces = chunks(text, longest)
      expect(pieces.join('')).toBe(text)
      for (const piece of pieces) {
        expect(piece.length).toBeGreaterThan(0)
        expect(piece.length).toBeLessThanOrEqual(longest)
        expect(piece.isWellFormed()).toBe(true)
      }
    }),
  )
})

test('a text is shortened only if it is too long, and says so', () => {
  fc.assert(
    fc.property(anything, most, (text, longest) => {
      const short = shorten(text, longest)
      if (text.length <= longest) expect(short).toBe(text)
      else expect(short).toMatch(/…$/)
      expect(short.length).toBeLessThanOrEqual(longest)
    }),
  )
})
