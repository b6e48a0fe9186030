import { webApi } from '@slack/bolt'

/** Slack's word for why it refused a call; null when it was no refusal. */
export const refusalOf = (error: unknown): string | null =>
  error instanceof webApi.WebAPIPlatformError ? error.data.error : null

const BLOCKS_REFUSED = [
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'block_mismatch',
  'msg_too_long',
  'only_one_table_allowed',
]

/** Whether the same words might be taken without their blocks. */
export const areBlocksRefused = (reason: string | null): boolean =>
  reason !== null && BLOCKS_REFUSED.includes(reason)

/** Whether the app cannot write in a channel, so that another place must do. */
export const isShutOut = (reason: string | null): boolean =>
  reason !== null &&
  [
    'not_in_channel',
    'channel_not_found',
    'user_not_in_channel',
    'is_archived',
    'restricted_action',
    'ekm_access_denied',
    'messages_tab_disabled',
  ].includes(reason)

/** Whether a window can no longer be opened for this press. */
export const isTriggerSpent = (reason: string | null): boolean =>
  reason !== null &&
  ['expired_trigger_id', 'exchanged_trigger_id', 'invalid_trigger_id', 'trigger_expired'].includes(reason)

/** Codes of connections that were never made: nothing can have arrived. */
const NEVER_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']

/** Codes of connections that broke off, as Node's own client gives them; `fetch` wraps its own. */
const BROKEN_OFF = ['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNABORTED']

/** Whether a message may have arrived although the call failed: no answer came, or it broke off. */
export function isUncertain(error: unknown): boolean {
  const cause = error instanceof webApi.WebAPIRequestError ? error.original : error
  if (!(cause instanceof Error)) return false
  if (cause.message === 'fetch failed') return !NEVER_SENT.includes(codeOf(cause.cause) ?? '')
  return cause.name === 'TimeoutError' || BROKEN_OFF.includes(codeOf(cause) ?? '')
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined

/** Seconds to wait, when a call came too soon; null when it failed for another reason. */
export const retryAfter = (error: unknown): number | null =>
  error instanceof webApi.WebAPIRateLimitedError ? error.retryAfter : null
