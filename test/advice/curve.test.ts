import { expect, test } from 'vitest'
import { fitAt } from '../../src/advice/curve.ts'

const HILL: [number, number][] = [
  [0.2, 0.1],
  [0.5, 1],
  [0.9, 0.4],
]

test('a curve passes through its corners and is straight between them', () => {
  expect(fitAt(HILL, 0.2)).toBe(0.1)
  expect(fitAt(HILL, 0.5)).toBe(1)
  expect(fitAt(HILL, 0.35)).toBeCloseTo(0.55, 12)
  expect(fitAt(HILL, 0.7)).toBeCloseTo(0.7, 12)
})

test('a curve is flat beyond its ends', () => {
  expect(fitAt(HILL, 0)).toBe(0.1)
  expect(fitAt(HILL, 1)).toBe(0.4)
})
