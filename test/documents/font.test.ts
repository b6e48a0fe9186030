import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawable, fontOf, SUBSTITUTE } from '../../src/documents/font.ts'

describe('what the typeface can draw', () => {
  test.each([
    'Nguyễn Thị Hương, Công ty Cổ phần Đặng, ẪẬỘỢỤỲỶỸ',
    '株式会社さくら、東京都文京区湯島「カタカナー」',
    'Ångström Łódź Škoda İstanbul ŒUVRE ßẞ ñ ø þ',
    '“quotes” ‘single’ – — · • → □ % & @ # € £ ¥ ½',
  ])('stays as it is: %s', (text) => {
    expect(drawable(text)).toBe(text)
  })

  test('an accent that was typed apart is joined to its letter', () => {
    expect(drawable('Nguyễn'.normalize('NFD'))).toBe('Nguyễn')
  })

  test.each([
    ['an emoji of several parts', 'a👩‍👩‍👧b', `a${SUBSTITUTE}b`],
    ['a flag', '🇻🇳', SUBSTITUTE],
    ['another script, character by character', '한국', SUBSTITUTE.repeat(2)],
  ])('%s becomes a gap that can be seen', (_, typed, shown) => {
    expect(drawable(typed)).toBe(shown)
  })

  test('what steers text without being seen is left out, and a line end is a blank', () => {
    expect(drawable('a\u202eb\u0007c\u200dd\ne\tf')).toBe('abcd e f')
  })

  test('nothing is left that the typeface does not have, in either weight', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), (a, b) => {
        for (const character of drawable(a + b)) {
          expect(fontOf('regular').has(character.codePointAt(0) ?? 0)).toBe(true)
          expect(fontOf('bold').has(character.codePointAt(0) ?? 0)).toBe(true)
        }
      }),
    )
  })
})

test('a text is as wide as its characters', () => {
  const { width } = fontOf('regular')
  expect(width('ab')).toBeCloseTo(width('a') + width('b'))
  expect(width('株')).toBe(1)
  expect(width('')).toBe(0)
  expect(fontOf('bold').width('Wide')).toBeGreaterThan(width('Wide'))
})
