import { PyframeError } from '../errors.ts'

/** The database file is damaged or is no database; `setAside` makes room for a new one. */
class CorruptDatabase extends PyframeError {}

/** Whether an error of the store means that its file cannot be read any more. */
export const isCorrupt = (error: unknown): boolean => error instanceof CorruptDatabase

/** SQLite's primary result codes that a person can do something about (https://www.sqlite.org/rescode.html). */
const BUSY = 5
const READONLY = 8
const IOERR = 10
const CORRUPT = 11
const FULL = 13
const CANTOPEN = 14
const NOTADB = 26

/** Whether SQLite refused because another connection is at work. */
export const isLocked = (error: unknown): boolean =>
  error instanceof Error &&
  'errcode' in error &&
  typeof error.errcode === 'number' &&
  (error.errcode & 0xff) === BUSY

/** An error for a damaged file, with what was found. */
export function corruption(path: string, found: string, cause?: unknown): PyframeError {
  return new CorruptDatabase('config', `The database ${path} is damaged or not a database (${found}).`, {
    cure: `Move the file aside (and ${path}-wal, ${path}-shm if they exist), or restore a backup, and start again.`,
    cause,
  })
}

/**
 * Turns an error of SQLite into one that says what to do. Anything else, such as a broken constraint, is our own
 * mistake and comes back as it is.
 */
export function explain(error: unknown, path: string): unknown {
  if (!(error instanceof Error && 'errcode' in error && typeof error.errcode === 'number')) return error
  // The low byte is the kind of failure, the rest only refines it.
  switch (error.errcode & 0xff) {
    case CORRUPT:
    case NOTADB:
      return corruption(path, error.message, error)
    case READONLY:
    case CANTOPEN:
      return new PyframeError('config', `The database ${path} cannot be opened for writing.`, {
        cure: 'Let this user write the file and its folder (SQLite keeps two more files beside it), or change DATABASE_URL.',
        cause: error,
      })
    case BUSY:
      return new PyframeError('unavailable', `The database ${path} is held by another process.`, {
        cure: 'Stop the other process, or wait until it has finished its work.',
        cause: error,
      })
    case FULL:
    case IOERR:
      return new PyframeError('unavailable', `The database ${path} cannot be written: ${error.message}.`, {
        cure: 'Check that the disk has free space and works.',
        cause: error,
      })
    default:
      return error
  }
}
