import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expand } from '../../src/knowledge/pattern.ts'
import { tokenise } from '../../src/knowledge/text.ts'
import { createPhraseTree } from '../../src/language/phrase-tree.ts'
import { longest } from '../../src/language/reading.ts'

const tree = createPhraseTree<string>()
for (const phrase of ['need ... login', 'a ... b ... c', '(a|b) (a|b) (a|b)', '# users', 'login'])
  for (const sequence of expand(phrase)) tree.add(sequence, phrase)

/** How many tokens a search looks at. */
function stepsFor(text: string): number {
  let steps = 0
  const counted = new Proxy(tokenise(text), {
    get(target, key, receiver) {
      if (typeof key === 'string' && /^\d+$/.test(key)) steps += 1
      return Reflect.get(target, key, receiver)
    },
  })
  tree.find(counted, [])
  return steps
}

const sentences = fc
  .array(fc.constantFrom('a', 'b', 'c', 'need', 'login', 'users', 'word'), { minLength: 1, maxLength: 40 })
  .map((words) => `${words.join(' ')} `)

test('searching for phrases takes steps in proportion to the length of the text, up to 40 kB', () => {
  fc.assert(
    fc.property(sentences, (sentence) => {
      const short = stepsFor(sentence.repeat(Math.ceil(2_000 / sentence.length)))
      const long = stepsFor(sentence.repeat(Math.ceil(40_000 / sentence.length)))
      expect(long).toBeLessThan(short * 21)
    }),
    { numRuns: 20 },
  )
})

test('of overlapping matches the longest stay, the earlier of equal ones', () => {
  const match = (from: number, to: number) => ({ meaning: `${from}-${to}`, from, to, numbers: [] })
  const kept = longest([match(0, 2), match(1, 4), match(3, 5), match(5, 6), match(4, 6)])
  expect(kept.map(({ meaning }) => meaning)).toEqual(['1-4', '4-6'])
})
