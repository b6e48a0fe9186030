import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { advise } from '../../src/advice/advise.ts'
import type { Requirements } from '../../src/advice/requirements.ts'
import { LEVELS } from '../../src/knowledge/schema/levels.ts'
import { buildCatalogue } from '../support/catalogue.ts'
import { catalogues, requirements, wanting } from './arbitrary.ts'
import { winnerByHand } from './by-hand.ts'

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

test('its information is what counting every completion by hand gives, in bits', () => {
  fc.assert(
    fc.property(catalogues, requirements, (catalogue, given) => {
      const { information } = advise(catalogue, given)
      const open = catalogue.criteria.map(({ id }) => id).filter((id) => !Object.hasOwn(given.levels, id))
      expect(Object.keys(information)).toEqual(open)
      const outcomes = completionsOf(given, open).map((levels) => ({
        levels,
        winner: winnerByHand(catalogue, { ...given, levels }),
      }))
      for (const id of open) {
        const parts = LEVELS.map((level) => outcomes.filter(({ levels }) => levels[id]?.level === level))
        const after = parts.reduce((sum, part) => sum + bitsOf(part.map(({ winner }) => winner)), 0) / 3
        expect(information[id]).toBeCloseTo(bitsOf(outcomes.map(({ winner }) => winner)) - after, 9)
      }
    }),
  )
})

/** Every way to give the open criteria a level. */
const completionsOf = ({ levels }: Requirements, open: readonly string[]): Requirements['levels'][] =>
  open.reduce(
    (all, id) =>
      all.flatMap((one) => LEVELS.map((level) => ({ ...one, [id]: { level, origin: 'answered' as const } }))),
    [levels],
  )

/** Entropy of what was drawn, each equally likely. */
function bitsOf(drawn: readonly unknown[]): number {
  const shares = [...Map.groupBy(drawn, (one) => one).values()].map(({ length }) => length / drawn.length)
  return shares.reduce((bits, share) => bits - share * Math.log2(share), 0)
}

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
