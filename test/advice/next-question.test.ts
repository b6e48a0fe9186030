import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { advise } from '../../src/advice/advise.ts'
import { buildCatalogue } from '../support/catalogue.ts'
import { catalogues, requirements, wanting } from './arbitrary.ts'

describe('the next question', () => {
  test('is the one that tells the alternatives apart', () => {
    const alternatives = { alpha: { positions: [0.5, 1] }, bravo: { positions: [0.5, 0] } }
    const advice = advise(buildCatalogue({ alternatives, criteria: ['pace', 'crew'] }), wanting({}))
    expect(advice.next).toBe('crew')
    // Low and high decide, medium is a tie that goes to Alpha: H(1/3).
    expect(advice.information.pace).toBe(0)
    expect(advice.information.crew).toBeCloseTo(Math.log2(3) - 2 / 3, 12)
  })

  test('is the earlier one when two say the same', () => {
    const alternatives = { alpha: { positions: [1, 1] }, bravo: { positions: [0, 0] } }
    const advice = advise(buildCatalogue({ alternatives, criteria: ['pace', 'crew'] }), wanting({}))
    expect(advice.information.pace).toBeCloseTo(advice.information.crew ?? 0, 12)
    expect(advice.next).toBe('pace')
  })

  test('is never one that was answered', () => {
    const alternatives = { alpha: { positions: [1, 1] }, bravo: { positions: [0, 0] } }
    const levels = { pace: { level: 'medium', origin: 'text' } } as const
    const advice = advise(buildCatalogue({ alternatives, criteria: ['pace', 'crew'] }), wanting({ levels }))
    expect(Object.keys(advice.information)).toEqual(['crew'])
    expect(advice.next).toBe('crew')
  })

  test('is none when no answer can change the winner', () => {
    const alternatives = {
      alpha: { standing: 1, positions: [0.6] },
      bravo: { standing: 0, positions: [0.4] },
    }
    const advice = advise(buildCatalogue({ alternatives, criteria: ['pace'] }), wanting({}))
    expect(advice).toMatchObject({ next: null, information: { pace: 0 } })
  })

  test('is still asked when every answer gives the same other winner', () => {
    const alternatives = {
      alpha: { standing: 0.6, fits: { pace: { low: 0, medium: 0, high: 0 } } },
      bravo: { standing: 0.5, fits: { pace: { low: 1, medium: 1, high: 1 } } },
    }
    const catalogue = buildCatalogue({ alternatives, criteria: ['pace'] })
    expect(advise(catalogue, wanting({}))).toMatchObject({
      certainty: 0,
      information: { pace: 0 },
      next: 'pace',
    })
  })
})

test('there is a next question exactly while an answer could still change the winner', () => {
  fc.assert(
    fc.property(catalogues, requirements, (catalogue, given) => {
      const { next, certainty, information } = advise(catalogue, given)
      expect(next === null).toBe(certainty === 1)
      for (const bits of Object.values(information)) {
        expect(bits).toBeLessThanOrEqual((information[next ?? ''] ?? 0) + 1e-12)
        if (bits !== 0) expect(bits).toBeGreaterThanOrEqual(1e-12)
      }
    }),
  )
})
