import { expect, test } from 'vitest'
import { weekOf } from '../../src/store/tallies.ts'

// From the calendar of ISO 8601: a week belongs to the year of its Thursday.
test.each([
  ['2026-01-01T00:00:00.000Z', '2026-W01'],
  ['2026-11-22T23:59:59.000Z', '2026-W47'],
  ['2026-11-23T00:00:00.000Z', '2026-W48'],
  ['2024-12-30T12:00:00.000Z', '2025-W01'],
  ['2027-01-03T12:00:00.000Z', '2026-W53'],
  ['2023-01-01T12:00:00.000Z', '2022-W52'],
])('%s lies in the week %s', (at, week) => {
  expect(weekOf(at)).toBe(week)
})
