import { afterEach, describe, expect, test } from 'vitest'
import { type Mode, type Office, openOffice } from '../../support/fake-slack-office.ts'
import { textOf } from '../../support/slack-validator.ts'

let office: Office
afterEach(() => office.close())

const open = async (mode: Mode = 'http') => {
  office = await openOffice(mode)
  return office.person('UANA', 'Ana')
}

const BRIEF = 'An online shop with an admin panel for 5,000 users, in 8 weeks.'

describe.each<Mode>(['http', 'socket'])('/pyframe by %s', (mode) => {
  test('begins, asks and recommends in one private card, in at most ten presses', async () => {
    const ana = await open(mode)
    let shown = await ana.command('')
    let presses = 0
    const press = async (label: string) => {
      presses += 1
      shown = await ana.press(label)
    }
    await press('Ask me 5 questions')
    expect(shown.text).toContain('Question 1 of at most 5')
    while (!shown.text.startsWith('Recommendation'))
      await press(shown.text.includes('Question') ? 'Skip' : 'Show the result')
    expect(presses).toBeLessThanOrEqual(10)
    expect(ana.screen()).toHaveLength(1)
    expect(office.slack.shown.map(({ only }) => only)).toEqual(['UANA'])
    expect(office.callsOf('chat.postMessage')).toEqual([])
  })

  test('"Answer in words" opens a window, and its words answer the question', async () => {
    const ana = await open(mode)
    await ana.command('')
    await ana.press('Ask me 5 questions')
    await ana.press('Answer in words')
    expect(textOf(office.slack.views[0]?.view)).toContain('How much traffic')
    const shown = await ana.submit('thousands of people at once, live')
    expect(shown.text).toContain('high')
    expect(ana.screen()).toHaveLength(1)
  })
})

test('a second /pyframe goes on where the first was', async () => {
  const ana = await open()
  await ana.command(BRIEF)
  expect((await ana.command('')).text).toContain('Welcome back')
})

test.each([
  ['compare django fastapi', 'Django and FastAPI'],
  ['fastapi', 'FastAPI'],
  ['does flask have an orm?', 'Flask'],
  ['help', 'What you can type'],
  ['change requests of 300 employees, with an admin panel and user accounts', 'What I understood'],
])('/pyframe %s is understood', async (text, answer) => {
  const ana = await open()
  expect((await ana.command(text)).text).toContain(answer)
})

test('a command that takes nothing is a sentence when more follows', async () => {
  const ana = await open()
  await ana.command('result of our workshop: an online shop with an admin panel')
  expect((await ana.command('summary')).text).toContain('Admin interface')
})

test('a pasted brief of 12,000 characters is read', async () => {
  const ana = await open()
  const shown = await ana.command(`${BRIEF} `.repeat(180))
  expect(shown.text).toContain('What I understood')
})

test('the form gives the same state as the chat', async () => {
  const ana = await open()
  const views = () => office.slack.views
  void ana.command('form').catch(() => {})
  await expect.poll(views, { interval: 2 }).toHaveLength(1)
  const chosen = (action: string, value: string) => ({ [action]: { selected_option: { value } } })
  await ana.submit({
    b1: chosen('question.performance', 'high'),
    b2: chosen('question.speed', 'low'),
    b3: { 'needs.0': { type: 'checkboxes', selected_options: [{ value: '-admin' }] } },
  })
  const ben = office.person('UBEN')
  await ben.command('')
  await ben.press('Ask me 5 questions')
  await ben.press('Heavy or live')
  await ben.command('There is no deadline at all.')
  await ben.command('We need an admin panel.')
  const pointsOf = async (person: typeof ana) =>
    (await person.command('summary')).text
      .split('\n')
      .filter((line) => /^(Performance|Time to market|Admin interface)\b.*:/.test(line))
      .map((line) => line.replace(/ \(.*/, ''))
      .toSorted()
  expect(await pointsOf(ana)).toEqual(['Admin interface: wanted', 'Performance: high', 'Time to market: low'])
  expect(await pointsOf(ben)).toEqual(await pointsOf(ana))
})

test('a window that opens too late says how to go on', async () => {
  const ana = await open()
  await ana.command('')
  await office.slack.sendInteraction({ ...ana.pressing('Say it in words'), trigger_id: 'UANA/stale' })
  await ana.sees('Please press again, or write to me in a direct message')
})

test.each([
  ['Slack asks to wait', { status: 429, headers: { 'retry-after': '30' } }],
  ['Slack refuses it', 'internal_error'],
])('a window that does not open because %s says how to go on', async (_, failure) => {
  const ana = await open()
  await ana.command('')
  office.slack.fail('views.open', failure)
  await office.slack.sendInteraction(ana.pressing('Say it in words'))
  await ana.sees('That window did not open')
})

test('a spent response_url falls back to a private message in the channel, and from there to a direct one', async () => {
  const ana = await open()
  office.slack.fail('response_url', { status: 404, body: 'used_url' })
  expect((await ana.command('help')).only).toBe('UANA')
  expect(office.callsOf('chat.postEphemeral')).toHaveLength(1)
  office.slack.members.clear()
  office.slack.fail('response_url', { status: 404, body: 'expired_url' })
  const direct = await ana.command('help')
  expect(direct).toMatchObject({ channel: 'DANA', only: null })
})

test("somebody else's press of a private card changes nothing, and they are told so", async () => {
  const ana = await open()
  const ben = office.person('UBEN')
  await ana.command('')
  await ana.press('Ask me 5 questions')
  const before = ana.screen()
  const { user } = ben.envelope({}).event as { user: string }
  await office.slack.sendInteraction({
    ...ana.pressing('Heavy or live'),
    user: { id: user, team_id: 'T1' },
    response_url: office.slack.newHook('C1', 'UBEN', null),
  })
  await ben.sees('These buttons belong to somebody else')
  expect(ana.screen()).toEqual(before)
  expect((await ben.command('summary')).text).not.toContain('high')
})

/** A press of something that is not on the card. */
async function pressForged(ana: Awaited<ReturnType<typeof open>>, action_id: string): Promise<void> {
  await ana.command('')
  const payload = ana.pressing('Help')
  const [action] = payload.actions as object[]
  await office.slack.sendInteraction({ ...payload, actions: [{ ...action, action_id, value: '{' }] })
}

test.each(['nonsense', 'menu.1.', 'words.0.'])(
  'a button nobody made (%s) is answered politely',
  async (id) => {
    const ana = await open()
    await pressForged(ana, id)
    await ana.sees('I do not know this button any more')
  },
)

test('a forged answer changes nothing', async () => {
  const ana = await open()
  await pressForged(ana, 'press.0.level:performance:extreme@1')
  expect((await ana.command('summary')).text).not.toContain('extreme')
})

test('a press that comes twice is taken once', async () => {
  const ana = await open()
  await ana.command('')
  await ana.press('Ask me 5 questions')
  const twice = ana.pressing('Heavy or live')
  await Promise.all([office.slack.sendInteraction(twice), office.slack.sendInteraction(twice)])
  await ana.sees('Question 2')
  expect((await ana.command('back')).text).toContain('Question 1')
})

describe('sharing', () => {
  const sharing = async () => {
    const ana = await open()
    await ana.command(BRIEF)
    await ana.command('result')
    await ana.command('share')
    await ana.press('Share it')
    return { ana, ben: office.person('UBEN') }
  }

  test('posts where all can see it, without the words of the client, with who shared it', async () => {
    const { ben } = await sharing()
    const post = await ben.sees('Ana shared this:')
    expect(post).toMatchObject({ only: null, channel: 'C1' })
    expect(textOf(post)).toContain('Recommendation')
    expect(textOf(post)).not.toContain('8 weeks')
  })

  test('can be taken back, by nobody else', async () => {
    const { ana, ben } = await sharing()
    const post = await ben.sees('Ana shared this:')
    await ben.press('Take it back', post)
    await ben.sees('These buttons belong to somebody else')
    await ana.press('Take it back', post)
    await ana.sees('Taken back')
    await expect
      .poll(
        () =>
          ben
            .screen()
            .map(({ text }) => text)
            .join(),
        { interval: 2 },
      )
      .not.toContain('Ana shared')
  })

  test('says what to do where the app is no member', async () => {
    const ana = await open()
    await ana.command(BRIEF)
    await ana.command('share')
    office.slack.members.clear()
    const [press] = [ana.pressing('Share it')]
    office.slack.fail('response_url', ...Array(4).fill({ status: 404, body: 'expired_url' }))
    await office.slack.sendInteraction(press)
    await ana.sees('Invite me with /invite')
  })
})

test('files come as direct messages, because they cannot be private in a channel', async () => {
  const ana = await open()
  await ana.command(BRIEF)
  const shown = await ana.command('brief for Acme')
  expect(shown.text).toMatch(/client-brief-acme-.*\.pdf comes as a direct message/)
  await expect
    .poll(() => office.slack.uploads.map(({ channel }) => channel), { timeout: 5_000 })
    .toEqual(['DANA', 'DANA'])
  expect(String(office.slack.uploads[0]?.bytes)).toContain('%PDF')
})

test('a file Slack refuses is named, and everything else arrives', async () => {
  const ana = await open()
  await ana.command(BRIEF)
  office.slack.fail('files.getUploadURLExternal', 'missing_scope')
  await ana.command('brief')
  await ana.sees('Slack did not take the file')
  await expect.poll(() => office.slack.uploads, { timeout: 5_000 }).toHaveLength(1)
})
