import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sourcesIn } from '../architecture/sources.ts'

/** The folders whose business is what people read; handlers hold no sentence. */
const WORDING = /^src\/dialogue\/(cards|answer)\//

const files = sourcesIn('src/dialogue').map(({ path, text }) => ({ path, text: withoutComments(text) }))

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}

/** Text literals of a source, with what is put into them as "...". */
function literalsOf(text: string): string[] {
  return [...text.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)].map(
    ([, single, double, template]) => (single ?? double ?? template ?? '').replace(/\$\{[^}]*\}/g, '...'),
  )
}

/** A sentence, or a part of one that people read: several words that begin with a capital letter or end with a mark. */
const isSentence = (literal: string): boolean =>
  literal.split(/\s+/).length > 2 && (/^[A-Z]/.test(literal) || /[a-z][.?!]$/.test(literal))

const sentencesOf = (text: string): string[] => literalsOf(text).filter(isSentence)

/** Labels and hints of forms, and what a command line prints in place of a card. */
const WITH_WORDS_OF_THEIR_OWN = ['commands.ts', 'form.ts', 'report.ts', 'reasons.ts', 'advise-in-words.ts']

describe('what the bot says', () => {
  const wording = files.filter(({ path }) => WORDING.test(path)).flatMap(({ text }) => sentencesOf(text))

  test.each(
    files.filter(({ path }) => !WORDING.test(path) && !WITH_WORDS_OF_THEIR_OWN.includes(basename(path))),
  )('stands in cards/ and answer/, not in $path', ({ text }) => expect(sentencesOf(text)).toEqual([]))

  test('stands in one place: no sentence twice', () => {
    const counts = Map.groupBy(wording, (sentence) => sentence)
    expect([...counts.values()].filter((same) => same.length > 1).map(([sentence]) => sentence)).toEqual([])
  })

  test('is there', () => expect(wording.length).toBeGreaterThan(60))

  test('is calm: no exclamation, no hype', () => {
    const loud = /!|\b(awesome|amazing|great|perfect|powerful|seamless|exciting|simply|easily the)\b/i
    expect(wording.filter((sentence) => loud.test(sentence))).toEqual([])
  })

  test('blames nobody', () => {
    const blame =
      /\b(invalid|illegal|wrong input|you (must|should|failed|forgot|did not|cannot)|your (mistake|error)|incorrect)\b/i
    expect(wording.filter((sentence) => blame.test(sentence))).toEqual([])
  })

  test('is short: no sentence over 30 words', () => {
    const long = wording
      .flatMap((words) => words.split(/(?<=[.?:;])\s/))
      .filter((sentence) => sentence.split(/\s+/).length > 30)
    expect(long).toEqual([])
  })
})
