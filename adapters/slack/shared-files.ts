import { readTexts } from '../shared/text-files.ts'
import type { Address } from './address.ts'
import type { Front } from './front.ts'
import type { Workspace } from './workspaces.ts'

/** A file as it stands in a message. */
export interface SharedFile {
  name?: string | null
  mimetype?: string
  size?: number
  url_private?: string
}

const TIMEOUT_MS = 5_000

/** Texts of the files that are text, and the names of the others. */
export async function readFiles(
  { workspaces, log }: Pick<Front, 'workspaces' | 'log'>,
  address: Address,
  files: readonly SharedFile[],
): Promise<{ texts: string[]; unreadable: string[] }> {
  const sent = files.map(({ name, mimetype, size, url_private }) => ({
    name: name ?? 'a file',
    mediaType: mimetype ?? null,
    bytes: size ?? 0,
    url: url_private ?? '',
  }))
  return readTexts(sent, async ({ url }) => download(url, await workspaces.at(address)), log)
}

/** @returns null when it is not what it said it was */
async function download(url: string, { client, token }: Workspace): Promise<Uint8Array | null> {
  if (!isSlacks(url, client.slackApiUrl)) return null
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  // Without permission Slack shows its page to log in.
  if (!response.ok || response.headers.get('content-type')?.startsWith('text/html')) return null
  return new Uint8Array(await response.arrayBuffer())
}

/** The token goes nowhere else than to Slack, whatever a payload says. */
function isSlacks(url: string, apiUrl: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, origin } = new URL(url)
  return origin === new URL(apiUrl).origin || (protocol === 'https:' && /(^|\.)slack\.com$/.test(hostname))
}
