import { expect, test } from 'vitest'
import { settlingFrom } from '../../bench/eval/settling.ts'
import { advise } from '../../src/advice/advise.ts'
import type { Requirements } from '../../src/advice/requirements.ts'
import { wanting } from '../advice/arbitrary.ts'
import { buildCatalogue } from '../support/catalogue.ts'

// Who wins depends on the crew alone; the pace is asked first where the order is fixed.
const catalogue = buildCatalogue({
  alternatives: { alpha: { positions: [0.5, 1] }, bravo: { positions: [0.5, 0] } },
  criteria: ['pace', 'crew'],
})
const ask = (requirements: Requirements) => advise(catalogue, requirements)

test('questions are counted until no answer can change the first place, in either order', () => {
  expect(settlingFrom(ask, wanting({}))).toEqual({ open: 2, fixed: 2, ours: 1 })
})

test('nothing is asked where nothing can change', () => {
  const levels = { crew: { level: 'high', origin: 'text' } } as const
  expect(settlingFrom(ask, wanting({ levels }))).toEqual({ open: 1, fixed: 0, ours: 0 })
})

test('what an answer settles for some of its levels alone is counted by their share', () => {
  const alternatives = {
    alpha: { standing: 0.6, positions: [0.4, 0.4] },
    bravo: { standing: 0.5, positions: [0.6, 0.5] },
  }
  const two = buildCatalogue({ alternatives, criteria: ['pace', 'crew'] })
  const { fixed, ours } = settlingFrom((requirements) => advise(two, requirements), wanting({}))
  expect(fixed).toBeGreaterThan(1)
  expect(ours).toBeLessThanOrEqual(fixed)
  expect(fixed * 3).toBeCloseTo(Math.round(fixed * 3), 9)
})
