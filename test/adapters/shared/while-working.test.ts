import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { whileWorking } from '../../../adapters/shared/while-working.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const taking = (ms: number) => () => new Promise<string>((resolve) => setTimeout(resolve, ms, 'done'))

test('work that is done soon shows nothing, longer work once', async () => {
  const show = vi.fn()
  const soon = whileWorking(show, taking(300))
  await vi.advanceTimersByTimeAsync(2_000)
  expect([await soon, show.mock.calls.length]).toEqual(['done', 0])
  const late = whileWorking(show, taking(1_500))
  await vi.advanceTimersByTimeAsync(2_000)
  expect([await late, show.mock.calls.length]).toEqual(['done', 1])
})

test('work that fails shows nothing afterwards', async () => {
  const show = vi.fn()
  await expect(whileWorking(show, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  await vi.advanceTimersByTimeAsync(2_000)
  expect(show).not.toHaveBeenCalled()
})
