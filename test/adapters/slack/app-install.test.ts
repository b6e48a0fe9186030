import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Office, openOffice } from '../../support/fake-slack-office.ts'

const INSTALLING = {
  botToken: null,
  install: { clientId: '1.2', clientSecret: 'secret of the client', stateSecret: 'secret of the state' },
}

let office: Office
beforeEach(async () => {
  office = await openOffice('http', INSTALLING)
})
afterEach(() => office.close())

/** What the browser of somebody who installs the app goes through. */
async function install(team: string): Promise<void> {
  const begun = await office.slack.get('/slack/install')
  const address = new URL(begun.headers.get('location') ?? '')
  expect(address.searchParams.get('scope')).toContain('chat:write')
  const state = address.searchParams.get('state') ?? ''
  const cookie = begun.headers.get('set-cookie')?.split(';')[0] ?? ''
  const done = await office.slack.get(`/slack/oauth_redirect?code=${team}&state=${state}`, { cookie })
  expect(done.status).toBe(200)
}

test('every workspace that installs the app is served with its own token, apart from the others', async () => {
  await install('T1')
  await install('T2')
  const ana = office.person('UANA', 'Ana', 'T1')
  const other = office.person('UANA', 'Ana', 'T2')
  await ana.say('An online shop with an admin panel')
  expect((await other.say('summary')).text).not.toContain('Admin interface')
  const tokens = office.callsOf('chat.postMessage').map(({ token }) => token)
  expect(tokens).toEqual(['xoxb-T1', 'xoxb-T2'])
})

test('a workspace that removes the app is forgotten, and who asks there is told', async () => {
  await install('T1')
  const ana = office.person('UANA', 'Ana')
  await ana.say('help')
  expect(await office.store.installations.find('slack', 'T1')).not.toBeNull()
  await office.slack.sendEvent(ana.envelope({ type: 'app_uninstalled' }))
  await expect.poll(() => office.store.installations.find('slack', 'T1')).toBeNull()
  expect((await ana.command('')).text).toContain('has not installed me')
})

test('a token that was revoked is forgotten; one of a person alone changes nothing', async () => {
  await install('T1')
  const ana = office.person('UANA', 'Ana')
  await office.slack.sendEvent(ana.envelope({ type: 'tokens_revoked', tokens: { oauth: ['UANA'], bot: [] } }))
  await ana.say('help')
  await office.slack.sendEvent(
    ana.envelope({ type: 'tokens_revoked', tokens: { oauth: [], bot: ['UPYFRAME'] } }),
  )
  await expect.poll(() => office.store.installations.find('slack', 'T1')).toBeNull()
})

test('an installation that was not begun here is refused', async () => {
  const done = await office.slack.get('/slack/oauth_redirect?code=T1&state=forged')
  expect(done.status).not.toBe(200)
  expect(await office.store.installations.find('slack', 'T1')).toBeNull()
})

test('with Socket Mode the pages to install are served too, and are gone after a stop', async () => {
  await office.close()
  const port = await freePort()
  office = await openOffice('socket', { ...INSTALLING, port })
  const page = () => fetch(`http://127.0.0.1:${port}/slack/install`, { redirect: 'manual' })
  expect((await page()).headers.get('location')).toContain('scope=')
  await office.stop()
  await expect(page()).rejects.toThrow('fetch failed')
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
