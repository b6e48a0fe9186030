import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Office, openOffice } from '../../support/fake-slack-office.ts'
import type { Person } from '../../support/fake-slack-person.ts'
import { LOST } from '../../support/fake-slack-web-api.ts'

let office: Office
let ana: Person
beforeEach(async () => {
  office = await openOffice('http')
  ana = office.person('UANA')
})
afterEach(() => office.close())

const BRIEF = 'An online shop with an admin panel for 5,000 users, in 8 weeks.'
const posts = () => office.callsOf('chat.postMessage').length

test('a rate limit is waited for, and the reply comes once', async () => {
  office.slack.fail('chat.postMessage', { status: 429, headers: { 'retry-after': '0' } })
  await ana.say('help')
  expect(posts()).toBe(2)
  expect(ana.screen()).toHaveLength(1)
})

test("Slack's own failures are tried again", async () => {
  office.slack.fail('chat.postMessage', { status: 503 }, { status: 500 })
  await ana.say('help')
  expect(posts()).toBe(3)
  expect(ana.screen()).toHaveLength(1)
})

test('a reply that perhaps arrived is repeated once, not again', async () => {
  office.slack.fail('chat.postMessage', ...Array(20).fill(LOST))
  await ana.say('help')
  await expect.poll(() => office.logged.join('\n'), { timeout: 5_000 }).toContain('not repeated again')
  expect(posts()).toBe(2)
})

test('a reply through a hook that perhaps arrived is repeated once, not again', async () => {
  office.slack.fail('response_url', ...Array(20).fill(LOST))
  void ana.command('help').catch(() => {})
  await expect.poll(() => office.logged.join('\n'), { timeout: 5_000 }).toContain('not repeated again')
  expect(office.callsOf('response_url')).toHaveLength(2)
})

test.each(['invalid_blocks', 'msg_blocks_too_long'])(
  'blocks Slack refuses (%s) arrive as words, a chart as a picture',
  async (reason) => {
    await ana.say(BRIEF)
    const result = await ana.say('result')
    office.slack.fail('chat.postMessage', reason, reason)
    const shown = await ana.press('Score, point by point', result)
    expect(shown).toMatchObject({ blocks: [], text: expect.stringContaining('point by point') })
    await expect
      .poll(() => office.slack.uploads.map(({ name }) => name), { timeout: 5_000 })
      .toEqual(['score-chart.png'])
  },
)

test('a chart Slack refuses is drawn in text, and from then on at once', async () => {
  await ana.say(BRIEF)
  const result = await ana.say('result')
  office.slack.fail('chat.postMessage', 'invalid_blocks')
  const drawnIn = async () =>
    JSON.stringify((await ana.press('Score, point by point', result)).blocks).includes('data_visualization')
      ? 'a chart'
      : 'text'
  const before = posts()
  expect([await drawnIn(), posts() - before]).toEqual(['text', 2])
  expect([await drawnIn(), posts() - before]).toEqual(['text', 3])
  expect(office.slack.uploads).toEqual([])
})

test('where Slack takes charts, the score is one', async () => {
  await ana.command(BRIEF)
  await ana.command('result')
  const shown = await ana.press('Score, point by point')
  expect(shown.blocks.map(({ type }) => type)).toContain('data_visualization')
  expect(shown.only).toBe('UANA')
})

test('blocks a hook refuses arrive as words', async () => {
  office.slack.fail('response_url', 'invalid_blocks')
  expect(await ana.command('help')).toMatchObject({ blocks: [], only: 'UANA' })
})

test('what people type is in no log, whatever goes wrong', async () => {
  office.slack.fail('chat.postMessage', 'internal_error', { status: 500 }, LOST, 'invalid_blocks')
  await ana.say('SECRETWORD shop with an admin panel')
  office.slack.fail('chat.update', 'message_not_found')
  await ana.press('Skip')
  expect(office.logged.join('\n')).not.toContain('SECRETWORD')
  expect(office.logged.join('\n')).not.toContain('xoxb-')
})
