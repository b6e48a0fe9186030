import { describe, expect, test } from 'vitest'
import { advise } from '../../src/advice/advise.ts'
import { noRequirements, type Requirements } from '../../src/advice/requirements.ts'
import { WEIGHTS } from '../../src/advice/weights.ts'
import { buildCatalogue } from '../support/catalogue.ts'

const HARBOUR = buildCatalogue({
  alternatives: {
    alpha: { situations: { regatta: 1 } },
    bravo: { situations: { regatta: 0.5, ferry: 1 } },
    cobra: { partOf: 'alpha' },
  },
  criteria: ['size', 'pace'],
  situations: {
    regatta: { otherwise: 0.2 },
    ferry: { otherwise: 0 },
    moored: { keeps: true, otherwise: 0.3 },
  },
})

const reading = (...situations: [id: string, share: number][]): Requirements['likeness'] => ({
  words: 20,
  situations: situations.map(([id, share]) => ({ id, share })),
})

/** What the likeness adds for each of the three; null where it is no term at all. */
function valuesOf(given: Partial<Requirements>): (number | null)[] {
  const { ranking } = advise(HARBOUR, { ...noRequirements(), ...given })
  return ['alpha', 'bravo', 'cobra'].map((id) => {
    const { contributions = [] } = ranking.find((ranked) => ranked.id === id) ?? {}
    const own = contributions.find(({ term }) => term.kind === 'likeness')
    return own ? Number(own.value.toFixed(6)) : null
  })
}

describe('what a description reads like', () => {
  test('counts the more, the more of its words were known, and never more than its weight', () => {
    const weightOf = (words: number): number => {
      const likeness = { words, situations: [{ id: 'regatta', share: 1 }] }
      const [first] = advise(HARBOUR, { ...noRequirements(), likeness }).ranking
      return first?.contributions.find(({ term }) => term.kind === 'likeness')?.weight ?? 0
    }
    expect(weightOf(0)).toBe(0)
    expect(weightOf(WEIGHTS.likenessHalf)).toBe(WEIGHTS.likeness / 2)
    expect(weightOf(60)).toBeGreaterThan(weightOf(30))
    expect(weightOf(10_000)).toBeLessThan(WEIGHTS.likeness)
  })

  test('gives way to answers: each takes a part of its weight, and a skipped criterion none', () => {
    const likeness = reading(['regatta', 1])
    const weightWith = (levels: Requirements['levels']): number => {
      const [first] = advise(HARBOUR, { ...noRequirements(), likeness, levels }).ranking
      return first?.contributions.find(({ term }) => term.kind === 'likeness')?.weight ?? 0
    }
    const answered = { level: 'low', origin: 'answered' } as const
    const whole = weightWith({})
    expect(weightWith({ size: answered }) / whole).toBeCloseTo(1 - WEIGHTS.likenessReplaced, 9)
    expect(weightWith({ size: answered, pace: answered }) / whole).toBeCloseTo(
      1 - 2 * WEIGHTS.likenessReplaced,
      9,
    )
  })

  test('speaks for what fits the situation', () => {
    expect(valuesOf({ likeness: reading(['regatta', 0.8]) })).toEqual([1, 0.5, 0.2])
  })

  test('is the mean over several situations, by their shares', () => {
    expect(valuesOf({ likeness: reading(['regatta', 0.6], ['ferry', 0.2]) })).toEqual([0.75, 0.625, 0.15])
  })

  test('speaks for what runs and its add-ons where the situation is to keep it', () => {
    const context = { ...noRequirements().context, existing: ['alpha'] }
    expect(valuesOf({ likeness: reading(['moored', 0.5]), context })).toEqual([1, 0.3, 1])
  })

  test('leaves keeping out where nothing runs', () => {
    expect(valuesOf({ likeness: reading(['moored', 0.5]) })).toEqual([null, null, null])
    expect(valuesOf({ likeness: reading(['moored', 0.5], ['regatta', 0.1]) })).toEqual([1, 0.5, 0.2])
  })

  test('passes over situations that are no longer known', () => {
    expect(valuesOf({ likeness: reading(['gone', 0.9]) })).toEqual([null, null, null])
  })
})
