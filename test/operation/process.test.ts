import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openAdminServer, plain } from '../../src/operation/admin-server.ts'
import { finish, PROCESS_TEST, start, temporaryFolder } from '../cli/program.ts'
import { copyKnowledge, ENTRY } from '../knowledge/copy.ts'
import { type FakeSlack, openFakeSlack } from '../support/fake-slack.ts'
import { createPerson, type Person } from '../support/fake-slack-person.ts'

// One program for all of them, in the order of its life.
vi.setConfig({ testTimeout: PROCESS_TEST.timeout, hookTimeout: PROCESS_TEST.timeout })

const HOST = '127.0.0.1'
const TOKENS = { SLACK_BOT_TOKEN: 'xoxb-1-topsecret', SLACK_APP_TOKEN: 'xapp-1-topsecret' }
const SAID = 'Zwiebelkuchen GmbH needs an internal tool with an admin panel for 40 users'

const knowledge = copyKnowledge()
let slack: FakeSlack
let program: ChildProcess
let person: Person
let base: string
let said: Promise<[out: string, errors: string]>
let errors = ''

async function freePort(): Promise<number> {
  const server = await openAdminServer({ port: 0, host: HOST }, {})
  await server.close()
  return server.port
}

const get = async (path: string) => {
  const response = await fetch(base + path)
  return { status: response.status, text: await response.text() }
}
const hashShown = async () => /pyframe_knowledge_info\{hash="(\w+)"\}/.exec((await get('/metrics')).text)?.[1]
const logged = () =>
  errors
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
const logs = (words: string) =>
  expect.poll(() => logged().filter(({ msg }) => msg === words), { timeout: 20_000 })

beforeAll(async () => {
  slack = await openFakeSlack()
  for (const token of Object.values(TOKENS)) slack.tokens.add(token)
  person = createPerson(slack, 'U1')
  const port = await freePort()
  base = `http://${HOST}:${port}`
  program = start(['start'], temporaryFolder(), {
    ...TOKENS,
    SLACK_API_URL: slack.apiUrl,
    ADMIN_PORT: String(port),
    LOG_LEVEL: 'debug',
    KNOWLEDGE_DIR: knowledge.folder,
  })
  const { stdout, stderr } = program
  if (!stdout || !stderr) return expect.fail('no pipes')
  said = Promise.all([text(stdout), text(stderr)])
  stderr.on('data', (chunk) => {
    errors += chunk
  })
  await vi.waitFor(async () => expect((await get('/readyz')).status).toBe(200), { timeout: 30_000 })
})
afterAll(() => slack.close())

test('what people say is answered and counted', async () => {
  await person.say(SAID)
  await person.sees(/admin/i)
  const { text: figures } = await get('/metrics')
  expect(figures).toContain('pyframe_turns_total{platform="slack",input="text",repeated="false"} 1')
  expect(figures).toContain('pyframe_texts_total{platform="slack",outcome="understood"} 1')
  expect(figures).toMatch(
    /pyframe_deliveries_total\{platform="slack",purpose="reply",outcome="delivered"\} [1-9]/,
  )
  expect(figures).not.toMatch(/Zwiebelkuchen|topsecret|U1/)
})

test("each step of the way is logged under the platform's own id", async () => {
  await logs('delivered').toHaveLength(1)
  const [taken] = logged().filter(({ msg }) => msg === 'event taken')
  expect(taken.event).toMatch(/^Ev/)
  expect(logged().filter(({ msg }) => msg === 'delivered')).toMatchObject([{ event: taken.event }])
})

test.runIf(existsSync('/proc/self/cmdline'))('the process list shows no secret', () => {
  const shown = ['cmdline', 'comm', 'status'].map((name) =>
    readFileSync(join('/proc', String(program.pid), name), 'utf8'),
  )
  expect(shown.join()).not.toContain('topsecret')
})

test('knowledge with problems is refused on SIGHUP, each of them named, and the old one stays', async () => {
  const before = await hashShown()
  const entry = knowledge.read(ENTRY)
  knowledge.set(ENTRY, 'licence.source', undefined)
  knowledge.set('domain.yaml', 'core', ['nobody'])
  program.kill('SIGHUP')
  await logs('knowledge refused, the old one stays').toMatchObject([
    {
      hash: before,
      reason: expect.stringMatching(/nobody.*licence|licence.*nobody/s),
      cure: expect.any(String),
    },
  ])
  expect(await hashShown()).toBe(before)
  expect((await get('/readyz')).status).toBe(200)
  await person.say('does django have an admin panel?')
  await person.sees(/admin/i)
  knowledge.write(ENTRY, entry)
  knowledge.set('domain.yaml', 'core', ['django', 'fastapi'])
})

test('mended knowledge is taken on SIGHUP, and answers come from it', async () => {
  const before = await hashShown()
  knowledge.set(ENTRY, 'tagline', 'The one with the Pfannkuchen')
  program.kill('SIGHUP')
  await logs('knowledge read again').toMatchObject([{ outcome: 'loaded' }])
  expect(await hashShown()).not.toBe(before)
  expect((await get('/metrics')).text).toContain('pyframe_knowledge_reloads_total{outcome="refused"} 1')
  await person.say('what is django?')
  await person.sees(/Pfannkuchen/)
})

test('an ADMIN_PORT that is taken is named, with the cure', async () => {
  const taken = await openAdminServer({ port: 0, host: HOST }, { '/page': async () => plain(200, '') })
  const settings = { ...TOKENS, ADMIN_PORT: String(taken.port), KNOWLEDGE_DIR: knowledge.folder }
  const { status, errors } = await finish(start(['start'], temporaryFolder(), settings))
  expect(errors).toMatch(new RegExp(`^pyframe: ADMIN_PORT ${taken.port} cannot be opened.*free port`))
  expect(errors).not.toContain('topsecret')
  expect(status).toBe(78)
  await taken.close()
})

test('on SIGTERM it ends well, and nothing it ever wrote holds a token or what people said', async () => {
  const ended = once(program, 'exit')
  program.kill('SIGTERM')
  const [status] = await ended
  expect(status).toBe(0)
  const written = (await said).join()
  expect(written).toContain('Slack is on')
  expect(written).not.toMatch(/topsecret|Zwiebelkuchen|Pfannkuchen|admin panel/)
})
