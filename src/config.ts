import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { contradictions } from './config/together.ts'
import { LOG_LEVELS, type Name, VARIABLES, type Values } from './config/variables.ts'
import { messageOf, PyframeError } from './errors.ts'
import type { LogLevel } from './log.ts'

export { VARIABLES } from './config/variables.ts'

/** What Slack needs; either a bot token or `install` is there, and either an app token or a signing secret. */
export interface SlackConfig {
  botToken: string | null
  appToken: string | null
  signingSecret: string | null
  port: number
  apiUrl: string | null
  install: { clientId: string; clientSecret: string; stateSecret: string } | null
  handoffChannel: string | null
  /** Who may see what is counted: ids of users, or `<team>:<user>`. */
  operators: readonly string[]
}

export interface DiscordConfig {
  token: string
  applicationId: string | null
  guildId: string | null
  apiUrl: string | null
  handoffChannel: string | null
  /** Who may see what is counted: ids of users. */
  operators: readonly string[]
}

/** Everything the environment decides. */
export interface Config {
  databaseUrl: string
  testDatabaseUrl: string | null
  /** Days after which an idle conversation is erased; infinite = never. */
  keepDays: number
  /** Days after a recommendation on which is asked what was chosen; null = never. */
  askAfterDays: number | null
  /** 64 hexadecimal digits, or empty. */
  installationKey: string
  /** Null when Slack is off. */
  slack: SlackConfig | null
  /** Null when Discord is off. */
  discord: DiscordConfig | null
  /** Null when it is off. */
  admin: { port: number; host: string } | null
  knowledgeFolder: string
  logLevel: LogLevel
}

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

/** Where checked knowledge is kept between starts; may be deleted at any time. */
export const CACHE_FOLDER = join(ROOT, '.cache')

/**
 * Reads the configuration from the given environment.
 *
 * @throws PyframeError 'config' naming every problem at once, without the values of secrets
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = new Map<Name, string>()
  for (const { name, fallback } of VARIABLES) given.set(name, environment[name]?.trim() || fallback)
  const values: Values = (name) => given.get(name) || null
  const problems = [...mistakes(values), ...contradictions(values)]
  if (problems.length > 0) {
    const message = ['the configuration has problems:', ...problems.map((line) => `  ${line}`)].join('\n')
    throw new PyframeError('config', message, { cure: 'set these in the environment or in .env' })
  }
  return toConfig(values)
}

/** What is wrong with single values. */
const mistakes = (values: Values): string[] =>
  VARIABLES.flatMap(({ name, problem }) => {
    const value = values(name)
    const found = value === null ? null : problem(value)
    return found === null ? [] : [`${name} ${found}`]
  })

function toConfig(values: Values): Config {
  const days = Number(values('KEEP_DAYS'))
  return {
    databaseUrl: values('DATABASE_URL') ?? '',
    testDatabaseUrl: values('TEST_DATABASE_URL'),
    keepDays: days === 0 ? Number.POSITIVE_INFINITY : days,
    askAfterDays: Number(values('ASK_AFTER_DAYS')) || null,
    installationKey: values('INSTALLATION_KEY') ?? '',
    slack: slackConfig(values),
    discord: discordConfig(values),
    admin: adminConfig(values),
    knowledgeFolder: values('KNOWLEDGE_DIR') ?? join(ROOT, 'knowledge'),
    logLevel: LOG_LEVELS.find((level) => level === values('LOG_LEVEL')) ?? 'warn',
  }
}

function slackConfig(values: Values): SlackConfig | null {
  const botToken = values('SLACK_BOT_TOKEN')
  const [clientId, clientSecret, stateSecret] = [
    values('SLACK_CLIENT_ID'),
    values('SLACK_CLIENT_SECRET'),
    values('SLACK_STATE_SECRET'),
  ]
  const install = clientId && clientSecret && stateSecret ? { clientId, clientSecret, stateSecret } : null
  if (botToken === null && install === null) return null
  return {
    botToken,
    appToken: values('SLACK_APP_TOKEN'),
    signingSecret: values('SLACK_SIGNING_SECRET'),
    port: Number(values('PORT')),
    apiUrl: values('SLACK_API_URL'),
    install,
    handoffChannel: values('HANDOFF_SLACK_CHANNEL'),
    operators: listOf(values('OPERATORS_SLACK')),
  }
}

function discordConfig(values: Values): DiscordConfig | null {
  const token = values('DISCORD_TOKEN')
  if (token === null) return null
  return {
    token,
    applicationId: values('DISCORD_APPLICATION_ID'),
    guildId: values('DISCORD_GUILD_ID'),
    apiUrl: values('DISCORD_API_URL'),
    handoffChannel: values('HANDOFF_DISCORD_CHANNEL'),
    operators: listOf(values('OPERATORS_DISCORD')),
  }
}

/** Ids with commas or spaces between them. */
const listOf = (value: string | null): string[] => value?.split(/[\s,]+/) ?? []

function adminConfig(values: Values): Config['admin'] {
  const port = values('ADMIN_PORT')
  return port === null ? null : { port: Number(port), host: values('HOST') ?? '' }
}

/**
 * The process environment, with `.env` of the working folder below it; variables that are already set win.
 *
 * @throws PyframeError 'config' when `.env` exists but cannot be read
 */
export function loadEnvironment(): NodeJS.ProcessEnv {
  if (!existsSync('.env')) return process.env
  try {
    process.loadEnvFile('.env')
  } catch (error) {
    throw new PyframeError('config', `cannot read .env: ${messageOf(error)}`, { cause: error })
  }
  return process.env
}
