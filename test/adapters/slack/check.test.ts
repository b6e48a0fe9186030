import { afterEach, beforeEach, expect, test } from 'vitest'
import { check } from '../../../adapters/slack/check.ts'
import { SCOPES } from '../../../adapters/slack/surface.ts'
import { createLog } from '../../../src/log.ts'
import { type FakeSlack, openFakeSlack } from '../../support/fake-slack.ts'

let slack: FakeSlack
beforeEach(async () => {
  slack = await openFakeSlack()
})
afterEach(() => slack.close())

const findings = (more: { botToken?: string | null; appToken?: string | null } = {}) =>
  check(
    {
      ...{ botToken: 'xoxb-test', appToken: 'xapp-test', signingSecret: null, port: 3333 },
      ...{ apiUrl: slack.apiUrl, install: null, handoffChannel: null, operators: [] },
      ...more,
    },
    createLog('silent'),
  )

test('tokens Slack takes, with every scope, are fine', async () => {
  slack.grant(SCOPES)
  expect(await findings()).toMatchObject([
    { ok: true, detail: '@pyframe in Acme, with every scope it needs' },
    { ok: true, detail: 'Socket Mode' },
  ])
})

test('missing scopes are named', async () => {
  slack.grant(SCOPES.filter((scope) => scope !== 'im:history'))
  const [bot] = await findings()
  expect(bot).toMatchObject({ ok: false, detail: '@pyframe in Acme lacks im:history' })
  expect(bot?.cure).toContain('manifest.yaml')
})

test('every refused token is named with its cure', async () => {
  const found = await findings({ botToken: 'xoxb-wrong', appToken: 'xapp-wrong' })
  expect(found.map(({ ok, detail }) => [ok, detail])).toEqual([
    [false, 'Slack refuses SLACK_BOT_TOKEN: invalid_auth.'],
    [false, 'Slack refuses SLACK_APP_TOKEN: invalid_auth.'],
  ])
  for (const { cure } of found) expect(cure).toContain('docs/slack.md')
})

test('without tokens it says how people and Slack get in', async () => {
  const details = (await findings({ botToken: null, appToken: null })).map(({ detail }) => detail)
  expect(details[0]).toContain('/slack/install')
  expect(details[1]).toContain('/slack/events on port 3333')
})
