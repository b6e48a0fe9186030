import { describe, expect, test } from 'vitest'
import { advise } from '../../src/advice/advise.ts'
import { WEIGHTS } from '../../src/advice/weights.ts'
import { buildCatalogue } from '../support/catalogue.ts'
import { wanting } from './arbitrary.ts'

const high = { level: 'high', origin: 'answered' } as const

describe('what speaks against the winner', () => {
  test('is the term in which the runner-up leads most', () => {
    const catalogue = buildCatalogue({
      alternatives: { alpha: { positions: [1, 0.2, 0.4] }, bravo: { positions: [0, 0.6, 0.5] } },
      criteria: ['pace', 'size', 'crew'],
    })
    const advice = advise(catalogue, wanting({ levels: { pace: high, crew: high, size: high } }))
    expect(advice).toMatchObject({ winner: 'alpha', counter: { kind: 'term', runnerUp: 'bravo' } })
    expect(advice.counter).toHaveProperty('term', { kind: 'criterion', criterion: 'size' })
    expect(advice.counter).toHaveProperty('points', expect.closeTo(40 / (3 + WEIGHTS.standing), 9))
  })

  const weaknesses = [{}, { needs: ['motor'] }, { criteria: ['pace'] }]
  const AHEAD = buildCatalogue({
    alternatives: { alpha: { standing: 0.5001, weaknesses }, bravo: { standing: 0.5 } },
    criteria: ['pace'],
    capabilities: ['motor'],
    kinds: { race: { levels: { pace: 'high' }, needs: { motor: 'could' } } },
  })
  const counter = (given: Parameters<typeof wanting>[0]) => advise(AHEAD, wanting(given)).counter

  test('is else the first weakness that touches an answered criterion', () => {
    const needs = { motor: { priority: 'should', origin: 'text' } } as const
    expect(counter({ levels: { pace: high }, needs })).toEqual({ kind: 'weakness', index: 2 })
  })

  test('is else the first that touches a stated need', () => {
    expect(counter({ needs: { motor: { priority: 'could', origin: 'text' } } })).toEqual({
      kind: 'weakness',
      index: 1,
    })
  })

  test('is else the first of all, for dropped needs and what is merely implied too', () => {
    expect(counter({})).toEqual({ kind: 'weakness', index: 0 })
    expect(counter({ needs: { motor: { priority: 'not_needed', origin: 'text' } } })).toHaveProperty(
      'index',
      0,
    )
    expect(counter({ kind: { id: 'race' } })).toHaveProperty('index', 0)
  })

  test('is no lead too small to be shown', () => {
    const alternatives = {
      alpha: { standing: 0.6, positions: [0.4999] },
      bravo: { standing: 0.5, positions: [0.5] },
    }
    const catalogue = buildCatalogue({ alternatives, criteria: ['pace'] })
    expect(advise(catalogue, wanting({ levels: { pace: high } })).counter).toHaveProperty('kind', 'weakness')
  })
})
