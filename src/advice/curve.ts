import type { Criterion } from '../knowledge/schema/criterion.ts'

type Curve = Criterion['levels']['low']['demand']

/**
 * How well a position serves a level: straight lines between the curve's corner points, flat beyond its ends.
 *
 * @param curve corner points [position, fit] with rising positions, all numbers 0 to 1
 * @param position 0 to 1
 * @returns the fit, 0 to 1
 */
export function fitAt(curve: Curve, position: number): number {
  let before: [number, number] | null = null
  for (const corner of curve) {
    if (position <= corner[0]) return before === null ? corner[1] : between(before, corner, position)
    before = corner
  }
  return before === null ? 0 : before[1]
}

/** Weighs the two fits, instead of adding a slope, so that a corner gives exactly its own fit. */
function between(from: [number, number], to: [number, number], position: number): number {
  const way = (position - from[0]) / (to[0] - from[0])
  return from[1] * (1 - way) + to[1] * way
}
