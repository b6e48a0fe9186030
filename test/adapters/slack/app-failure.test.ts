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

test.each(['invalid_blocks', 'msg_blocks_too_long'])(
  'blocks Slack refuses (%s) arrive as words, a chart as a picture',
  async (reason) => {
    await ana.say(BRIEF)
    const result = await ana.say('result')
    office.slack.fail('chat.postMessage', reason)
    const shown = await ana.press('Score, point by point', result)
    expect(shown).toMatchObject({ blocks: [], text: expect.stringContaining('point by point') })
    await expect
      .poll(() => office.slack.uploads.map(({ name }) => name), { timeout: 5_000 })
      .toEqual(['score-chart.png'])
  },
)

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
