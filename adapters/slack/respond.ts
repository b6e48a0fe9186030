import { type ClientRequest, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { text } from 'node:stream/consumers'
import type { SlackMessage } from './messages.ts'

/** What a hook (response_url) is asked to do. */
export type Response =
  | (Partial<SlackMessage> & {
      response_type: 'ephemeral' | 'in_channel'
      replace_original: boolean
      thread_ts?: string
    })
  | { delete_original: true }

/** `spent`: too old or used too often; another way must be found. `refused`: not with these blocks. */
export type Outcome = 'done' | 'spent' | 'refused'

const TIMEOUT_MS = 5_000

/**
 * Answers through a hook.
 *
 * @throws what the connection broke with, or a TimeoutError: it may have arrived or not
 */
export async function respond(url: string, response: Response): Promise<Outcome> {
  const { status, words } = await postJson(url, JSON.stringify(response))
  if (status >= 200 && status < 300) return 'done'
  return /blocks/.test(words) ? 'refused' : 'spent'
}

/** By the plain client of Node, which takes a third of the work of `fetch`: nearly every reply goes this way. */
function postJson(url: string, body: string): Promise<{ status: number; words: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; words: string }>()
  const posted = open(url, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
  posted.setTimeout(TIMEOUT_MS, () => posted.destroy(new DOMException('no answer', 'TimeoutError')))
  posted.on('error', reject)
  posted.on('response', (answer) => {
    text(answer).then((words) => resolve({ status: answer.statusCode ?? 0, words }), reject)
  })
  posted.end(body)
  return promise
}

function open(url: string, headers: Record<string, string | number>): ClientRequest {
  const request = url.startsWith('https:') ? requestHttps : requestHttp
  return request(url, { method: 'POST', headers })
}
