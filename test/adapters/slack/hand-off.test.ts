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
})

test('without a channel the contact is shown', async () => {
  office = await openOffice('http')
  expect((await office.person('UANA', 'Ana').command('engineer')).text).toContain('Hotline')
})
