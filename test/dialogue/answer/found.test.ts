import { describe, expect, test } from 'vitest'
import { howSure } from '../../../src/dialogue/answer/found.ts'
import type { Hit } from '../../../src/knowledge/search.ts'

const hit = (wordingShare: number, score: number): Hit => ({
  entry: {
    id: `${wordingShare}`,
    alternative: null,
    topic: 'orm',
    part: 'guide',
    wordings: ['what is it'],
    answer: 'It is.',
    source: { source: 'Test source', as_of: null, verdict: 'confirmed' },
  },
  share: wordingShare,
  wordingShare,
  score,
})

describe('how sure a search is', () => {
  test('sure of a first hit that holds enough of the words and is ahead', () => {
    const first = hit(0.6, 1.4)
    expect(howSure([first, hit(0.5, 1.2)])).toEqual({ sureness: 'sure', hit: first })
    expect(howSure([first])).toEqual({ sureness: 'sure', hit: first })
  })

  test('sure of one that holds all words, however near the second', () => {
    expect(howSure([hit(1, 2), hit(1, 1.99)])).toMatchObject({ sureness: 'sure' })
  })

  test('unsure between hits that are near each other, or hold too little: at most three are offered', () => {
    const near = [hit(0.6, 1.4), hit(0.6, 1.38), hit(0.3, 0.8), hit(0.3, 0.7)]
    expect(howSure(near)).toEqual({ sureness: 'unsure', hits: near.slice(0, 3) })
    expect(howSure([hit(0.3, 0.9), hit(0.1, 0.2)])).toMatchObject({ sureness: 'unsure', hits: { length: 1 } })
  })

  test('nothing below that, and where there is none', () => {
    expect(howSure([hit(0.1, 0.5)])).toEqual({ sureness: 'nothing' })
    expect(howSure([])).toEqual({ sureness: 'nothing' })
  })
})
