import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { percentile } from '../../bench/measure.ts'

const samples = fc.array(fc.double({ noNaN: true }), { minLength: 1 })
const share = fc.double({ min: 0.001, max: 1, noNaN: true })

describe('a percentile', () => {
  test('is the sample at the nearest rank', () => {
    const five = [15, 20, 35, 40, 50]
    expect([0.05, 0.3, 0.4, 0.5, 1].map((at) => percentile(five, at))).toEqual([15, 20, 20, 35, 50])
  })

  test('orders by size, not as text, and leaves the samples as they were', () => {
    const unordered = [100, 9, 20]
    expect(percentile(unordered, 1)).toBe(100)
    expect(unordered).toEqual([100, 9, 20])
  })

  test('is a sample that the wanted share does not exceed, and no smaller one is', () => {
    fc.assert(
      fc.property(samples, share, (list, at) => {
        const value = percentile(list, at)
        const within = (bound: (sample: number) => boolean): number => list.filter(bound).length / list.length
        expect(list).toContain(value)
        expect(within((sample) => sample <= value)).toBeGreaterThanOrEqual(at)
        expect(within((sample) => sample < value)).toBeLessThan(at)
      }),
    )
  })

  test('of nothing, of no share or of more than all is refused', () => {
    expect(() => percentile([], 0.5)).toThrow(RangeError)
    expect(() => percentile([1], 0)).toThrow(RangeError)
    expect(() => percentile([1], 1.01)).toThrow(RangeError)
  })
})
