import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { messageOf, PyframeError } from './errors.ts'
import type { LogLevel } from './log.ts'

/** Everything the environment decides. */
export interface Config {
  databaseUrl: string
  knowledgeFolder: string
  logLevel: LogLevel
}

const LOG_LEVELS: readonly LogLevel[] = ['error', 'warn', 'info', 'debug', 'silent']

interface Variable {
  name: string
  meaning: string
  /** Used when the variable is not set. */
  fallback: string
  /** What is wrong with a value, with its cure; null when it is fine. */
  problem(value: string): string | null
}

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

/** Where checked knowledge is kept between starts; may be deleted at any time. */
export const CACHE_FOLDER = join(ROOT, '.cache')

/** Every variable that is read; `.env.example` lists the same ones. */
export const VARIABLES = [
  {
    name: 'DATABASE_URL',
    meaning: 'where conversations are kept; file:... is one SQLite file',
    fallback: 'file:./data/pyframe.db',
    problem: (value) =>
      /^file:.+/.test(value) ? null : 'must start with file:, such as file:./data/pyframe.db',
  },
  {
    name: 'KNOWLEDGE_DIR',
    meaning: 'folder with the knowledge files; default: the knowledge folder of this program',
    fallback: '',
    problem: (value) => (value === '' || existsSync(value) ? null : `there is no folder ${value}`),
  },
  {
    name: 'LOG_LEVEL',
    meaning: `how much is logged to standard error: ${LOG_LEVELS.join(', ')}`,
    fallback: 'warn',
    problem: (value) =>
      LOG_LEVELS.some((level) => level === value) ? null : `must be one of ${LOG_LEVELS.join(', ')}`,
  },
] as const satisfies readonly Variable[]

type Name = (typeof VARIABLES)[number]['name']

/**
 * Reads the configuration from the given environment.
 *
 * @throws PyframeError 'config' naming every problem at once
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const readVariable = (variable: Variable): string => environment[variable.name]?.trim() || variable.fallback
  const values = new Map(VARIABLES.map((variable) => [variable.name as Name, readVariable(variable)]))
  const problems = VARIABLES.flatMap((variable) => {
    const problem = variable.problem(values.get(variable.name) ?? '')
    return problem === null ? [] : [`  ${variable.name} ${problem}`]
  })
  if (problems.length > 0) {
    const message = ['the configuration has problems:', ...problems].join('\n')
    throw new PyframeError('config', message, { cure: 'set these in the environment or in .env' })
  }
  return {
    databaseUrl: values.get('DATABASE_URL') ?? '',
    knowledgeFolder: values.get('KNOWLEDGE_DIR') || join(ROOT, 'knowledge'),
    logLevel: values.get('LOG_LEVEL') as LogLevel,
  }
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
