import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig, VARIABLES } from '../src/config.ts'
import { PyframeError } from '../src/errors.ts'
import { ROOT } from './architecture/sources.ts'

const example = readFileSync(join(ROOT, '.env.example'), 'utf8')
const KEY = '0123456789abcdef'.repeat(4)

/** Slack in one workspace over Socket Mode. */
const SOCKET = { SLACK_BOT_TOKEN: 'xoxb-1-a', SLACK_APP_TOKEN: 'xapp-1-a' }
/** Slack over HTTP, installed by many workspaces. */
const INSTALLED = {
  SLACK_SIGNING_SECRET: 'signs',
  SLACK_CLIENT_ID: '12.34',
  SLACK_CLIENT_SECRET: 'proves',
  SLACK_STATE_SECRET: 'begins',
  INSTALLATION_KEY: KEY,
}

/** What is said to be wrong, line by line, by variable. */
function problemsOf(environment: Record<string, string>): string[] {
  try {
    readConfig(environment)
  } catch (error) {
    expect(error).toBeInstanceOf(PyframeError)
    expect((error as PyframeError).exitStatus).toBe(78)
    return (error as PyframeError).message.split('\n').slice(1)
  }
  return []
}

const namesIn = (problems: readonly string[]) => problems.map((line) => line.trim().split(' ')[0])

describe('the configuration', () => {
  test('has a sensible default for everything', () => {
    expect(readConfig({})).toEqual({
      databaseUrl: 'file:./data/pyframe.db',
      testDatabaseUrl: null,
      keepDays: 365,
      askAfterDays: 14,
      installationKey: '',
      slack: null,
      discord: null,
      admin: null,
      knowledgeFolder: join(ROOT, 'knowledge'),
      logLevel: 'warn',
    })
  })

  test('names every problem at once, with the variable and what it must be', () => {
    const problems = problemsOf({ DATABASE_URL: 'mysql://x', LOG_LEVEL: 'loud', KNOWLEDGE_DIR: '/nowhere' })
    expect(namesIn(problems)).toEqual(['DATABASE_URL', 'KNOWLEDGE_DIR', 'LOG_LEVEL'])
  })

  test('treats an empty value as not set', () => {
    expect(readConfig({ LOG_LEVEL: ' ', SLACK_BOT_TOKEN: '' })).toMatchObject({
      logLevel: 'warn',
      slack: null,
    })
  })

  test('takes a server for many processes', () => {
    for (const url of ['postgres://user:secret@host/db', 'postgresql://host/db'])
      expect(readConfig({ DATABASE_URL: url }).databaseUrl).toBe(url)
  })

  test('never asks what was chosen when it is told so', () => {
    expect(readConfig({ ASK_AFTER_DAYS: '0' }).askAfterDays).toBeNull()
  })

  test('keeps conversations for ever when it is told so', () => {
    expect(readConfig({ KEEP_DAYS: '0' }).keepDays).toBe(Number.POSITIVE_INFINITY)
    expect(namesIn(problemsOf({ KEEP_DAYS: 'a year' }))).toEqual(['KEEP_DAYS'])
  })

  test('is described in .env.example, variable by variable, with the real defaults', () => {
    const names = [...example.matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name)
    expect(names).toEqual(VARIABLES.map(({ name }) => name))
    for (const { name, meaning, fallback } of VARIABLES) {
      expect(example).toContain(`# ${meaning}\n`)
      if (fallback !== '') expect(example).toContain(`\n${name}=${fallback}\n`)
    }
  })
})

describe('Slack', () => {
  test('is on with a bot token, over Socket Mode or over HTTP', () => {
    expect(readConfig(SOCKET).slack).toMatchObject({ botToken: 'xoxb-1-a', appToken: 'xapp-1-a', port: 3000 })
    const http = { SLACK_BOT_TOKEN: 'xoxb-1-a', SLACK_SIGNING_SECRET: 'signs', PORT: '8080' }
    expect(readConfig(http).slack).toMatchObject({ appToken: null, signingSecret: 'signs', port: 8080 })
  })

  test('is on for many workspaces with what installing needs', () => {
    expect(readConfig(INSTALLED).slack).toMatchObject({
      botToken: null,
      install: { clientId: '12.34', clientSecret: 'proves', stateSecret: 'begins' },
    })
  })

  test('needs a way in', () => {
    const [problem, ...others] = problemsOf({ SLACK_BOT_TOKEN: 'xoxb-1-a' })
    expect(problem).toMatch(/SLACK_APP_TOKEN .*SLACK_SIGNING_SECRET/)
    expect(others).toEqual([])
  })

  test('does not stay off in silence when only its token is missing', () => {
    expect(namesIn(problemsOf({ SLACK_APP_TOKEN: 'xapp-1-a' }))).toEqual(['SLACK_BOT_TOKEN'])
    expect(namesIn(problemsOf({ SLACK_SIGNING_SECRET: 'signs' }))).toEqual(['SLACK_BOT_TOKEN'])
  })

  test('is for one workspace or for many, and says which variables are too many or too few', () => {
    expect(namesIn(problemsOf({ ...INSTALLED, ...SOCKET }))).toEqual(['SLACK_BOT_TOKEN'])
    expect(namesIn(problemsOf({ SLACK_SIGNING_SECRET: 'signs', SLACK_CLIENT_ID: '12.34' }))).toEqual([
      'SLACK_CLIENT_SECRET',
      'SLACK_STATE_SECRET',
      'INSTALLATION_KEY',
    ])
  })

  test.each([
    ['SLACK_BOT_TOKEN', 'xapp-1-a', /xoxb-/],
    ['SLACK_BOT_TOKEN', 'xoxp-1-a', /xoxb-/],
    ['SLACK_APP_TOKEN', 'xoxb-1-a', /xapp-/],
    ['SLACK_SIGNING_SECRET', 'xoxb-1-a', /not a token/],
    ['SLACK_CLIENT_ID', 'A0123', /digits/],
    ['SLACK_API_URL', 'slack.com/api', /https/],
    ['HANDOFF_SLACK_CHANNEL', '#help', /not its name/],
    ['OPERATORS_SLACK', '@ana', /member ids/],
    ['PORT', '70000', /65535/],
    ['INSTALLATION_KEY', 'secret', /64 hexadecimal/],
  ])('says that %s cannot be %s', (name, value, words) => {
    const problems = problemsOf({ ...SOCKET, [name]: value }).filter((line) => line.includes(`  ${name} `))
    expect(problems.join()).toMatch(words)
  })
})

describe('operators in Slack', () => {
  test('are members, with commas or spaces between them', () => {
    expect(readConfig({ ...SOCKET, OPERATORS_SLACK: 'U1, T1:U2 W3' }).slack?.operators).toEqual([
      'U1',
      'T1:U2',
      'W3',
    ])
    expect(readConfig(SOCKET).slack?.operators).toEqual([])
  })

  test('are named with their workspace where many have the app', () => {
    expect(problemsOf({ ...INSTALLED, OPERATORS_SLACK: 'T1:U1, U2' }).join()).toMatch(/the workspace too/)
    expect(problemsOf({ ...INSTALLED, OPERATORS_SLACK: 'T1:U1' })).toEqual([])
  })
})

describe('Discord', () => {
  test('is on with a token', () => {
    const environment = {
      DISCORD_TOKEN: 'abc.def',
      DISCORD_GUILD_ID: '123456',
      HANDOFF_DISCORD_CHANNEL: '98765',
      OPERATORS_DISCORD: '12345, 67890',
    }
    expect(readConfig(environment).discord).toEqual({
      token: 'abc.def',
      applicationId: null,
      guildId: '123456',
      apiUrl: null,
      handoffChannel: '98765',
      operators: ['12345', '67890'],
    })
  })

  test('does not stay off in silence when only its token is missing', () => {
    expect(namesIn(problemsOf({ DISCORD_GUILD_ID: '123456' }))).toEqual(['DISCORD_TOKEN'])
  })

  test.each([
    ['DISCORD_TOKEN', 'Bot abc.def', /without "Bot"/],
    ['DISCORD_GUILD_ID', 'my server', /number/],
    ['HANDOFF_DISCORD_CHANNEL', '#help', /number/],
    ['OPERATORS_DISCORD', 'ana', /developer mode/],
    ['DISCORD_API_URL', 'discord', /https/],
  ])('says that %s cannot be %s', (name, value, words) => {
    expect(problemsOf({ DISCORD_TOKEN: 'abc.def', [name]: value }).join()).toMatch(words)
  })
})

describe('the admin server', () => {
  test('is off, and reached from this machine alone when it is on', () => {
    expect(readConfig({ ADMIN_PORT: '9090' }).admin).toEqual({ port: 9090, host: '127.0.0.1' })
    expect(readConfig({ ADMIN_PORT: '9090', HOST: '::' }).admin).toEqual({ port: 9090, host: '::' })
  })
})

test('no message repeats a secret', () => {
  const wrong = 'hunter2 hunter2'
  const names = VARIABLES.map(({ name }) => name).filter((name) => /TOKEN|SECRET|KEY|URL/.test(name))
  const problems = problemsOf(Object.fromEntries(names.map((name) => [name, wrong])))
  expect(namesIn(problems)).toEqual(expect.arrayContaining(names))
  expect(problems.join()).not.toContain('hunter2')
})
