import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openFakeSlack } from '../../support/fake-slack.ts'
import { type Office, openOffice } from '../../support/fake-slack-office.ts'
import type { Person } from '../../support/fake-slack-person.ts'
import { textOf } from '../../support/slack-validator.ts'

let office: Office
let ana: Person
beforeEach(async () => {
  office = await openOffice('http')
  ana = office.person('UANA', 'Ana')
})
afterEach(() => office.close())

const BRIEF = 'An online shop with an admin panel for 5,000 users, in 8 weeks.'

/** Sends something that must change nothing, then something that shows that it was passed over. */
async function ignores(envelope: object): Promise<void> {
  const before = ana.screen().length
  await office.slack.sendEvent(envelope)
  await ana.say('help')
  expect(ana.screen()).toHaveLength(before + 1)
}

describe('a direct message', () => {
  test('is answered in plain words, and its questions lose their buttons once answered', async () => {
    await ana.say('start')
    await ana.press('Ask me 5 questions')
    await ana.press('Heavy or live')
    await ana.sees('Question 2')
    const answered = await ana.sees('You chose: Heavy or live')
    expect(answered.text).toContain('Question 1')
    expect(answered.blocks.map(({ type }) => type)).not.toContain('actions')
    expect(ana.screen().every(({ channel }) => channel === 'DANA')).toBe(true)
  })

  test('in a thread is answered in the thread', async () => {
    const { thread } = await ana.say(BRIEF, { thread_ts: '1699999999.000001' })
    expect(thread).toBe('1699999999.000001')
  })

  test('goes on with what was begun by command', async () => {
    await ana.command(BRIEF)
    expect((await ana.say('summary')).text).toContain('Online shop')
  })

  test('leaves the recommendation its buttons, whatever was looked at', async () => {
    await ana.say(BRIEF)
    const result = await ana.say('result')
    await ana.press('What would change it?', result)
    await ana.press('Score, point by point', result)
    expect(office.callsOf('chat.update')).toEqual([])
  })

  test('takes ticked boxes along with an answer', async () => {
    await ana.say('start')
    await ana.press('Ask me 5 questions')
    ana.tick('WebSockets')
    await ana.press('Modest traffic')
    expect((await ana.say('summary')).text).toContain('WebSockets')
  })

  test('edited counts as a correction; a preview that was added does not', async () => {
    const said = { user: 'UANA', text: BRIEF, ts: '1699999999.000002' }
    await ana.say(BRIEF)
    const change = (text: string) =>
      ana.envelope({
        type: 'message',
        subtype: 'message_changed',
        channel: 'DANA',
        channel_type: 'im',
        ts: office.slack.newTs(),
        message: { ...said, text },
        previous_message: said,
      })
    await ignores(change(BRIEF))
    await office.slack.sendEvent(change('An online shop without an admin panel for 5,000 users, in 8 weeks.'))
    await ana.sees(/Admin interface.*not|[Cc]hanged/)
  })

  test.each([
    ['deleted', { subtype: 'message_deleted', deleted_ts: '1' }],
    ['by a bot', { bot_id: 'BOTHER', subtype: 'bot_message', text: BRIEF }],
    ['by a bot that looks like a person', { bot_id: 'BOTHER', text: BRIEF }],
    ['by the app itself', { user: 'UPYFRAME', text: BRIEF }],
    ['in a channel', { channel: 'C1', channel_type: 'channel', text: BRIEF }],
  ])('that is %s changes nothing', async (_, event) => {
    await ignores(ana.envelope({ type: 'message', channel: 'DANA', channel_type: 'im', ts: '1.1', ...event }))
  })

  test('with a text file is read with it', async () => {
    const url_private = office.slack.newFile(BRIEF)
    const file = { name: 'brief.txt', mimetype: 'text/plain', size: BRIEF.length, url_private }
    expect((await ana.say('', { subtype: 'file_share', files: [file] })).text).toContain('Online shop')
  })

  test.each([
    ['a picture', { mimetype: 'image/png', size: 10 }],
    ['too large', { mimetype: 'text/plain', size: 100_001 }],
    ['not there any more', { mimetype: 'text/markdown', size: 10 }],
  ])('with a file that is %s says that it was left out', async (_, file) => {
    await ana.say('help', { subtype: 'file_share', files: [{ name: 'x.png', ...file }] })
    await ana.sees('I left out: x.png')
    await ana.sees('What you can type')
  })

  test('with a file that cannot be fetched leaves a line in the log, under the id of the event', async () => {
    // A port no client of HTTP ever connects to.
    const url_private = 'https://files.slack.com:1/x.txt'
    const file = { name: 'x.txt', mimetype: 'text/plain', size: 10, url_private }
    const envelope = ana.envelope({
      ...{ type: 'message', subtype: 'file_share', channel: 'DANA', channel_type: 'im', user: 'UANA' },
      ...{ ts: '1.1', text: '', files: [file] },
    })
    await office.slack.sendEvent(envelope)
    await ana.sees('I left out: x.txt')
    const entries = office.logged.map((line) => JSON.parse(line))
    const { event_id } = envelope as { event_id?: string }
    expect(entries.find(({ msg }) => msg === 'a file was not read')).toMatchObject({
      event: event_id ?? 'DANA:1.1',
    })
  })

  test('never takes the token to where Slack is not', async () => {
    const elsewhere = await openFakeSlack()
    elsewhere.tokens.clear()
    const url_private = elsewhere.newFile(BRIEF)
    const before = elsewhere.asked()
    const file = { name: 'x.txt', mimetype: 'text/plain', size: 10, url_private }
    await ana.say('', { subtype: 'file_share', files: [file] })
    await ana.sees('I left out: x.txt')
    expect(elsewhere.asked()).toBe(before)
    await elsewhere.close()
  })

  test('full of signs that mean something to Slack is only words', async () => {
    const hostile =
      'For <!here> and <@UBEN>: a *shop* for 5,000 users &amp; an “admin panel” <https://a.example|site>'
    await ana.say(hostile)
    await ana.say('summary')
    for (const { blocks, text } of ana.screen()) {
      expect(JSON.stringify(blocks)).not.toMatch(/"type":"(user|broadcast|usergroup|mrkdwn)"/)
      expect(text).not.toMatch(/<[!@#]/)
    }
    expect(textOf(ana.screen().at(-1))).toContain('admin panel')
  })
})

describe('a mention', () => {
  test('is one consultation of its thread, each answer with its author', async () => {
    const ben = office.person('UBEN', 'Ben')
    const first = await ana.mention('An online shop with an admin panel', 'C1')
    expect(first).toMatchObject({ only: null, channel: 'C1' })
    const thread = first.thread ?? ''
    expect(thread).not.toBe('')
    await ben.mention('we need websockets', 'C1', thread)
    const summary = await ana.mention('summary', 'C1', thread)
    expect(summary.text).toMatch(/Admin interface.*Ana/)
    expect(summary.text).toMatch(/WebSockets.*Ben/)
    expect((await ana.say('summary')).text).not.toContain('Admin interface')
  })

  test('shows questions everybody may answer, and says how to answer in words', async () => {
    const ben = office.person('UBEN', 'Ben')
    const start = await ana.mention('', 'C1')
    const question = await ana.press('Ask me 5 questions', start)
    expect(textOf(question)).toContain('Mention me to answer in words')
    await ben.press('Modest traffic', question)
    await ana.sees('Ben chose: Modest traffic')
  })

  test('by a bot is passed over', async () => {
    await ignores(
      ana.envelope({
        type: 'app_mention',
        channel: 'C1',
        text: '<@UPYFRAME> hi',
        ts: '1.2',
        bot_id: 'BOTHER',
      }),
    )
  })
})

describe('the surfaces of the app', () => {
  const opened = (tab: string, view?: object) =>
    office.slack.sendEvent(
      ana.envelope({ type: 'app_home_opened', tab, channel: 'DANA', ...(view && { view }) }),
    )

  test('Home shows where somebody is, and its buttons work', async () => {
    await opened('home')
    const home = () => office.slack.homes.get('UANA')
    await expect.poll(home).toBeDefined()
    expect(textOf(home())).toContain('Which framework fits your project?')
    await ana.say(BRIEF)
    await opened('home', { hash: '17.abc' })
    await expect.poll(() => textOf(home())).toContain('Welcome back')
    expect(office.callsOf('views.publish').at(-1)?.args.hash).toBe('17.abc')
  })

  test('a press on Home is answered in the direct messages, and Home follows', async () => {
    await opened('home')
    await expect.poll(() => office.slack.homes.size).toBe(1)
    const button = JSON.stringify(office.slack.homes.get('UANA')).match(
      /"action_id":"(press\.\d+\.begin[^"]*)"/,
    )?.[1]
    await ana.shortcut({
      type: 'block_actions',
      container: { type: 'view', view_id: 'V1' },
      view: { id: 'V1', type: 'home' },
      actions: [
        {
          type: 'button',
          action_id: button,
          block_id: 'b',
          text: { type: 'plain_text', text: 'x' },
          action_ts: '1',
        },
      ],
    })
    expect((await ana.sees('Question 1')).channel).toBe('DANA')
    await expect.poll(() => office.callsOf('views.publish')).toHaveLength(2)
  })

  test('the Messages tab suggests ways to begin, and does without where Slack does not offer that', async () => {
    await opened('messages')
    await expect.poll(() => office.callsOf('assistant.threads.setSuggestedPrompts')).toHaveLength(1)
    expect(office.callsOf('assistant.threads.setSuggestedPrompts')[0]?.args).not.toHaveProperty('thread_ts')
    office.slack.fail('assistant.threads.setSuggestedPrompts', 'access_denied')
    await opened('messages')
    expect((await ana.say('help')).text).toContain('What you can type')
  })

  test('"Consult on this message" reads the message for the one who asked', async () => {
    const message = { type: 'message', user: 'UBEN', ts: '1.3', text: BRIEF }
    const payload = {
      type: 'message_action',
      callback_id: 'pyframe.consult',
      message,
      channel: { id: 'C1', name: 'general' },
      response_url: office.slack.newHook('C1', 'UANA', null),
    }
    await ana.shortcut(payload)
    expect(await ana.sees('What I understood')).toMatchObject({ only: 'UANA', channel: 'C1' })
    await ana.shortcut({ ...payload, message: { ...message, text: '' } })
    await ana.sees('no text in this message')
  })

  test('the global shortcut opens the form, and the advice comes as a direct message', async () => {
    await ana.shortcut({ type: 'shortcut', callback_id: 'pyframe.form' })
    await expect.poll(() => office.slack.views).toHaveLength(1)
    const shown = await ana.submit({ b1: { 'question.performance': { selected_option: { value: 'high' } } } })
    expect(shown.channel).toBe('DANA')
  })
})
