import { AsyncLocalStorage } from 'node:async_hooks'
import { createRequire } from 'node:module'
import type { DestinationStream, Logger } from 'pino'
import { PyframeError } from './errors.ts'

export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug'

/** What may be logged: ids, names of errors, counts and durations. Never what a person typed or was shown. */
export type LogFields = Record<string, unknown>

type Write = (fields: LogFields, message: string) => void

export interface Log {
  error: Write
  warn: Write
  info: Write
  debug: Write
  /** A log whose entries carry these fields too. */
  child(fields: LogFields): Log
}

const STDERR = 2

const around = new AsyncLocalStorage<LogFields>()

/** Runs work whose log entries carry these fields, however deep they are written and whoever writes them. */
export const withFields = <T>(fields: LogFields, work: () => T): T =>
  around.run({ ...around.getStore(), ...fields }, work)

/**
 * A log of JSON lines.
 *
 * @param level the least important entries that are kept
 * @param destination where they go; default standard error, written at once so that an exit loses nothing
 */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  // Loaded here and not above: most of what imports this file never writes a log of its own.
  const { pino }: typeof import('pino') = createRequire(import.meta.url)('pino')
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    // A copy: pino writes the entry's own fields into it.
    mixin: () => ({ ...around.getStore() }),
  }
  return fromLogger(pino(options, destination ?? pino.destination({ dest: STDERR, sync: true })))
}

const fromLogger = (logger: Logger): Log => ({
  error: (fields, message) => logger.error(fields, message),
  warn: (fields, message) => logger.warn(fields, message),
  info: (fields, message) => logger.info(fields, message),
  debug: (fields, message) => logger.debug(fields, message),
  child: (fields) => fromLogger(logger.child(fields)),
})

/**
 * What a log may tell about a failure: the name and code of the error and the places it came through. Its message
 * is left out unless we wrote it ourselves, because others quote what they choked on.
 */
export function failureFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { failure: typeof error }
  const code = 'code' in error ? { code: error.code } : {}
  const reason = error instanceof PyframeError ? { reason: error.message, cure: error.cure } : {}
  const places = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  return { failure: error.name, ...code, ...reason, at: places.map((line) => line.trim()) }
}
