import { failureFields } from '../../src/log.ts'
import type { Address } from './address.ts'
import type { Front } from './front.ts'

/** A file as it stands in a message. */
export interface SharedFile {
  name?: string | null
  mimetype?: string
  size?: number
  url_private?: string
}

/** What more than this says is no brief. */
const MOST_BYTES = 100_000
const READABLE = ['text/plain', 'text/markdown', 'text/x-markdown']
const TIMEOUT_MS = 5_000

/** Texts of the files that are text, and the names of the others. */
export async function readFiles(
  { workspaces, log }: Pick<Front, 'workspaces' | 'log'>,
  address: Address,
  files: readonly SharedFile[],
): Promise<{ texts: string[]; unreadable: string[] }> {
  const texts: string[] = []
  const unreadable: string[] = []
  for (const file of files) {
    try {
      const text = isReadable(file) ? await download(file, await workspaces.at(address)) : null
      if (text === null) unreadable.push(file.name ?? 'a file')
      else texts.push(text)
    } catch (error) {
      log.warn(failureFields(error), 'a file was not read')
      unreadable.push(file.name ?? 'a file')
    }
  }
  return { texts, unreadable }
}

const isReadable = ({ mimetype = '', size = 0 }: SharedFile): boolean =>
  READABLE.includes(mimetype) && size <= MOST_BYTES

/** @returns null when it is not what it said it was */
async function download(
  { url_private: url = '' }: SharedFile,
  { client, token }: { client: { slackApiUrl: string }; token: string },
): Promise<string | null> {
  if (!isSlacks(url, client.slackApiUrl)) return null
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  // Without permission Slack shows its page to log in.
  if (!response.ok || response.headers.get('content-type')?.startsWith('text/html')) return null
  const bytes = await response.arrayBuffer()
  return bytes.byteLength > MOST_BYTES ? null : new TextDecoder().decode(bytes)
}

/** The token goes nowhere else than to Slack, whatever a payload says. */
function isSlacks(url: string, apiUrl: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, origin } = new URL(url)
  return origin === new URL(apiUrl).origin || (protocol === 'https:' && /(^|\.)slack\.com$/.test(hostname))
}
