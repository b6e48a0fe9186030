import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { breakLines, type Line } from '../../src/documents/lines.ts'
import type { Run } from '../../src/documents/model.ts'
import { setBalanced, setText } from '../../src/documents/pdf-pen.ts'

/** Each character is one wide, in bold two. */
const measure = (text: string, run: Run): number => [...text].length * (run.bold ? 2 : 1)
const texts = (lines: readonly Line[]): string[] => lines.map((line) => line.map(({ text }) => text).join(''))
const broken = (text: string, width: number): string[] => texts(breakLines([{ text }], width, measure))

describe('lines are broken', () => {
  test.each([
    ['at blanks', 'one two three', 7, ['one two', 'three']],
    ['between Japanese characters', '株式会社さくら', 3, ['株式会', '社さく', 'ら']],
    ['but not before closing punctuation', '株式会、社', 3, ['株式', '会、社']],
    ['after a hyphen or a slash', 'up-to-date and/or', 7, ['up-to-', 'date', 'and/or']],
    ['inside a word only where it is wider than a line', 'a bbbbbbb c', 4, ['a', 'bbbb', 'bbb', 'c']],
    ['never at a blank that holds together', 'see\u00a0[1] x', 7, ['see\u00a0[1]', 'x']],
  ])('%s', (_, text, width, lines) => {
    expect(broken(text, width)).toEqual(lines)
  })

  test('with runs that touch each other kept together', () => {
    const runs: Run[] = [{ text: 'a ' }, { text: 'bold', bold: true }, { text: ', then' }]
    expect(texts(breakLines(runs, 11, measure))).toEqual(['a bold,', 'then'])
    expect(texts(breakLines(runs, 10, measure))).toEqual(['a', 'bold,', 'then'])
  })

  test('so that every piece knows where it stands', () => {
    const [line] = breakLines([{ text: 'a ' }, { text: 'b', bold: true }, { text: ' c' }], 20, measure)
    expect(line?.map(({ text, x, width }) => [text, x, width])).toEqual([
      ['a ', 0, 2],
      ['b ', 2, 4],
      ['c', 6, 1],
    ])
  })

  const run = fc.record({
    text: fc.string({ unit: fc.constantFrom('a', 'b', ' ', '-', '/', '株', '。', '“', 'é', '1') }),
    bold: fc.constant(true),
  })

  test('without losing a character or going beyond the width', () => {
    fc.assert(
      fc.property(fc.array(run), fc.integer({ min: 3, max: 30 }), (given, width) => {
        const runs = given.map(({ text, bold }, i): Run => (i % 2 ? { text, bold } : { text }))
        const lines = breakLines(runs, width, measure)
        const squeezed = (words: readonly string[]): string => words.join('').replaceAll(' ', '')
        expect(squeezed(texts(lines))).toBe(squeezed(runs.map(({ text }) => text)))
        for (const line of lines) {
          const end = Math.max(0, ...line.map((piece) => piece.x + piece.width))
          expect(end).toBeLessThanOrEqual(width)
        }
      }),
    )
  })
})

test('balanced lines are as many as without, and the last is no single word', () => {
  const text = 'A complete toolkit of oars, sails and ropes that a crew of two can learn within a week or so'
  const style = { size: 10, leading: 14 }
  const widthWithWidow = Array.from({ length: 200 }, (_, i) => 200 + i).find(
    (width) => texts(setText([{ text }], width, style).lines).at(-1) === 'so',
  )
  const balanced = texts(setBalanced([{ text }], widthWithWidow ?? 0, style).lines)
  expect(balanced).toHaveLength(texts(setText([{ text }], widthWithWidow ?? 0, style).lines).length)
  expect(balanced.at(-1)?.split(' ').length).toBeGreaterThan(1)
  expect(balanced.join(' ')).toBe(text)
})
