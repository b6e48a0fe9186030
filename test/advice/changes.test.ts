import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Advice, Change } from '../../src/advice/advice.ts'
import { advise } from '../../src/advice/advise.ts'
import { apply, type TurningPoint, whatWouldChange, whatWouldFavour } from '../../src/advice/changes.ts'
import { buildCatalogue } from '../support/catalogue.ts'
import { catalogues, requirements, wanting } from './arbitrary.ts'

const high = { level: 'high', origin: 'answered' } as const
const level = (criterion: string, to: 'low' | 'medium' | 'high' | null): Change => ({
  kind: 'level',
  criterion,
  to,
})

/** Without the scores before and after, which are tested apart. */
const sets = (points: readonly TurningPoint[]) => points.map(({ changes, winner }) => ({ changes, winner }))

describe('a change', () => {
  const given = wanting({
    levels: { pace: { level: 'low', origin: 'text', words: 'no hurry' } },
    emphasis: { pace: 2 },
    needs: { motor: { priority: 'must', origin: 'text' } },
  })

  test('counts as answered', () => {
    expect(apply(given, level('pace', 'high')).levels).toEqual({ pace: high })
    expect(apply(given, { kind: 'need', need: 'sail', to: 'could' }).needs).toEqual({
      ...given.needs,
      sail: { priority: 'could', origin: 'answered' },
    })
    expect(apply(given, { kind: 'emphasis', criterion: 'pace', to: 0.5 }).emphasis).toEqual({ pace: 0.5 })
  })

  test('can take something back', () => {
    expect(apply(given, level('pace', null)).levels).toEqual({})
    expect(apply(given, { kind: 'need', need: 'motor', to: null }).needs).toEqual({})
    expect(apply(given, { kind: 'emphasis', criterion: 'pace', to: 1 }).emphasis).toEqual({})
  })

  test('leaves the given requirements as they were', () => {
    const before = structuredClone(given)
    apply(given, level('pace', 'high'))
    expect(given).toEqual(before)
  })
})

describe('what would change the winner', () => {
  test('is every single change that does, levels first, then needs', () => {
    const catalogue = buildCatalogue({
      alternatives: {
        alpha: { standing: 0.6, positions: [0], capabilities: { motor: 'none' } },
        bravo: { standing: 0.5, positions: [1] },
      },
      criteria: ['pace'],
      capabilities: ['motor', 'sail'],
      checklists: { pace: ['motor', 'sail'] },
    })
    expect(sets(whatWouldChange(catalogue, wanting({})))).toEqual([
      { changes: [level('pace', 'high')], winner: 'bravo' },
      { changes: [{ kind: 'need', need: 'motor', to: 'must' }], winner: 'bravo' },
    ])
  })

  test('can be the emphasis of an answer', () => {
    const alternatives = {
      alpha: { standing: 0.5, positions: [1] },
      bravo: { standing: 1, positions: [0.6] },
    }
    const catalogue = buildCatalogue({ alternatives, criteria: ['pace'] })
    expect(sets(whatWouldChange(catalogue, wanting({ levels: { pace: high } })))).toContainEqual({
      changes: [{ kind: 'emphasis', criterion: 'pace', to: 2 }],
      winner: 'alpha',
    })
  })

  test('can be a need that is dropped, even one that only the kind of project implies', () => {
    const catalogue = buildCatalogue({
      alternatives: { alpha: { standing: 0.9, capabilities: { motor: 'none' } }, bravo: {} },
      capabilities: ['motor'],
      kinds: { race: { needs: { motor: 'must' } } },
    })
    const dropped = { changes: [{ kind: 'need', need: 'motor', to: 'not_needed' }], winner: 'alpha' }
    expect(sets(whatWouldChange(catalogue, wanting({ kind: { id: 'race' } })))).toEqual([dropped])
  })

  test('is pairs of changes where no single one is enough', () => {
    const catalogue = buildCatalogue({
      alternatives: {
        alpha: { standing: 1, positions: [0.2, 0.2] },
        bravo: { standing: 0, positions: [1, 1] },
      },
      criteria: ['pace', 'crew'],
    })
    expect(sets(whatWouldChange(catalogue, wanting({})))).toEqual([
      { changes: [level('pace', 'high'), level('crew', 'high')], winner: 'bravo' },
    ])
  })

  test('can be two musts that keep one alternative out', () => {
    const without = { motor: 'none', sail: 'none' } as const
    const catalogue = buildCatalogue({
      alternatives: { alpha: {}, bravo: { standing: 0.9, capabilities: without } },
      capabilities: ['motor', 'sail'],
    })
    const must = { priority: 'must', origin: 'text' } as const
    const drop = (need: string): Change => ({ kind: 'need', need, to: 'not_needed' })
    expect(sets(whatWouldChange(catalogue, wanting({ needs: { motor: must, sail: must } })))).toEqual([
      { changes: [drop('motor'), drop('sail')], winner: 'bravo' },
    ])
  })

  test('can be level and emphasis of the same criterion', () => {
    const alternatives = {
      alpha: { standing: 0.9, positions: [0.5] },
      bravo: { standing: 0.3, positions: [0.95] },
    }
    const catalogue = buildCatalogue({ alternatives, criteria: ['pace'] })
    const levels = { pace: { level: 'medium', origin: 'answered' } } as const
    expect(sets(whatWouldChange(catalogue, wanting({ levels })))).toEqual([
      { changes: [level('pace', 'high'), { kind: 'emphasis', criterion: 'pace', to: 2 }], winner: 'bravo' },
    ])
  })

  test('is nothing where there is nobody else', () => {
    const catalogue = buildCatalogue({
      alternatives: { alpha: { capabilities: { motor: 'none' } } },
      criteria: ['pace'],
      capabilities: ['motor'],
      checklists: { pace: ['motor'] },
    })
    expect(whatWouldChange(catalogue, wanting({}))).toEqual([])
  })
})

test('every set of changes gives the winner it promises, and none is larger than it has to be', () => {
  fc.assert(
    fc.property(catalogues, requirements, (catalogue, given) => {
      const points = whatWouldChange(catalogue, given)
      expect(points.length).toBeLessThanOrEqual(6)
      expect(new Set(points.map(({ changes }) => changes.length)).size).toBeLessThanOrEqual(1)
      for (const { changes, winner } of points) {
        expect(advise(catalogue, changes.reduce(apply, given)).winner).toBe(winner)
        expect(winner).not.toBe(advise(catalogue, given).winner)
      }
    }),
  )
})

test('every set of changes tells the scores of both winners before and after, as the ranking has them', () => {
  fc.assert(
    fc.property(catalogues, requirements, (catalogue, given) => {
      const before = advise(catalogue, given)
      for (const { changes, winner, shifts } of whatWouldChange(catalogue, given)) {
        expect(shifts.map(({ id }) => id)).toEqual([winner, before.winner].filter((id) => id !== null))
        const after = advise(catalogue, changes.reduce(apply, given))
        for (const shift of shifts) {
          expectScore(shift.before, before, shift.id)
          expectScore(shift.after, after, shift.id)
        }
      }
    }),
  )
})

function expectScore(told: number | null, { ranking }: Advice, id: string) {
  const ranked = ranking.find((entry) => entry.id === id)
  if (told === null) expect(ranked?.excluded).toBeTypeOf('string')
  else expect(told).toBeCloseTo(ranked?.score ?? Number.NaN, 9)
}

describe('what would favour an alternative', () => {
  const catalogue = buildCatalogue({
    alternatives: {
      alpha: { standing: 0.6, positions: [0], capabilities: { motor: 'none' } },
      bravo: { standing: 0.5, positions: [1] },
      cobra: { standing: 0, positions: [0], capabilities: { motor: 'built-in' } },
    },
    criteria: ['pace'],
    capabilities: ['motor'],
    checklists: { pace: ['motor'] },
  })

  test('is only what puts it first', () => {
    expect(sets(whatWouldFavour(catalogue, wanting({}), 'bravo'))).toEqual([
      { changes: [level('pace', 'high')], winner: 'bravo' },
    ])
    expect(sets(whatWouldFavour(catalogue, wanting({}), 'cobra'))).toEqual([
      { changes: [{ kind: 'need', need: 'motor', to: 'must' }], winner: 'cobra' },
    ])
  })

  test('is nothing where it is first already, or has no entry', () => {
    expect(whatWouldFavour(catalogue, wanting({}), 'alpha')).toEqual([])
    expect(whatWouldFavour(catalogue, wanting({}), 'gone')).toEqual([])
  })
})
