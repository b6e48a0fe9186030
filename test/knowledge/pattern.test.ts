import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PyframeError } from '../../src/errors.ts'
import { expand, keyOf } from '../../src/knowledge/pattern.ts'

const keys = (pattern: string): string[] => expand(pattern).map(keyOf).sort()

describe('a phrase expands to', () => {
  test.each([
    ['itself', 'Admin Panels', ['admin panel']],
    ['each alternative', '(login|sign in)', ['login', 'sign in']],
    ['with and without what is optional', 'admin (panel|)', ['admin', 'admin panel']],
    ['groups in groups', '(a|b (c|d))', ['a', 'b c', 'b d']],
    ['groups one after the other', '(a|b) (c|d)', ['a c', 'a d', 'b c', 'b d']],
    ['a gap and a number', 'keep ... # users', ['keep ... # user']],
    ['an exact word', '=orm models', ['=orm model']],
    ['hyphens as two words, apostrophes as none', "don't re-use", ['dont re use']],
    ['the words that are left when all else is optional', '(a|)', ['a']],
    ['many single groups', '(a) '.repeat(20), [Array(20).fill('a').join(' ')]],
  ])('%s: %s', (_what, pattern, expected) => {
    expect(keys(pattern)).toEqual(expected)
  })
})

describe('a phrase is refused when', () => {
  test.each([
    ['a bracket is left open', '(a|b', /brackets/],
    ['a bracket was never opened', 'a|b)', /brackets/],
    ['alternatives have no brackets', 'a|b', /brackets/],
    ['it is empty', ' ', /no words/],
    ['it has only gaps', '... ...', /no words/],
    ['it has only signs', '!? (-|)', /no words/],
    ['it stands for more than a thousand wordings', '(a|b)'.repeat(11), /more than 1000 phrases/],
  ])('%s: %s', (_why, pattern, told) => {
    expect(() => expand(pattern)).toThrow(PyframeError)
    expect(() => expand(pattern)).toThrow(told)
  })
})

test('any phrase of four hundred signs is expanded or refused, at once', () => {
  const sign = fc.constantFrom('(', ')', '|', 'a', ' ', '#', '...', '=', '(a|b)', '\ud800', '\0')
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 400 }), (signs) => {
      try {
        const sequences = expand(signs.join(''))
        expect(sequences.length).toBeGreaterThan(0)
        expect(sequences.length).toBeLessThanOrEqual(1000)
        for (const sequence of sequences) expect(keyOf(sequence)).not.toBe('')
      } catch (error) {
        if (!(error instanceof PyframeError)) throw error
      }
    }),
  )
})
