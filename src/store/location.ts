import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { messageOf, PyframeError } from '../errors.ts'

const MEMORY = ':memory:'
/** Files SQLite keeps beside the database; a write-ahead log left behind would be replayed into the next file. */
const COMPANIONS = ['-wal', '-shm']
const SYNTAX_CURE =
  'Write DATABASE_URL as file:./data/pyframe.db, file::memory: to keep nothing, or postgres://user@host/database.'

/** Whether an address names a PostgreSQL server. */
export const isPostgres = (url: string): boolean => /^postgres(ql)?:\/\//.test(url)

/** A database address as it may be shown: without its password. */
export function databaseName(url: string): string {
  if (!isPostgres(url) || !URL.canParse(url)) return isPostgres(url) ? 'postgres:' : url
  const { host, pathname, username } = new URL(url)
  return `postgres://${username === '' ? '' : `${username}@`}${host}${pathname}`
}

/**
 * Path of the database file a `file:` address names: `file:./relative`, `file:/absolute`, `file:///absolute`, or
 * `:memory:` for `file::memory:`.
 *
 * @throws PyframeError `config` when the address names no file. The address itself is not repeated in it: it may
 *   hold a password.
 */
export function databasePath(url: string): string {
  if (!url.startsWith('file:')) throw unsupported(url)
  const path = url.startsWith('file://') ? pathOfFileUrl(url) : url.slice('file:'.length)
  if (path === '') throw new PyframeError('config', 'DATABASE_URL names no file.', { cure: SYNTAX_CURE })
  return path
}

function unsupported(url: string): PyframeError {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]
  const named = scheme === undefined ? 'DATABASE_URL has no scheme' : `DATABASE_URL starts with ${scheme}:`
  return new PyframeError('config', `${named}; it must be file: or postgres:.`, { cure: SYNTAX_CURE })
}

function pathOfFileUrl(url: string): string {
  try {
    return fileURLToPath(url)
  } catch (cause) {
    throw new PyframeError('config', `DATABASE_URL is not a file address: ${messageOf(cause)}.`, {
      cure: SYNTAX_CURE,
      cause,
    })
  }
}

/**
 * Creates the folder of a database file where it is missing.
 *
 * @throws PyframeError `config` when that is not possible, or when the path is itself a folder
 */
export function prepareFolder(path: string): void {
  if (path === MEMORY) return
  try {
    createFolder(dirname(path))
  } catch (cause) {
    throw new PyframeError('config', `The folder ${dirname(path)} cannot be created: ${messageOf(cause)}.`, {
      cure: 'Let this user create it, or point DATABASE_URL to a folder that can be written.',
      cause,
    })
  }
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw new PyframeError('config', `${path} is a folder, not a database file.`, {
      cure: 'Let DATABASE_URL name a file in it, such as file:./data/pyframe.db.',
    })
  }
}

/** One folder at a time: Node's recursive mkdir never returns in places such as /proc that refuse new folders. */
function createFolder(folder: string): void {
  const exists = (): boolean => statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false
  if (exists()) return
  if (dirname(folder) !== folder) createFolder(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another process may have created it in between.
    if (!exists()) throw error
  }
}

/**
 * Moves a database file and what belongs to it out of the way, so that the next start begins with a new one.
 *
 * @returns where the file is now: beside the old place, as `<name>.corrupt-<time>`
 */
export function setAside(url: string, at: Date = new Date()): string {
  const path = databasePath(url)
  const aside = `${path}.corrupt-${at.toISOString().replaceAll(':', '-')}`
  renameSync(path, aside)
  for (const companion of COMPANIONS) {
    if (existsSync(path + companion)) renameSync(path + companion, aside + companion)
  }
  return aside
}
