import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { neutralise } from '../../../adapters/shared/neutralise.ts'
import { menuOf } from '../../../adapters/terminal/menu.ts'
import { render } from '../../../adapters/terminal/render.ts'
import { width } from '../../../adapters/terminal/width.ts'
import type { Card } from '../../../src/card/card.ts'
import { escapeMarkup } from '../../../src/card/markup.ts'
import { SAMPLES } from './sample-cards.ts'

const PIECES = [
  ...['word', 'a', 'internationalisation', 'https://example.org/a/very/long/address?with=query&and=more'],
  ...['複雑', 'フレームワーク', '한국어', 'ｶﾀｶﾅ', '👩‍💻', '🇯🇵', 'e\u0301', '1\ufe0f\u20e3', '。', '「'],
  ...[
    ' ',
    '  ',
    '\t',
    '\n',
    '- ',
    '**',
    '_',
    '`',
    '[a](https://b.example)',
    '\\',
    '中'.repeat(60),
    'x'.repeat(120),
  ],
  ...[
    '\u001b[31m',
    '\u001b]0;title\u0007',
    '\u009b2J',
    '\u0000',
    '\r',
    '\u0008',
    '\u202e',
    '\u2066',
    '\u007f',
    '\u001b',
  ],
]
const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
)

/** A copy of the card with each string, but for what a machine reads, replaced by a text of the generator. */
const filled = (card: Card): fc.Arbitrary<Card> =>
  fc
    .infiniteStream(text)
    .map((stream) =>
      JSON.parse(JSON.stringify(card), (key, value) =>
        typeof value === 'string' && !['kind', 'tone', 'action', 'value', 'document', 'format'].includes(key)
          ? (stream.next().value ?? '')
          : value,
      ),
    )

const ANY_CARD = filled({ title: 'title', parts: Object.values(SAMPLES) })

const draw = (card: Card, columns: number): string[] =>
  render([card], menuOf([card]), new Set(), columns).map((line) =>
    line
      .map((piece) => piece.text)
      .join('')
      .trimEnd(),
  )

test('no line is wider than the window, whatever the texts are', () => {
  fc.assert(
    fc.property(ANY_CARD, fc.integer({ min: 20, max: 100 }), (card, columns) => {
      for (const line of draw(card, columns))
        expect(width(line), JSON.stringify(line)).toBeLessThanOrEqual(columns)
    }),
  )
})

test('nothing in a text can move the cursor, recolour the screen or turn letters around', () => {
  fc.assert(
    fc.property(ANY_CARD, (card) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
      expect(draw(card, 80).join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
    }),
  )
})

test('every letter of a text is shown, in its order', () => {
  const letters = (words: string): string => words.replace(/\s/g, '')
  fc.assert(
    fc.property(text, fc.integer({ min: 20, max: 100 }), (words, columns) => {
      const shown = draw({ parts: [{ kind: 'text', text: escapeMarkup(words) }] }, columns).join('')
      expect(letters(shown)).toBe(letters(neutralise(words)))
    }),
  )
})

test('nothing is left of a colour code, or of a window title', () => {
  expect(neutralise('\u001b[31mred\u001b[0m, \u001b]0;title\u0007plain')).toBe('red, plain')
})

test('right-to-left words stay as they are', () => {
  expect(neutralise('שלום\tعربي\n')).toBe('שלום\tعربي\n')
})
