import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { messageOf, PyframeError } from '../errors.ts'
import type { Problem } from './problems.ts'

/** A knowledge folder as it lies on disk. */
export interface Folder {
  /** Text of each YAML file by its path relative to the folder, with `/`. */
  files: Map<string, string>
  /** SHA-256 over names and contents, 16 hex digits. */
  hash: string
}

/**
 * Reads every `.yaml` file of the folder and of its folders (one level).
 *
 * @throws PyframeError 'data' when the folder is missing or cannot be read
 */
export function readFolder(folder: string): Folder {
  const files = new Map<string, string>()
  for (const path of listYaml(folder)) files.set(path, readFileSync(join(folder, path), 'utf8'))
  if (files.size === 0) throw missing(folder, 'it holds no .yaml files')
  const hash = createHash('sha256')
  for (const [path, text] of files) hash.update(`${path}\0${text}\0`)
  return { files, hash: hash.digest('hex').slice(0, 16) }
}

function listYaml(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
      .map((entry) =>
        join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'),
      )
      .sort()
  } catch (error) {
    throw missing(folder, messageOf(error), error)
  }
}

function missing(folder: string, why: string, cause?: unknown): PyframeError {
  return new PyframeError('data', `cannot read the knowledge folder ${folder}: ${why}`, {
    cure: 'set KNOWLEDGE_DIR to a folder with the knowledge files, or restore the one that came with the program',
    cause,
  })
}

/** Parses one file; a syntax error becomes a problem that names its line. */
export function parseYaml(file: string, text: string, problems: Problem[]): unknown {
  try {
    return load(text)
  } catch (error) {
    const [first = 'cannot be read'] = messageOf(error).split('\n')
    problems.push({ file, path: '', message: `not valid YAML: ${first}` })
    return undefined
  }
}
