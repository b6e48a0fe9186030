import { webApi } from '@slack/bolt'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { withStatus } from '../../../adapters/slack/status.ts'
import { createLog } from '../../../src/log.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Work that takes so many ms, and the statuses Slack was given meanwhile. */
async function during(ms: number, refusal?: string): Promise<{ done: string; statuses: string[] }> {
  const statuses: string[] = []
  const client = new webApi.WebClient()
  client.assistant.threads.setStatus = async ({ status }) => {
    if (refusal) throw new webApi.WebAPIPlatformError({ ok: false, error: refusal, response_metadata: {} })
    statuses.push(status)
    return { ok: true }
  }
  const front = { workspaces: { at: async () => ({ client, token: 'xoxb-test' }) }, log: createLog('silent') }
  const place = { kind: 'direct', channel: 'D1', thread: null } as const
  const address = { team: 'T1', org: null, user: 'U1', place, hook: null, pressed: null }
  const work = () => new Promise<string>((resolve) => setTimeout(() => resolve('done'), ms))
  const outcome = withStatus(front, address, '1.1', work)
  await vi.advanceTimersByTimeAsync(ms)
  return { done: await outcome, statuses }
}

test('what is answered at once shows no status', async () => {
  expect((await during(50)).statuses).toEqual([])
})

test('what takes longer shows one, and it goes when the work is done', async () => {
  const { statuses } = await during(2_000)
  await vi.runAllTimersAsync()
  expect(statuses).toEqual(['is working on it', ''])
})

test('where Slack offers none, the work is done all the same', async () => {
  expect(await during(2_000, 'access_denied')).toEqual({ done: 'done', statuses: [] })
})
