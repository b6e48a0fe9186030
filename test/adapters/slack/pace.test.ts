import { webApi } from '@slack/bolt'
import { expect, test } from 'vitest'
import { createPace } from '../../../adapters/slack/pace.ts'

/** A pace on a clock that moves only while somebody sleeps. */
function openPace() {
  let now = 0
  const pace = createPace(
    () => now,
    async (ms) => {
      now += ms
    },
  )
  const sent: [string, number][] = []
  const send = (channel: string, until = Number.POSITIVE_INFINITY) =>
    pace.inTurn(channel, until, async () => void sent.push([channel, now]))
  return { pace, sent, send }
}

const timesOf = (sent: readonly [string, number][]): number[] => sent.map(([, at]) => at)

test('a channel takes a short burst at once, then one message a second, in order', async () => {
  const { sent, send } = openPace()
  await Promise.all(Array.from({ length: 6 }, () => send('C1')))
  expect(timesOf(sent)).toEqual([0, 0, 0, 1_000, 2_000, 3_000])
})

test('channels do not wait for each other', async () => {
  const { sent, send } = openPace()
  await Promise.all(['C1', 'C2', 'C3', 'C4'].map((channel) => send(channel)))
  expect(timesOf(sent)).toEqual([0, 0, 0, 0])
})

test('what would come too late is not begun, and what comes behind it still is', async () => {
  const { sent, send } = openPace()
  const all = await Promise.allSettled([send('C1'), send('C1'), send('C1'), send('C1', 500), send('C1')])
  expect(all.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
  ])
  expect(timesOf(sent)).toEqual([0, 0, 0, 1_000])
})

test('a rate limit holds back the channel for as long as Slack says', async () => {
  const { pace, sent, send } = openPace()
  let refusals = 1
  await pace.inTurn('C1', Number.POSITIVE_INFINITY, async () => {
    refusals -= 1
    if (refusals >= 0) throw new webApi.WebAPIRateLimitedError(7)
  })
  await send('C1')
  expect(timesOf(sent)[0]).toBeGreaterThanOrEqual(7_000)
})

test('a failure is passed on and holds nobody up', async () => {
  const { pace, sent, send } = openPace()
  const failed = pace.inTurn('C1', Number.POSITIVE_INFINITY, () => Promise.reject(new Error('no')))
  await expect(failed).rejects.toThrow('no')
  await send('C1')
  expect(sent).toHaveLength(1)
})
