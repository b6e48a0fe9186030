import { describe, expect, test } from 'vitest'
import type { BriefCase } from '../../bench/eval/cases.ts'
import { FACTORS, fitWeights } from '../../bench/eval/fit.ts'
import { renderFit } from '../../bench/eval/fit-report.ts'
import { consultantOn } from '../../src/dialogue/consultant.ts'
import { buildCatalogue } from '../support/catalogue.ts'

/** Alpha stands better, Bravo has the sail that every brief asks for: the weights of both decide. */
const consultant = consultantOn(
  buildCatalogue({
    alternatives: {
      alpha: { standing: 0.9, capabilities: { sail: 'manual' } },
      bravo: { standing: 0.5, capabilities: { sail: 'built-in' } },
    },
    capabilities: ['sail'],
    context: { tidal: {} },
  }),
)
const brief = (id: string, accept: string): BriefCase => ({
  id,
  source: id,
  brief: 'We need a sail.',
  accept: [accept],
  reject: [],
  confidence: 'high',
})
const casesWith = (...accept: string[]) => ({
  briefs: accept.map((one, i) => brief(`b${i}`, one)),
  questions: [],
  answers: [],
  problems: [],
})
const need = (...accept: string[]) =>
  fitWeights(consultant, casesWith(...accept)).fitted.find(({ weight }) => weight === 'need')

describe('the dependence on one weight', () => {
  test('is counted at every factor, with all other weights as they are', () => {
    const [half = 0, , today = 0, , double = 0] = need('bravo', 'bravo')?.hits ?? []
    expect(half).toBe(0)
    expect(double).toBe(2)
    expect([0, 2]).toContain(today)
  })

  test('holds on briefs held out when they are like the others', () => {
    const { tuned } = need('alpha', 'alpha', 'alpha', 'alpha', 'alpha') ?? {}
    const bravo = need('bravo', 'bravo', 'bravo', 'bravo', 'bravo')?.tuned
    for (const gain of [tuned, bravo]) expect(gain?.inFold).toBe(gain?.heldOut)
  })

  test('does not hold where the one brief it was tuned for is an exception', () => {
    const { hits = [], tuned } = need('alpha', 'bravo') ?? {}
    expect(hits).toEqual(FACTORS.map(() => 1))
    expect(tuned?.inFold).toBeGreaterThan(0)
    expect(tuned?.heldOut).toBeLessThan(0)
  })

  test('is told of circumstances too, and of those that change nothing', () => {
    const fit = fitWeights(consultant, casesWith('alpha'))
    const tidal = fit.fitted.find(({ weight }) => weight === 'context tidal')
    expect(new Set(tidal?.hits).size).toBe(1)
    expect(renderFit(fit)).toMatch(/^context tidal +1 +/m)
  })
})
