import { afterEach, expect, test } from 'vitest'
import { textOf } from '../../support/discord-validator.ts'
import { type Office, openOffice } from '../../support/fake-discord-office.ts'
import { CHANNEL } from '../../support/fake-discord-world.ts'

let office: Office
afterEach(() => office.close())

test('a request for an engineer is posted in the channel, and whoever asked is told who took it', async () => {
  office = await openOffice({ handoffChannel: CHANNEL })
  const ann = office.person('Ann')
  ann.say('engineer')
  await ann.sees('Nothing is sent before you agree', ann.direct)
  await ann.press('Pass it on', ann.direct)
  const bo = office.person('Bo')
  expect(await bo.sees('would like to talk to an engineer')).toContain('Ann')
  await bo.press('I take it')
  await ann.sees('Bo has taken your request', ann.direct)
  const request = () => bo.visible(CHANNEL).find(({ components }) => textOf(components).includes('Ann'))
  await expect.poll(() => textOf(request()?.components)).toContain('Bo has taken it.')
  expect(textOf(request()?.components)).toContain('would like to talk to an engineer')
  expect(() => bo.press('I take it')).toThrow('nothing like that')
})
