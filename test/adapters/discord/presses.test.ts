import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { textOf } from '../../support/discord-validator.ts'
import { type Office, openOffice } from '../../support/fake-discord-office.ts'
import { CHANNEL, THREAD } from '../../support/fake-discord-world.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

/** Somebody with a question before them in the channel. */
async function asked(name = 'Ann') {
  const ann = office.person(name)
  await ann.command('start')
  await ann.sees('Which framework fits')
  await ann.press('Ask me 5 questions')
  await ann.sees('Question 1 of at most 5')
  return ann
}

describe('a private consultation', () => {
  test('takes one message and six presses from the command to the recommendation', async () => {
    const ann = await asked()
    const before = ann.visible(CHANNEL).length
    for (const label of ['Heavy or live', 'Every part is our choice']) {
      await ann.press(label)
      await expect.poll(() => ann.last().includes(label)).toBe(false)
    }
    await ann.press('Show me the result now')
    await ann.sees('Recommendation:')
    expect(ann.visible(CHANNEL)).toHaveLength(before)
    expect(ann.presses).toBeLessThanOrEqual(6)
  })

  test('what is ticked stays ticked in the message, and goes along with the next press', async () => {
    const ann = await asked()
    await ann.choose(['WebSockets', 'Caching'])
    await expect
      .poll(() => JSON.stringify(ann.visible(CHANNEL).at(-1)?.components))
      .toContain('"default":true')
    await ann.press('Heavy or live')
    expect(await ann.sees('Question 2 of at most 5')).toMatch(/WebSockets/)
  })

  test('looking at something beside the card leaves the card where it is', async () => {
    const ann = await asked()
    const count = ann.visible(CHANNEL).length
    await ann.press('Why do you ask?')
    await ann.sees('Why I ask')
    expect(ann.visible(CHANNEL).length).toBeGreaterThanOrEqual(count)
  })
})

describe('buttons that do not fit', () => {
  test('one of an older card is applied or explained, never lost', async () => {
    const ann = office.person()
    ann.say('ask me')
    await ann.sees('Question 1', ann.direct)
    const question = ann.visible(ann.direct).at(-1)
    const components = structuredClone(question?.components ?? [])
    await ann.press('Skip', ann.direct)
    await ann.sees('Question 2', ann.direct)
    if (question) await ann.pressOn({ ...question, components }, 'Skip')
    await ann.sees('Question 2', ann.direct)
  })

  test.each([
    'p0..level:performance:high@999999999',
    'p0..nonsense',
    'x',
    'p0..level:__proto__:high@1',
    'tz..needs@1',
    'w0..',
    'n0..99',
    `p0..${'a'.repeat(94)}`,
  ])('a forged id (%s) changes nothing and breaks nothing', async (custom_id) => {
    const ann = await asked()
    const message = ann.visible(CHANNEL).at(-1)
    const components = [{ type: 1, components: [{ type: 2, style: 2, label: 'Forged', custom_id }] }]
    if (message) await ann.pressOn({ ...message, components }, 'Forged')
    await ann.command('result')
    await ann.sees(/Recommendation|Nothing you said decides/)
  })

  test('a button of a shared post belongs to who shared it', async () => {
    const [ann, ben] = [await asked('Ann'), office.person('Ben')]
    await ann.press('Heavy or live')
    await ann.sees('Question 2')
    await ann.command('share')
    await ann.sees('Share the recommendation here?')
    await ann.press('Share it')
    await expect.poll(() => shared().length).toBe(1)
    const [post] = shared()
    expect(textOf(post?.components)).toContain('Ann shared this:')
    if (post) await ben.pressOn(post, 'Take it back')
    await ben.sees('belong to somebody else')
    expect(shared()).toHaveLength(1)
    if (post) await ann.pressOn(post, 'Take it back')
    await expect.poll(() => shared().length).toBe(0)
    await ann.sees('Taken back')
  })

  const shared = () =>
    [...office.discord.rest.messages.values()].filter(
      ({ channel, onlyFor, components }) =>
        channel === CHANNEL && onlyFor === null && textOf(components).includes('shared this'),
    )
})

describe('documents and pictures', () => {
  test('come as files of the message, private where the message is', async () => {
    const ann = await asked()
    await ann.press('Heavy or live')
    await ann.sees('Question 2')
    await ann.command('brief', { client: 'ACME' })
    await ann.sees('Client brief')
    const [pdf, markdown] = ann.visible(CHANNEL).at(-1)?.files ?? []
    expect([pdf, markdown]).toEqual([
      expect.stringMatching(/^client-brief-acme-.*\.pdf$/),
      expect.stringMatching(/^client-brief-acme-.*\.md$/),
    ])
  })

  test('a chart is a picture with words, and stays when the message is drawn anew', async () => {
    const ann = office.person()
    ann.say('online shop with admin panel for 5,000 users in 8 weeks, result please')
    await ann.sees(/Enough to decide|Recommendation|Question/, ann.direct)
    ann.say('result')
    await ann.sees('Recommendation', ann.direct)
    await ann.press('Score, point by point', ann.direct)
    await expect.poll(() => ann.visible(ann.direct).at(-1)?.files).toEqual(['score-chart.png'])
    expect(JSON.stringify(ann.visible(ann.direct).at(-1)?.components)).toMatch(/"description":".*of 100/)
  })

  test('where the bot may not attach files, the chart is drawn in text', async () => {
    const { rest } = office.discord
    const ann = office.person()
    ann.mentions(THREAD, 'online shop with an admin panel, 5,000 users, and show the result')
    await ann.sees(/Online shop/, THREAD)
    ann.mentions(THREAD, 'result')
    await ann.sees('Recommendation', THREAD)
    rest.faults.push({
      meets: ({ path, files }) => path.startsWith(`/channels/${THREAD}`) && files.length > 0,
      answer: { status: 403, body: { code: 50013, message: 'Missing Permissions' } },
      times: 1,
    })
    await ann.press('Score, point by point', THREAD)
    expect(await ann.sees('█', THREAD)).toContain('0 to 100')
  })
})
