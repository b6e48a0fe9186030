import type { Attachment } from 'discord.js'
import type { Log } from '../../src/log.ts'
import { readTexts, type SentFile } from '../shared/text-files.ts'

const TIMEOUT_MS = 5_000

interface Attached extends SentFile {
  url: string
}

/** Texts of the files that are text, such as a paste of more than 2,000 characters, and the names of the others. */
export const readAttached = (
  files: Iterable<Attachment>,
  log: Log,
): Promise<{ texts: string[]; unreadable: string[] }> =>
  readTexts(
    [...files].map(({ name, contentType, size, url }) => ({
      name,
      mediaType: contentType?.split(';')[0]?.trim() ?? null,
      bytes: size,
      url,
    })),
    download,
    log,
  )

async function download({ url }: Attached): Promise<Uint8Array | null> {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) })
  return response.ok ? response.bytes() : null
}
