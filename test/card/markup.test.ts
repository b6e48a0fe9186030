import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeMarkup, parseMarkup, plainText } from '../../src/card/markup.ts'

describe('marked text', () => {
  test('has bold, italic, code and links', () => {
    expect(parseMarkup('**a** _b_ `c` [d](https://e.org/f)')).toEqual([
      { text: 'a', bold: true },
      { text: ' ' },
      { text: 'b', italic: true },
      { text: ' ' },
      { text: 'c', code: true },
      { text: ' ' },
      { text: 'd', href: 'https://e.org/f' },
    ])
  })

  test.each([
    'snake_case_name',
    '_formkey and user_signature',
    '2 * 3 * 4',
    'a [b] (c)',
    '[x](javascript:alert)',
    'a**b',
    '`',
  ])('leaves "%s" as it is', (text) => expect(plainText(text)).toBe(text))

  test('shows the address of a link behind its label, unless it is the label', () => {
    expect(plainText('[docs](https://a.org)')).toBe('docs (https://a.org)')
    expect(plainText('[https://a.org](https://a.org)')).toBe('https://a.org')
  })

  test('shows escaped text letter by letter, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const spans = parseMarkup(escapeMarkup(text))
        expect(spans.map((span) => span.text).join('')).toBe(text)
        expect(spans.every((span) => !span.bold && !span.italic && !span.code && !span.href)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('never makes reading fail, and no letter is lost but the marks', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => plainText(text).length <= text.length + 3))
  })
})
