import { failureFields, type Log } from '../../src/log.ts'

/** A file somebody sent along, as far as its platform describes it. */
export interface SentFile {
  name: string
  /** Without parameters; null = not said. */
  mediaType: string | null
  bytes: number
}

/** What more than this says is no brief. */
const MOST_BYTES = 100_000
const READABLE = ['text/plain', 'text/markdown', 'text/x-markdown']
const ENDINGS = /\.(txt|md)$/i

const isReadable = ({ name, mediaType, bytes }: SentFile): boolean =>
  bytes <= MOST_BYTES && (mediaType === null ? ENDINGS.test(name) : READABLE.includes(mediaType))

/**
 * Reads the files that are texts.
 *
 * @param download gives null when it is not what it said it was
 * @returns their texts, and the names of the others
 */
export async function readTexts<File extends SentFile>(
  files: readonly File[],
  download: (file: File) => Promise<Uint8Array | null>,
  log: Log,
): Promise<{ texts: string[]; unreadable: string[] }> {
  const texts: string[] = []
  const unreadable: string[] = []
  for (const file of files) {
    const bytes = isReadable(file) ? await downloaded(file, download, log) : null
    if (bytes === null || bytes.byteLength > MOST_BYTES) unreadable.push(file.name)
    else texts.push(new TextDecoder().decode(bytes))
  }
  return { texts, unreadable }
}

async function downloaded<File>(
  file: File,
  download: (file: File) => Promise<Uint8Array | null>,
  log: Log,
): Promise<Uint8Array | null> {
  try {
    return await download(file)
  } catch (error) {
    log.warn(failureFields(error), 'a file was not read')
    return null
  }
}
