import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { advise } from '../../src/advice/advise.ts'
import { explain } from '../../src/advice/explain.ts'
import { noRequirements, type Requirements } from '../../src/advice/requirements.ts'
import { buildCatalogue } from '../support/catalogue.ts'
import { catalogues, requirements, wanting } from './arbitrary.ts'

test('an explanation adds up: weights to shares, values to points, points to scores', () => {
  fc.assert(
    fc.property(catalogues, requirements, (catalogue, given) => {
      const { terms, alternatives } = explain(catalogue, given, advise(catalogue, given))
      const total = terms.reduce((sum, { weight }) => sum + weight, 0)
      for (const { weight, share } of terms) expect(share).toBeCloseTo(weight / total, 12)
      for (const { score, shown, values } of alternatives) {
        expect(values).toHaveLength(terms.length)
        values.forEach(({ value, points }, i) => {
          expect(points).toBeCloseTo(100 * value * (terms[i]?.share ?? 0), 9)
        })
        expect(values.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 9)
        expect(values.reduce((sum, value) => sum + value.shown, 0)).toBeCloseTo(shown, 9)
      }
    }),
  )
})

test('an explanation leaves nobody out, and says why who is out is out', () => {
  fc.assert(
    fc.property(catalogues, requirements, (catalogue, given) => {
      const advice = advise(catalogue, given)
      const { alternatives } = explain(catalogue, given, advice)
      const told = ({ id, excluded }: { id: string; excluded: string | null }) => ({ id, excluded })
      expect(alternatives.map(told)).toEqual(advice.ranking.map(told))
    }),
  )
})

describe('what counts is told with', () => {
  const catalogue = buildCatalogue({
    alternatives: { alpha: { positions: [0.8] }, bravo: { fits: { pace: { high: 0.4 } } } },
    criteria: ['pace', 'crew'],
    capabilities: ['motor'],
    kinds: { race: { levels: { pace: 'high' }, needs: { motor: 'must' } } },
    context: { tidal: {}, haste: { follows: { criterion: 'pace', levels: ['high'] } } },
  })
  const termsFor = (given: Partial<Requirements>) => {
    const whole = wanting(given)
    return explain(catalogue, whole, advise(catalogue, whole)).terms.slice(1)
  }

  test('the words it was read from', () => {
    const levels = { pace: { level: 'high', origin: 'text', words: 'in a rush' } } as const
    expect(termsFor({ levels, emphasis: { pace: 2 } })[0]).toMatchObject({
      wanted: 'high, counts double',
      origin: 'read from the text',
      words: 'in a rush',
    })
  })

  test('the kind of project that implies it', () => {
    const terms = termsFor({ kind: { id: 'race', words: 'a race' } })
    expect(terms.map(({ name, wanted, origin, words }) => [name, wanted, origin, words])).toEqual([
      ['Pace', 'high', 'implied by the kind of project', null],
      ['Motor', 'must', 'implied by the kind of project', null],
      ['Kind of project', 'Race', 'read from the text', 'a race'],
      ['Haste', null, 'follows from Pace high', null],
    ])
  })

  test('what runs today, or is to be left', () => {
    const context = { ...noRequirements().context, existing: ['alpha'], skills: ['bravo'] }
    expect(termsFor({ context }).map(({ wanted }) => wanted)).toEqual(['Alpha', 'Bravo'])
    expect(termsFor({ context: { ...context, leaving: true } })[0]?.wanted).toBe('away from Alpha')
  })

  test('the judgements its values are made of', () => {
    const given = wanting({ levels: { pace: { level: 'high', origin: 'answered' } } })
    const { alternatives } = explain(catalogue, given, advise(catalogue, given))
    const made = (id: string) => alternatives.find((one) => one.id === id)?.values.map((value) => value.made)
    expect(made('alpha')).toEqual([
      'mean of maintenance 0.5, community 0.5, age 0.5',
      'position 0.8 on the curve for high',
      null,
    ])
    expect(made('bravo')?.[1]).toBe('set for high')
  })
})

test('how sure it is and what is open are those of the advice', () => {
  const alternatives = { alpha: { positions: [0.5, 1] }, bravo: { positions: [0.5, 0] } }
  const catalogue = buildCatalogue({ alternatives, criteria: ['pace', 'crew'] })
  const given = wanting({ levels: { pace: { level: 'low', origin: 'answered' } } })
  const advice = advise(catalogue, given)
  expect(explain(catalogue, given, advice)).toMatchObject({
    questions: [{ criterion: 'crew', bits: advice.information.crew }],
    next: 'crew',
    certainty: { kept: 2, of: 3 },
    robustness: advice.counts.steps,
    confidence: advice.confidence,
  })
})
