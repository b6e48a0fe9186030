import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Office, openOffice } from '../../support/fake-discord-office.ts'
import type { Call, Fault } from '../../support/fake-discord-rest.ts'
import { CHANNEL, THREAD } from '../../support/fake-discord-world.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.close())

const fail = (fault: Omit<Fault, 'times'> & { times?: number }): void =>
  void office.discord.rest.faults.push({ times: 1, ...fault })

const isPost = ({ method, path }: Call): boolean =>
  method === 'POST' && /^\/channels\/\d+\/messages$/.test(path)
const isEdit = ({ method, path }: Call): boolean => method === 'PATCH' && path.endsWith('@original')

test('a message whose acceptance was not heard of is sent again and stands there once', async () => {
  fail({ meets: isPost, answer: { status: 500, lost: true }, after: true })
  const ann = office.person()
  ann.say('what is django?')
  await ann.sees('Django is', ann.direct)
  await expect.poll(() => office.callsTo('POST', /messages$/).length).toBeGreaterThan(1)
  const nonces = office.callsTo('POST', /messages$/).map(({ body }) => body.nonce)
  expect(new Set(nonces).size).toBe(1)
  expect(ann.visible(ann.direct)).toHaveLength(1)
})

test('when Discord has trouble, the reply comes as soon as it has not', async () => {
  fail({ meets: isPost, answer: { status: 503, body: {} }, times: 4 })
  const ann = office.person()
  ann.say('what is django?')
  await ann.sees('Django is', ann.direct)
  expect(ann.visible(ann.direct)).toHaveLength(1)
})

test('a rate limit is waited for as long as Discord says, and for that bucket only', async () => {
  const limited = { status: 429, body: { retry_after: 0.3, global: false, message: 'slow down' } }
  const headers = {
    ...{ 'x-ratelimit-limit': '5', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset-after': '0.3' },
    ...{ 'x-ratelimit-bucket': 'bucket', 'x-ratelimit-scope': 'user', 'retry-after': '0.3' },
  }
  const [ann, ben] = [office.person(), office.person()]
  fail({ meets: (call) => isPost(call) && call.path.includes(ann.direct), answer: { ...limited, headers } })
  ann.say('what is django?')
  ben.say('what is flask?')
  await ben.sees('Flask is', ben.direct)
  await ann.sees('Django is', ann.direct)
  const [first, second] = office.callsTo('POST', new RegExp(`${ann.direct}/messages$`))
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(290)
})

test('an interaction Discord does not know any more is logged with its age, and answered in another way', async () => {
  const ann = office.person()
  await ann.command('start')
  await ann.sees('Which framework fits')
  ann.pressTooLate('Ask me 5 questions', 4_000)
  await ann.sees('Question 1 of at most 5', ann.direct)
  const line = office.logged.find((each) => each.includes('interaction not answered in time'))
  expect(JSON.parse(line ?? '{}').age).toBeGreaterThanOrEqual(4_000)
})

test('a token that is spent before the answer is there sends it as a direct message', async () => {
  fail({ meets: isEdit, answer: { status: 401, body: { code: 50027, message: 'Invalid Webhook Token' } } })
  const ann = office.person()
  await ann.command('start')
  await ann.sees('Which framework fits', ann.direct)
})

test('an old question in direct messages loses its buttons through the channel when its token is spent', async () => {
  const ann = office.person()
  ann.say('ask me')
  await ann.sees('Question 1', ann.direct)
  const [question] = ann.visible(ann.direct)
  fail({ meets: isEdit, answer: { status: 404, body: { code: 10015, message: 'Unknown Webhook' } } })
  await ann.press('Skip', ann.direct)
  await expect.poll(() => JSON.stringify(question?.components)).toContain('You chose: Skip')
  expect(office.callsTo('PATCH', /^\/channels/)).toHaveLength(1)
})

test('what Discord refuses as it was drawn comes in plain words', async () => {
  fail({ meets: isPost, answer: { status: 400, body: { code: 50035, message: 'Invalid Form Body' } } })
  const ann = office.person()
  ann.say('what is django?')
  await ann.sees('Django is', ann.direct)
  expect(office.logged.some((line) => line.includes('sent in a simpler way'))).toBe(true)
})

test('somebody who takes no direct messages, or a channel that is closed, is given up', async () => {
  const { rest } = office.discord
  const ann = office.person()
  rest.closedFor.add(ann.direct)
  ann.say('what is django?')
  rest.forbidden.add(THREAD)
  ann.mentions(THREAD, 'what is django?')
  await expect.poll(() => office.logged.filter((line) => line.includes('given up')).length).toBe(2)
  await expect.poll(async () => (await office.store.undelivered('discord')).length).toBe(0)
})

test('where the bot may not write, sharing says so to who wanted it', async () => {
  const ann = office.person()
  ann.say('An online shop with an admin panel')
  await ann.sees('Online shop', ann.direct)
  await ann.command('share')
  await ann.sees('Share the recommendation here?')
  office.discord.rest.forbidden.add(CHANNEL)
  fail({
    meets: ({ method, path, body }) =>
      method === 'POST' && path.startsWith('/webhooks/') && (Number(body.flags) & 64) === 0,
    answer: { status: 400, body: { code: 40094, message: 'too many follow-ups' } },
  })
  await ann.press('Share it')
  await ann.sees('may not write in this channel')
})

test('restarted in mid-consultation, old buttons work and nothing is asked twice', async () => {
  const ann = office.person()
  await ann.command('start')
  await ann.sees('Which framework fits')
  await ann.press('Ask me 5 questions')
  await ann.sees('Question 1 of at most 5')
  await office.restart()
  await ann.press('Heavy or live')
  await ann.sees('Question 2 of at most 5')
  ann.say('summary')
  expect(await ann.sees('What I have understood so far', ann.direct)).toContain('high')
})

test('what was owed when the program stopped is delivered at the next start', async () => {
  fail({
    meets: isPost,
    answer: { status: 403, body: { code: 40001, message: 'Unauthorized' } },
    times: 1_000,
  })
  const ann = office.person()
  ann.say('what is django?')
  await expect.poll(() => office.logged.some((line) => line.includes('stays owed'))).toBe(true)
  await office.stop()
  office.discord.rest.faults.length = 0
  await office.restart()
  await ann.sees('Django is', ann.direct)
  expect(ann.visible(ann.direct)).toHaveLength(1)
})
