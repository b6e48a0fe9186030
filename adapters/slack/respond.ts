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
 * @throws what `fetch` threw: it may have arrived or not
 */
export async function respond(url: string, response: Response): Promise<Outcome> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(response),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  const words = await answer.text()
  if (answer.ok) return 'done'
  return /blocks/.test(words) ? 'refused' : 'spent'
}
