import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { start } from '../../../adapters/slack/index.ts'
import { PyframeError } from '../../../src/errors.ts'
import { createLog } from '../../../src/log.ts'
import { openFakeSlack, SECRET } from '../../support/fake-slack.ts'
import { type Office, openOffice } from '../../support/fake-slack-office.ts'
import { idleDesk } from '../../support/idle-desk.ts'

let office: Office
afterEach(() => office?.close())

const BRIEF = 'An online shop with an admin panel for 5,000 users, in 8 weeks.'

describe('over HTTP', () => {
  const event = () =>
    office
      .person('UANA')
      .envelope({ type: 'message', channel: 'DANA', channel_type: 'im', text: BRIEF, ts: '1.1' })

  test.each([
    ['signed with another secret', { secret: 'another' }],
    ['ten minutes old', { timestamp: Math.floor(Date.now() / 1000) - 600 }],
    ['without a signature', { headers: { 'x-slack-signature': '' } }],
  ])('a request %s is refused and changes nothing', async (_, how) => {
    office = await openOffice('http')
    expect((await office.slack.postJson(event(), how)).status).toBe(401)
    expect((await office.person('UANA').say('summary')).text).not.toContain('Online shop')
  })

  test('Slack is answered when it asks whether the address is ours', async () => {
    office = await openOffice('http')
    const { body } = await office.slack.postJson({ type: 'url_verification', challenge: 'abc' })
    expect(body).toContain('abc')
  })

  test('an event that comes again is taken once, however often it comes', async () => {
    office = await openOffice('http')
    const ana = office.person('UANA')
    const twice = event()
    const retried = { headers: { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' } }
    await Promise.all([office.slack.sendEvent(twice), office.slack.sendEvent(twice, retried)])
    await ana.sees('What I understood')
    await office.slack.sendEvent(twice, retried)
    await ana.say('help')
    expect(ana.screen().filter(({ text }) => text.includes('What I understood'))).toHaveLength(1)
  })

  test('a retry that is the first to arrive is taken', async () => {
    office = await openOffice('http')
    await office.slack.sendEvent(event(), { headers: { 'x-slack-retry-num': '2' } })
    await office.person('UANA').sees('What I understood')
  })

  test('/healthz says that it is there', async () => {
    office = await openOffice('http')
    expect((await office.slack.get('/healthz')).status).toBe(200)
  })
})

describe('by Socket Mode', () => {
  test('a line Slack gives up is opened anew at once, and the conversation goes on', async () => {
    office = await openOffice('socket')
    const ana = office.person('UANA')
    await ana.say(BRIEF)
    office.slack.socket.tell({ type: 'disconnect', reason: 'refresh_requested' })
    await expect.poll(() => office.slack.socket.opened, { interval: 5, timeout: 2_000 }).toBe(2)
    await expect.poll(() => office.slack.socket.open, { interval: 5 }).toBe(1)
    expect((await ana.say('summary')).text).toContain('Online shop')
  })

  test('a line that breaks is opened anew, also when Slack cannot be reached at first', async () => {
    office = await openOffice('socket')
    office.slack.fail('apps.connections.open', 'internal_error')
    office.slack.socket.cut()
    await expect.poll(() => office.slack.socket.opened, { interval: 5, timeout: 4_000 }).toBe(2)
    expect((await office.person('UANA').say('help')).text).toContain('What you can type')
  })

  test('a line that is half open is opened anew when pings are not answered', {
    timeout: 30_000,
  }, async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'], now: Date.now() })
    onTestFinished(() => void vi.useRealTimers())
    office = await openOffice('socket')
    const ana = office.person('UANA')
    await ana.say(BRIEF)
    office.slack.socket.freeze()
    vi.advanceTimersByTime(27_000)
    await expect.poll(() => office.slack.socket.opened, { interval: 5, timeout: 20_000 }).toBe(2)
    expect((await ana.say('summary')).text).toContain('Online shop')
  })

  test('stops cleanly in the middle of a handshake', async () => {
    office = await openOffice('socket')
    office.slack.socket.greets = false
    office.slack.socket.tell({ type: 'disconnect', reason: 'warning' })
    await expect.poll(() => office.slack.socket.opened, { interval: 5 }).toBe(2)
    await office.stop()
    await expect.poll(() => office.slack.socket.open, { interval: 5 }).toBe(0)
  })
})

test('a restart in the middle of a consultation leaves its buttons alive', async () => {
  office = await openOffice('http')
  const ana = office.person('UANA')
  await ana.command('')
  await ana.press('Ask me 5 questions')
  await office.restart()
  expect((await ana.press('Heavy or live')).text).toContain('Question 2')
})

test('a reply that was owed when the program stopped comes with the next start', async () => {
  office = await openOffice('http')
  office.slack.fail('chat.postMessage', ...Array(400).fill('internal_error'))
  const ana = office.person('UANA')
  await office.slack.sendEvent(
    ana.envelope({ type: 'message', channel: 'DANA', channel_type: 'im', text: BRIEF, ts: '1.1' }),
  )
  await expect.poll(() => office.callsOf('chat.postMessage').length).toBeGreaterThan(0)
  office.slack.heal('chat.postMessage')
  await office.restart()
  await ana.sees('What I understood')
})

test('two hundred people at once each get their own answers', { timeout: 30_000 }, async () => {
  office = await openOffice('http')
  const people = Array.from({ length: 200 }, (_, i) => office.person(`U${1000 + i}`))
  await Promise.all(
    people.map(async (person, i) => {
      await person.command('')
      await person.press('Ask me 5 questions')
      const shown = await person.press(i % 2 === 0 ? 'Heavy or live' : 'Modest traffic')
      expect(shown.text).toContain('Question 2')
    }),
  )
  const asked = people.filter((_, i) => i % 5 < 2)
  const summaries = await Promise.all(asked.map((person) => person.command('summary')))
  for (const [i, { text, only }] of summaries.entries()) {
    expect(only).toBe(asked[i]?.user)
    expect(text).toContain(Number(only?.slice(1)) % 2 === 0 ? 'Performance: high' : 'Performance: low')
  }
  expect(office.slack.shown.every(({ only }) => only !== null)).toBe(true)
})

describe('what makes a start impossible is said with its cure', () => {
  const settings = { signingSecret: SECRET, port: 0, install: null, handoffChannel: null, operators: [] }

  test.each([
    ['a bot token', { botToken: 'xoxb-wrong', appToken: null }, /SLACK_BOT_TOKEN: invalid_auth/],
    ['an app token', { botToken: 'xoxb-test', appToken: 'xapp-wrong' }, /SLACK_APP_TOKEN: invalid_auth/],
  ])('%s that is refused', async (_, tokens, message) => {
    const slack = await openFakeSlack()
    const signal = AbortSignal.timeout(5_000)
    const all = { ...settings, ...tokens, apiUrl: slack.apiUrl }
    const failed = await start({ settings: all, desk: idleDesk, log: createLog('silent'), signal }).catch(
      (error) => error,
    )
    expect(failed).toBeInstanceOf(PyframeError)
    expect(failed).toMatchObject({ code: 'config', message: expect.stringMatching(message) })
    expect(failed.cure).toContain('docs/slack.md')
    await slack.close()
  })
})
