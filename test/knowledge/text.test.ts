import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalise, stemOf, tokenise } from '../../src/knowledge/text.ts'

const norms = (text: string): string[] => tokenise(text).map(({ norm }) => norm)

describe('words', () => {
  test.each([
    ['Hyphens separate-words/and+signs', ['hyphens', 'separate', 'words', 'and', 'signs']],
    ["Don't, don’t and it's", ['dont', 'dont', 'and', 'its']],
    ["the 'quoted' word", ['the', 'quoted', 'word']],
    ['Pressé, naïve, ĐÔ and Ａ１', ['presse', 'naive', 'đo', 'and', 'a1']],
    ['cafe\u0301 once more', ['cafe', 'once', 'more']],
    ['1,000 users, 2.5k, version 3.12', ['1,000', 'users', '2.5k', 'version', '3.12']],
    ['管理画面が必要', ['管', '理', '画', '面', 'か', '必', '要']],
    ["Django's管理", ['djangos', '管', '理']],
    ['', []],
    [' \u0000\u200b\ud800 ... ?!', []],
  ])('in %j', (text, expected) => {
    expect(norms(text)).toEqual(expected)
  })

  test('know their sentence and clause', () => {
    const places = tokenise('One, two. Three (four)? Five').map(({ sentence, clause }) => [sentence, clause])
    expect(places).toEqual([
      [0, 0],
      [0, 1],
      [1, 2],
      [1, 3],
      [2, 4],
    ])
  })

  test('stay in their sentence after the point of a version', () => {
    const sentences = (text: string): number[] => tokenise(text).map(({ sentence }) => sentence)
    expect(sentences('on v3.8 now')).toEqual([0, 0, 0, 0])
    expect(sentences('level 3. Now 8')).toEqual([0, 0, 1, 1])
  })
})

describe('stems', () => {
  test.each([
    ['deploying', 'deploy'],
    ['deployments', 'deployment'],
    ['libraries', 'library'],
  ])('%s and %s are one', (word, other) => {
    expect(stemOf(word)).toBe(stemOf(other))
  })

  test.each(['orm', 'b2b', 'http2', 'naïve'])('%s stays as it is', (word) => {
    expect(stemOf(word)).toBe(word)
  })
})

/** Any text at all: NUL, lone surrogates, combining marks, every script. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({
    unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    maxLength: 60,
  }),
  fc
    .array(fc.constantFrom('a', "'", '’', '.', ',', '1', ' ', 'が', '\u0301', '\ud800', '\0', '\u200b'))
    .map((all) => all.join('')),
)

describe('any text', () => {
  test('is taken apart in order, each token the very slice it names', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0
        for (const token of tokenise(text)) {
          expect(text.slice(token.start, token.end)).toBe(token.raw)
          expect(token.start).toBeGreaterThanOrEqual(end)
          expect(token.norm).not.toBe('')
          end = token.end
        }
      }),
    )
  })

  test('gives a token of its own to each character of a script without spaces', () => {
    const han = fc.constantFrom('管', '理', 'の', 'カ')
    const word = fc.constantFrom('a', "it's", '1', ' ', "'")
    fc.assert(
      fc.property(fc.array(fc.oneof(han, word)), (parts) => {
        const text = parts.join('')
        const single = tokenise(text).filter(({ raw }) => /[管理のカ]/.test(raw))
        expect(single.map(({ raw }) => raw)).toEqual(text.match(/[管理のカ]/g) ?? [])
      }),
    )
  })

  test('is normalised once and for all', () => {
    fc.assert(fc.property(anyText, (text) => normalise(normalise(text)) === normalise(text)))
  })

  test('of forty thousand characters takes no time to speak of', () => {
    for (const unit of ['a', "a'", '1,', '管', '\u0301', '((', 'a '])
      expect(() => tokenise(unit.repeat(40_000))).not.toThrow()
  }, 2000)
})
