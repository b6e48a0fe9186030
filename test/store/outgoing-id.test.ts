import { afterEach, expect, test, vi } from 'vitest'
import { createOutgoingId } from '../../src/store/outgoing-id.ts'

afterEach(() => vi.useRealTimers())

test('ids sort in the order they were made, also when the clock is set back', () => {
  vi.useFakeTimers({ now: new Date('2030-01-01T00:00:00Z') })
  const ids = Array.from({ length: 50 }, createOutgoingId)
  vi.setSystemTime(new Date('2029-12-31T23:59:00Z'))
  ids.push(...Array.from({ length: 50 }, createOutgoingId))
  vi.setSystemTime(new Date('2030-01-01T00:00:01Z'))
  ids.push(createOutgoingId())
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
})
