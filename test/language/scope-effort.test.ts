import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCatalogue } from '../../src/knowledge/catalogue.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { tokenise } from '../../src/knowledge/text.ts'
import { createLexicon } from '../../src/language/lexicon.ts'
import type { Range } from '../../src/language/phrase-tree.ts'
import { createReader, type Reading } from '../../src/language/reading.ts'
import { createScope } from '../../src/language/scope.ts'
import { ROOT } from '../architecture/sources.ts'

const catalogue = createCatalogue(await loadKnowledge(join(ROOT, 'knowledge'), null))
const { tree } = createLexicon(catalogue)
const empty = createReader(catalogue)('')

/** Something of which every look at it is counted. */
const counted = <T extends object>(thing: T, count: () => void): T =>
  new Proxy(thing, {
    get(target, key, receiver) {
      count()
      return Reflect.get(target, key, receiver)
    },
  })

/** A text of any length, read without the cut that people's texts are subject to. */
function readingOf(text: string, count: () => void): Reading {
  const tokens = tokenise(text)
  const matches = tree.find(tokens, []).map((match) => counted(match, count))
  const wordings = Map.groupBy(matches, ({ meaning }) =>
    meaning.kind === 'wording' ? `${meaning.file}.${meaning.meaning}` : meaning.kind,
  )
  return {
    ...empty,
    text,
    tokens: tokens.map((token) => counted(token, count)),
    matches,
    wording: (file, meaning) =>
      [...(wordings.get(`${file}.${meaning}`) ?? [])] as ReturnType<Reading['wording']>,
  }
}

/** How many tokens and signals are looked at when everything is asked of every word. */
function stepsFor(text: string): number {
  let steps = 0
  const reading = readingOf(text, () => {
    steps += 1
  })
  const scope = createScope(reading)
  const words = reading.tokens.length
  for (let from = 0; from < words; from += 1) askAll(scope, { from, to: Math.min(from + 2, words) })
  return steps
}

function askAll(scope: ReturnType<typeof createScope>, range: Range): void {
  scope.negated(range)
  scope.priority(range)
  scope.contrasted(range)
  scope.near('existing', range, 'clause')
  scope.precedes('refuse', range, 2, 'sentence')
  scope.follows('only', range, 6, 'sentence')
}

/** Signals of all sorts and things between them, with nothing that would end the sentence. */
const oneSentence = fc
  .array(
    fc.constantFrom(
      'no',
      'not',
      'must',
      'nice to have',
      'or',
      'and',
      'but',
      'login',
      'search',
      'we run',
      'not needed',
      ',',
    ),
    { minLength: 1, maxLength: 30 },
  )
  .map((words) => `${words.join(' ')} `)

test('what stands around each word of one long sentence is found in steps in proportion to its length, up to 40 kB', () => {
  fc.assert(
    fc.property(oneSentence, (part) => {
      const short = stepsFor(part.repeat(Math.ceil(2_000 / part.length)))
      const long = stepsFor(part.repeat(Math.ceil(40_000 / part.length)))
      // Nothing but commas has no words and takes no steps.
      expect(long).toBeLessThanOrEqual(short * 22)
    }),
    { numRuns: 12 },
  )
})
