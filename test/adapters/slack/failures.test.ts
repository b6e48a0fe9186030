import { webApi } from '@slack/bolt'
import { expect, test } from 'vitest'
import { isUncertain, refusalOf, retryAfter } from '../../../adapters/slack/failures.ts'

const network = (code: string): Error =>
  new webApi.WebAPIRequestError(
    new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) }),
  )

test.each(['ECONNRESET', 'UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT'])(
  'after %s a message may have arrived',
  (code) => {
    expect(isUncertain(network(code))).toBe(true)
  },
)

test('a call that took too long may have arrived', () => {
  expect(isUncertain(new webApi.WebAPIRequestError(new DOMException('late', 'TimeoutError')))).toBe(true)
  expect(isUncertain(new DOMException('late', 'TimeoutError'))).toBe(true)
})

test.each(['ECONNREFUSED', 'ENOTFOUND', 'UND_ERR_CONNECT_TIMEOUT'])('after %s it surely has not', (code) => {
  expect(isUncertain(network(code))).toBe(false)
})

test.each([
  ['ECONNRESET', true],
  ['ETIMEDOUT', true],
  ['ECONNREFUSED', false],
  ['ENOENT', false],
])('after %s of a hook: perhaps it arrived? %s', (code, uncertain) => {
  expect(isUncertain(Object.assign(new Error(code), { code }))).toBe(uncertain)
})

test('what Slack answered is certain', () => {
  const refused = new webApi.WebAPIPlatformError({
    ok: false,
    error: 'not_in_channel',
    response_metadata: {},
  })
  expect([isUncertain(refused), refusalOf(refused), retryAfter(refused)]).toEqual([
    false,
    'not_in_channel',
    null,
  ])
  const limited = new webApi.WebAPIRateLimitedError(30)
  expect([isUncertain(limited), refusalOf(limited), retryAfter(limited)]).toEqual([false, null, 30])
})
