import { once } from 'node:events'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FakeSlack, openFakeSlack } from '../support/fake-slack.ts'
import { createPerson } from '../support/fake-slack-person.ts'
import { finish, PROCESS_TEST, start, temporaryFolder } from './program.ts'

let slack: FakeSlack
beforeEach(async () => {
  slack = await openFakeSlack()
})
afterEach(() => slack.close())

const settings = (): NodeJS.ProcessEnv => ({
  SLACK_BOT_TOKEN: 'xoxb-test',
  SLACK_APP_TOKEN: 'xapp-test',
  SLACK_API_URL: slack.apiUrl,
  DATABASE_URL: 'file::memory:',
})

test('start serves Slack when it is configured, and a signal ends it cleanly', PROCESS_TEST, async () => {
  const program = start(['start'], temporaryFolder(), settings())
  const [word] = await once(program.stdout ?? program, 'data')
  expect(String(word)).toContain('Slack is on: @pyframe in Acme, by Socket Mode')
  const shown = await createPerson(slack, 'UANA').command('')
  expect(shown.text).toContain('Which framework fits your project?')
  const exit = once(program, 'exit')
  program.kill('SIGTERM')
  expect(await exit).toEqual([0, null])
})

test('doctor says whether Slack takes the tokens, and which scopes are missing', PROCESS_TEST, async () => {
  slack.grant(['chat:write', 'commands'])
  const { status, out } = await finish(start(['doctor'], temporaryFolder(), settings()))
  expect(status).toBe(1)
  expect(out).toMatch(/bad {2}Slack bot token: @pyframe in Acme lacks app_mentions:read, .*users:read/)
  expect(out).toContain('ok   Slack connection: Socket Mode')
})
