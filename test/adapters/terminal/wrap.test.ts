import { expect, test } from 'vitest'
import { marked, plain } from '../../../adapters/terminal/line.ts'
import { width } from '../../../adapters/terminal/width.ts'
import { wrap } from '../../../adapters/terminal/wrap.ts'

const wrapped = (text: string, columns: number): string[] =>
  wrap([plain(text)], columns).map((line) => line.map((piece) => piece.text).join(''))

test('a word is broken only if it is longer than a line', () => {
  expect(wrapped('one eleven twelve', 10)).toEqual(['one eleven', 'twelve'])
  expect(wrapped('an internationalised word', 10)).toEqual(['an', 'internatio', 'nalised', 'word'])
})

test('a word with several looks stays one word', () => {
  const lines = wrap(marked('see **bold**, `code`.'), 9).map((line) =>
    line.map((piece) => piece.text).join(''),
  )
  expect(lines).toEqual(['see bold,', 'code.'])
})

test('text without spaces breaks between wide characters, never before closing punctuation', () => {
  expect(wrapped('要件の複雑さ。', 12)).toEqual(['要件の複雑', 'さ。'])
})

test.each([
  ['abc', 3],
  ['複雑', 4],
  ['ｶﾀｶﾅ', 4],
  ['한국어', 6],
  ['ＡＢ！', 6],
  ['e\u0301', 1],
  ['👩‍💻', 2],
  ['🇯🇵', 2],
  ['\ufe0f', 1],
  ['─█░', 3],
  ['Việt', 4],
  ['', 0],
])('%j takes %i cells', (text, cells) => {
  expect(width(text)).toBe(cells)
})
