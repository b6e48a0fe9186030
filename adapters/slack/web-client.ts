import { type Logger, LogLevel, type webApi } from '@slack/bolt'
import type { Log } from '../../src/log.ts'
import { isUncertain } from './failures.ts'

const SECOND_MS = 1_000

/** Passed on to p-retry, which asks before each repetition. */
const RETRIES = {
  retries: 3,
  minTimeout: 0.2 * SECOND_MS,
  maxTimeout: SECOND_MS,
  onFailedAttempt(error: unknown): void {
    if (isUncertain(error)) throw error
  },
}

/**
 * How the Web API is called: the default would try for half an hour, with no limit to one try. A call that may have
 * arrived is not repeated here, because Slack knows no key that tells the same message twice; pauses for a rate
 * limit are kept by `pace.ts`, which knows the channel.
 */
export const clientOptions = (apiUrl: string | null, log: Log): webApi.WebClientOptions => ({
  ...(apiUrl !== null && { slackApiUrl: apiUrl }),
  timeout: 5 * SECOND_MS,
  rejectRateLimitedCalls: true,
  retryConfig: RETRIES,
  logger: quietLogger(log),
})

/**
 * Bolt's log, as far as it says something of use: what it writes below a warning holds the payloads of people.
 */
export function quietLogger(log: Log): Logger {
  const nothing = (): void => {}
  return {
    debug: nothing,
    info: nothing,
    warn: (...words) => log.warn({ bolt: firstWords(words) }, 'Slack library warns'),
    error: (...words) => log.error({ bolt: firstWords(words) }, 'Slack library reports an error'),
    setLevel: nothing,
    getLevel: () => LogLevel.WARN,
    setName: nothing,
  }
}

const MOST_OF_A_LINE = 200

/** Its own first words; of errors only the name, their messages may quote. */
function firstWords([first]: readonly unknown[]): string {
  if (first instanceof Error) return first.name
  return typeof first === 'string' ? first.slice(0, MOST_OF_A_LINE) : typeof first
}
