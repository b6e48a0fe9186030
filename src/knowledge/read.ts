import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { messageOf, PyframeError } from '../errors.ts'

/** A knowledge folder as it lies on disk. */
export interface Folder {
  /** Text of each YAML file by its path relative to the folder, with `/`. */
  files: Map<string, string>
  /** SHA-256 over names and contents, 16 hex digits. */
  hash: string
  /** SHA-256 of each file by its path, 8 hex digits: enough to see which of them changed. */
  hashes: Record<string, string>
}

/**
 * Reads every YAML file of the folder and of the folders in it; hidden ones belong to editors and other tools and
 * are left alone.
 *
 * @throws PyframeError 'data' when the folder is missing, holds nothing or cannot be read
 */
export function readFolder(folder: string): Folder {
  const files = readYaml(folder)
  if (files.size === 0) throw unreadable(folder, 'it holds no .yaml files')
  const hash = createHash('sha256')
  for (const [path, text] of files) hash.update(`${path}\0${text}\0`)
  const hashes = Object.fromEntries([...files].map(([path, text]) => [path, digestOf(text)]))
  return { files, hash: hash.digest('hex').slice(0, 16), hashes }
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8)

function readYaml(folder: string): Map<string, string> {
  try {
    return new Map(listYaml(folder).map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
  } catch (error) {
    throw unreadable(folder, messageOf(error), error)
  }
}

/** With `.yml` too: whoever ends a name so should be told that it is not read, instead of wondering. */
function listYaml(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && /\.ya?ml$/i.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
    .sort()
}

function unreadable(folder: string, why: string, cause?: unknown): PyframeError {
  return new PyframeError('data', `cannot read the knowledge folder ${folder}: ${why}`, {
    cure: 'set KNOWLEDGE_DIR to a folder with the knowledge files, or restore the one that came with the program',
    cause,
  })
}
