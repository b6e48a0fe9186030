import { describe, expect, test } from 'vitest'
import { advise } from '../../src/advice/advise.ts'
import type { Requirements } from '../../src/advice/requirements.ts'
import { buildCatalogue, type TerseCatalogue } from '../support/catalogue.ts'
import { wanting } from './arbitrary.ts'

const order = (terse: TerseCatalogue, given: Partial<Requirements> = {}) =>
  advise(buildCatalogue(terse), wanting(given)).ranking.map(({ id }) => id)

const PACE = { pace: { level: 'high', origin: 'answered' } } as const

describe('the ranking', () => {
  test('is by score', () => {
    const alternatives = {
      alpha: { positions: [0.2] },
      bravo: { positions: [0.9] },
      cobra: { positions: [0.5] },
    }
    expect(order({ alternatives, criteria: ['pace'] }, { levels: PACE })).toEqual(['bravo', 'cobra', 'alpha'])
  })

  test('breaks a tie by standing, then by id', () => {
    // All score 55, but in binary fractions those of Delta and Bravo come out a little higher.
    const alternatives = {
      delta: { standing: 0.1, positions: [1] },
      cobra: { standing: 0.7, positions: [0.4] },
      bravo: { standing: 0.1, positions: [1] },
    }
    expect(order({ alternatives, criteria: ['pace'] }, { levels: PACE })).toEqual(['cobra', 'bravo', 'delta'])
    expect(
      advise(buildCatalogue({ alternatives, criteria: ['pace'] }), wanting({ levels: PACE })).certainty,
    ).toBe(1)
  })

  test('puts everything that is out last, by score, still with its contributions', () => {
    const alternatives = { alpha: { standing: 0.9 }, bravo: { standing: 0.5 }, cobra: { standing: 0.7 } }
    const advice = advise(buildCatalogue({ alternatives }), wanting({ only: ['bravo'] }))
    expect(advice.ranking.map(({ id }) => id)).toEqual(['bravo', 'alpha', 'cobra'])
    expect(advice.ranking[1]).toMatchObject({
      shown: 90,
      contributions: [{ value: 0.9, share: 1, shown: 90 }],
    })
    expect(advice.winner).toBe('bravo')
  })
})

test('tenths that were cut off go to the largest remainders', () => {
  // Shares of 37.5, 31.25 and 31.25 points: 0.1, 0.05 and 0.25 of them.
  const alternatives = { alpha: { standing: 0.1, positions: [0.05, 0.25] } }
  const levels = { ...PACE, crew: { level: 'high', origin: 'answered' } } as const
  const [alpha] = advise(
    buildCatalogue({ alternatives, criteria: ['pace', 'crew'] }),
    wanting({ levels }),
  ).ranking
  expect(alpha?.contributions.map(({ points }) => points.toFixed(2))).toEqual(['3.75', '1.56', '7.81'])
  expect(alpha?.contributions.map(({ shown }) => shown)).toEqual([3.7, 1.6, 7.8])
  expect(alpha?.shown).toBe(13.1)
})

describe('with few alternatives', () => {
  test('a single one wins for certain and leads nobody', () => {
    const catalogue = buildCatalogue({ alternatives: { alpha: {} }, criteria: ['pace'] })
    expect(advise(catalogue, wanting({}))).toMatchObject({
      winner: 'alpha',
      lead: null,
      certainty: 1,
      robustness: 1,
      confidence: 'settled',
      next: null,
      counter: { kind: 'weakness', index: 0 },
    })
  })

  test('nothing wins where everything is out, or where there is nothing', () => {
    const nothing = { winner: null, lead: null, certainty: 1, robustness: 1, next: null, counter: null }
    const catalogue = buildCatalogue({ alternatives: { alpha: {} }, criteria: ['pace'] })
    expect(advise(catalogue, wanting({ refused: ['alpha'] }))).toMatchObject(nothing)
    expect(advise(buildCatalogue({ alternatives: {}, criteria: ['pace'] }), wanting({}))).toMatchObject({
      ...nothing,
      ranking: [],
    })
  })

  test('the lead is the distance to the next one that is still in', () => {
    const alternatives = { alpha: { standing: 0.9 }, bravo: { standing: 0.8 }, cobra: { standing: 0.5 } }
    const advice = advise(buildCatalogue({ alternatives }), wanting({ refused: ['bravo'] }))
    expect(advice.lead).toBeCloseTo(40, 9)
  })
})

describe('the best of those the guide presents', () => {
  const among = (core: string[], refused: string[] = []) => {
    const alternatives = { alpha: { standing: 0.9 }, bravo: { standing: 0.5 }, cobra: { standing: 0.7 } }
    const catalogue = buildCatalogue({ alternatives })
    return advise({ ...catalogue, domain: { ...catalogue.domain, core } }, wanting({ refused })).bestOfCore
  }

  test('is named beside a winner that is none of them', () => {
    expect(among(['bravo', 'cobra'])).toBe('cobra')
    expect(among(['bravo', 'cobra'], ['cobra'])).toBe('bravo')
  })

  test('is not named where it wins itself, or where all of them are out', () => {
    expect(among(['alpha', 'bravo'])).toBeNull()
    expect(among(['bravo'], ['bravo'])).toBeNull()
    expect(among([])).toBeNull()
  })
})
