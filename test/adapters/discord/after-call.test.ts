import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Conversation } from '../../../src/dialogue/conversation.ts'
import { textOf } from '../../support/discord-validator.ts'
import { type Office, openOffice } from '../../support/fake-discord-office.ts'
import type { Person } from '../../support/fake-discord-person.ts'
import { CHANNEL, type Message, snowflake, THREAD } from '../../support/fake-discord-world.ts'

const OPERATOR = snowflake()
const BRIEF = 'Internal tool for forty people of Acme, with login'

let office: Office
let ann: Person
beforeEach(async () => {
  office = await openOffice({ operators: [OPERATOR] })
  ann = office.person('Ann')
})
afterEach(() => office.close())

test('stats are told to an operator, and to nobody else', async () => {
  await ann.command('stats')
  expect(await ann.sees('for whoever runs me')).toBeDefined()
  const ops = office.person('Ops', OPERATOR)
  await ops.command('ask', { question: 'does Django have an ORM?' })
  await ops.sees('ORM')
  await ops.command('stats')
  expect(await ops.sees(/Week \d{4}-W\d\d/)).toContain('Texts')
  expect(ann.last()).not.toContain('Week')
})

describe('a shared recommendation', () => {
  const share = async (how: string): Promise<Message> => {
    await ann.command('what-if', { change: BRIEF })
    ann.say(BRIEF)
    await ann.sees(/What I understood|Question/, ann.direct)
    await ann.command('share')
    await ann.sees('Share the recommendation here?')
    await ann.press(how)
    const posts = () =>
      office
        .person('Bo')
        .visible(CHANNEL)
        .filter(({ components }) => textOf(components).includes('shared this'))
    await expect.poll(() => posts().length).toBe(1)
    return posts()[0] ?? expect.fail('nothing was shared')
  }

  test('is gone on with by a colleague as their own, seen by nobody else', async () => {
    const bo = office.person('Bo')
    await bo.pressOn(await share('Share it'), 'Continue as my own')
    expect(await bo.sees('a copy of your own')).toContain('Recommendation: ')
    expect(ann.last()).not.toContain('a copy of your own')
    await bo.command('summary')
    expect(await bo.sees('understood')).not.toMatch(/Acme|forty/)
  })

  test('is not gone on with once it was taken back', async () => {
    const post = await share('Share it')
    const bo = office.person('Bo')
    await bo.pressOn(post, 'Take it back')
    await bo.sees('belong to somebody else')
    await ann.pressOn(post, 'Take it back')
    await ann.sees('Taken back')
    await bo.pressOn(post, 'Continue as my own')
    await bo.sees('cannot be gone on with')
  })
})

test('what was chosen is asked in a direct message, and its answer is noted there', async () => {
  ann.say(BRIEF)
  await ann.sees(/Question/, ann.direct)
  await ann.press('Show me the result now', ann.direct)
  await ann.sees('Recommendation', ann.direct)
  const key = `discord:${ann.user}`
  const { active } = (await office.store.read(key)) as Conversation
  // As two weeks later, and not in the middle of something.
  const calm = { ...active, updatedAt: '2026-01-01T00:00:00.000Z' }
  await office.store.apply(
    { event: 'test:later', conversation: key, address: '', at: new Date().toISOString() },
    { from: '2000', until: '9999' },
    (snapshot) => ({
      conversation: { ...(snapshot as Conversation), active: calm } as Conversation,
      cards: [],
      effects: [{ kind: 'ask_later', project: active?.id ?? '', at: '2000-01-01T00:00:00.000Z' }],
    }),
  )
  await ann.sees('What did you choose in the end?', ann.direct)
  await ann.press('Not decided', ann.direct)
  await ann.sees('that is noted', ann.direct)
})

test('in a thread everyone answers for themselves, and the group settles where they differ', async () => {
  const bo = office.person('Bo')
  ann.mentions(THREAD, 'each for ourselves')
  await ann.sees('When everybody has answered', THREAD)
  await ann.press('Large, with many features', THREAD)
  await ann.sees('Noted for you: Complexity high', THREAD)
  expect(bo.last(THREAD)).not.toContain('Noted for you')
  await bo.press('Small and focused', THREAD)
  await bo.sees('Noted for you: Complexity low', THREAD)
  await bo.press('Compare our answers', THREAD)
  expect(await ann.sees('Settle: ', THREAD)).toMatch(/low \(Bo\)[\s\S]*high \(Ann\)/)
  await ann.press('Small and focused', THREAD)
  expect(await bo.sees('Recommendation: ', THREAD)).toMatch(
    /Dissent\*\*: Complexity is settled as low; Ann said high/,
  )
})
