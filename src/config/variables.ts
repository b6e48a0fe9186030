import { existsSync } from 'node:fs'
import type { LogLevel } from '../log.ts'

export const LOG_LEVELS: readonly LogLevel[] = ['error', 'warn', 'info', 'debug', 'silent']

interface Variable {
  name: string
  meaning: string
  /** Used when the variable is not set; empty = nothing. */
  fallback: string
  /** What is wrong with a value that is set, with its cure and never with the value; null when it is fine. */
  problem(value: string): string | null
}

type Check = Variable['problem']

const matching =
  (pattern: RegExp, problem: string): Check =>
  (value) =>
    pattern.test(value) ? null : problem

/** Tokens are told apart by how they begin: one in the place of another is the commonest mistake. */
const token = (prefix: string, where: string): Check =>
  matching(new RegExp(`^${prefix}[\\w-]+$`), `must begin with ${prefix}; ${where}`)

const secret = (where: string): Check =>
  matching(/^(?!xox|xapp-)\S+$/, `must be the secret itself, without spaces and not a token; ${where}`)

const address = matching(/^https?:\/\/\S+$/, 'must be an address beginning with https:// or http://')

const port: Check = (value) =>
  /^\d{1,5}$/.test(value) && Number(value) <= 65_535 ? null : 'must be a port, a number up to 65535'

const snowflake = (where: string): Check => matching(/^\d{5,20}$/, `must be a number; ${where}`)

const CREDENTIALS = 'see "Basic Information" of the app at api.slack.com/apps'

/** Every variable that is read; `.env.example` lists the same ones in the same order. */
export const VARIABLES = [
  {
    name: 'DATABASE_URL',
    meaning:
      'where conversations are kept; file:... is one SQLite file, postgres://... a server for many processes',
    fallback: 'file:./data/pyframe.db',
    problem: matching(
      /^(file:.+|postgres(ql)?:\/\/.+)/,
      'must start with file: or postgres:, such as file:./data/pyframe.db or postgres://user@host/database',
    ),
  },
  {
    name: 'TEST_DATABASE_URL',
    meaning: 'a PostgreSQL server the tests may use; each makes a schema of its own and removes it again',
    fallback: '',
    problem: matching(/^postgres(ql)?:\/\/.+/, 'must start with postgres:'),
  },
  {
    name: 'KEEP_DAYS',
    meaning: 'days after which a conversation nobody went on with is deleted; 0 keeps it for ever',
    fallback: '365',
    problem: matching(/^\d{1,5}$/, 'must be a number of days'),
  },
  {
    name: 'ASK_AFTER_DAYS',
    meaning: 'days after a recommendation on which people are asked, once, what they chose; 0 never asks',
    fallback: '14',
    problem: matching(/^\d{1,4}$/, 'must be a number of days'),
  },
  {
    name: 'INSTALLATION_KEY',
    meaning: 'what tokens of workspaces are encrypted with; make one with: openssl rand -hex 32',
    fallback: '',
    problem: matching(
      /^[0-9a-f]{64}$/i,
      'must be 64 hexadecimal digits, such as openssl rand -hex 32 prints',
    ),
  },
  {
    name: 'SLACK_BOT_TOKEN',
    meaning: 'turns Slack on, in one workspace; begins with xoxb-',
    fallback: '',
    problem: token('xoxb-', 'see "OAuth & Permissions" of the app at api.slack.com/apps'),
  },
  {
    name: 'SLACK_APP_TOKEN',
    meaning: 'lets Slack be reached without a public address (Socket Mode); begins with xapp-',
    fallback: '',
    problem: token('xapp-', `with the scope connections:write, ${CREDENTIALS}`),
  },
  {
    name: 'SLACK_SIGNING_SECRET',
    meaning: 'without an app token: Slack sends to POST /slack/events, and this proves that it was Slack',
    fallback: '',
    problem: secret(CREDENTIALS),
  },
  {
    name: 'PORT',
    meaning: 'where requests from Slack come in, with a signing secret',
    fallback: '3000',
    problem: port,
  },
  {
    name: 'SLACK_API_URL',
    meaning: "base of Slack's Web API, for proxies and tests; default the public one",
    fallback: '',
    problem: address,
  },
  {
    name: 'SLACK_CLIENT_ID',
    meaning: 'instead of a bot token: many workspaces can install the app; with the two below',
    fallback: '',
    problem: matching(/^[\d.]+$/, `must be digits with a point in between; ${CREDENTIALS}`),
  },
  {
    name: 'SLACK_CLIENT_SECRET',
    meaning: 'proves to Slack that it is this app that is installed',
    fallback: '',
    problem: secret(CREDENTIALS),
  },
  {
    name: 'SLACK_STATE_SECRET',
    meaning: 'any long random text: proves that an installation was begun here',
    fallback: '',
    problem: secret('any long random text'),
  },
  {
    name: 'DISCORD_TOKEN',
    meaning: 'turns Discord on',
    fallback: '',
    problem: matching(
      /^(?!Bot\b)\S+$/i,
      'must be the token alone, without "Bot" before it; see "Bot" of the app at discord.com/developers',
    ),
  },
  {
    name: 'DISCORD_APPLICATION_ID',
    meaning: "number of the Discord application; default the token's own",
    fallback: '',
    problem: snowflake('see "General Information" of the app at discord.com/developers'),
  },
  {
    name: 'DISCORD_GUILD_ID',
    meaning: 'registers the commands in this one server only, at once; for development',
    fallback: '',
    problem: snowflake("copy the server's id in Discord's developer mode"),
  },
  {
    name: 'DISCORD_API_URL',
    meaning: "base of Discord's REST API such as https://discord.com/api, for proxies and tests",
    fallback: '',
    problem: address,
  },
  {
    name: 'HANDOFF_SLACK_CHANNEL',
    meaning: 'where "talk to an engineer" is posted in Slack; the id of a channel such as C0123456789',
    fallback: '',
    problem: matching(/^[A-Z0-9]+$/, "must be the channel's id such as C0123456789, not its name"),
  },
  {
    name: 'HANDOFF_DISCORD_CHANNEL',
    meaning: 'where "talk to an engineer" is posted in Discord; the id of a channel',
    fallback: '',
    problem: snowflake("copy the channel's id in Discord's developer mode"),
  },
  {
    name: 'OPERATORS_SLACK',
    meaning:
      'who may ask for /pyframe stats in Slack; member ids such as U0123456789, with commas between them',
    fallback: '',
    problem: matching(
      /^(T[A-Z0-9]+:)?[UW][A-Z0-9]+([\s,]+(T[A-Z0-9]+:)?[UW][A-Z0-9]+)*$/,
      'must be member ids such as U0123456789, from "Copy member ID" in a profile; or T0123456789:U0123456789',
    ),
  },
  {
    name: 'OPERATORS_DISCORD',
    meaning: 'who may ask for /pyframe stats in Discord; ids of users, with commas between them',
    fallback: '',
    problem: matching(
      /^\d{5,20}([\s,]+\d{5,20})*$/,
      "must be numbers; copy a user's id in Discord's developer mode",
    ),
  },
  {
    name: 'ADMIN_PORT',
    meaning: 'turns /healthz, /readyz and /metrics on',
    fallback: '',
    problem: port,
  },
  {
    name: 'HOST',
    meaning: 'the address ADMIN_PORT listens on; the default is reached from this machine alone',
    fallback: '127.0.0.1',
    problem: matching(/^[\w.:-]+$/, 'must be an address or a host name'),
  },
  {
    name: 'KNOWLEDGE_DIR',
    meaning: 'folder with the knowledge files; default: the knowledge folder of this program',
    fallback: '',
    problem: (value) => (existsSync(value) ? null : `there is no folder ${value}`),
  },
  {
    name: 'LOG_LEVEL',
    meaning: `how much is logged to standard error: ${LOG_LEVELS.join(', ')}`,
    fallback: 'warn',
    problem: (value) =>
      LOG_LEVELS.some((level) => level === value) ? null : `must be one of ${LOG_LEVELS.join(', ')}`,
  },
] as const satisfies readonly Variable[]

export type Name = (typeof VARIABLES)[number]['name']

/** The value of a variable, or null when it has none. */
export type Values = (name: Name) => string | null
