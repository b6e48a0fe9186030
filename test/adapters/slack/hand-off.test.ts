import { afterEach, expect, test } from 'vitest'
import { type Office, openOffice } from '../../support/fake-slack-office.ts'
import { textOf } from '../../support/slack-validator.ts'

let office: Office
afterEach(() => office.close())

const inChannel = () => office.slack.shown.filter(({ channel }) => channel === 'CENG')

test('a request for an engineer is posted in the channel, and taken with one press', async () => {
  office = await openOffice('http', { handoffChannel: 'CENG' })
  office.slack.members.add('CENG')
  const ana = office.person('UANA', 'Ana')
  await ana.command('An online shop with an admin panel for 5,000 users, in 8 weeks.')
  await ana.press('Show the result')
  expect((await ana.press('Talk to an engineer')).text).toContain('Nothing is sent before you agree')
  await ana.press('Pass it on')
  await expect.poll(() => inChannel().length).toBeGreaterThan(0)
  const [request] = inChannel()
  expect(textOf(request)).toMatch(/Asked by <@UANA>[\s\S]*Ana would like to talk to an engineer/)
  // The one mention that is meant: it leads engineers to whoever asks.
  expect(office.slack.problems.splice(0)).toEqual(['chat.postMessage: blocks[0].text: mentions somebody'])
  const bo = office.person('UBO', 'Bo')
  await bo.press('I take it', request)
  expect((await ana.sees('Bo has taken your request')).channel).toMatch(/^D/)
  await expect.poll(() => textOf(inChannel()[0])).toContain('Bo has taken it.')
  expect(textOf(inChannel()[0])).toMatch(/Asked by <@UANA>[\s\S]*client-brief/)
  expect(() => bo.pressing('I take it')).toThrow('sees no button I take it')
  office.slack.problems.splice(0)
})

test('without a channel the contact is shown', async () => {
  office = await openOffice('http')
  expect((await office.person('UANA', 'Ana').command('engineer')).text).toContain('Hotline')
})

test('a request that was taken a moment before loses its button, and says nothing wrong', async () => {
  office = await openOffice('http', { handoffChannel: 'CENG' })
  office.slack.members.add('CENG')
  const ana = office.person('UANA', 'Ana')
  await ana.command('engineer')
  await ana.press('Pass it on')
  await expect.poll(() => inChannel().length).toBeGreaterThan(0)
  const [request] = structuredClone(inChannel())
  const cy = office.person('UCY', 'Cy')
  await office.person('UBO', 'Bo').press('I take it', request)
  await expect.poll(() => textOf(inChannel()[0])).toContain('Bo has taken it.')
  expect((await cy.press('I take it', request)).text).toContain('Somebody else has taken this already')
  await expect.poll(() => textOf(inChannel()[0])).toContain('Somebody has taken it.')
  expect(textOf(inChannel()[0])).not.toContain('Cy')
  office.slack.problems.splice(0)
})

test('a card answered in a window loses its buttons too, in direct messages and in threads', async () => {
  office = await openOffice('http', { handoffChannel: 'CENG' })
  office.slack.members.add('CENG')
  const ana = office.person('UANA', 'Ana')
  await ana.say('engineer')
  await ana.press('Pass it on with a note')
  await ana.submit('Tomorrow would suit us')
  const answered = await ana.sees('You chose: Pass it on with a note')
  expect(answered.text).toContain('Nothing is sent before you agree')
  expect(answered.blocks.map(({ type }) => type)).not.toContain('actions')
  const ben = office.person('UBEN', 'Ben')
  const inThread = await ana.mention('engineer', 'C1')
  await ben.press('Pass it on with a note', inThread)
  await ben.submit('Call Ana instead')
  expect((await ana.sees('Ben chose: Pass it on with a note')).text).not.toContain('Call Ana')
  office.slack.problems.splice(0)
})
