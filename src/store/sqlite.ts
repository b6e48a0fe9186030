import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely'
import type { Tables } from './schema.ts'
import { noteErasure, scrub } from './scrub.ts'
import type { Engine } from './sql-store.ts'
import { corruption, explain, isLocked } from './trouble.ts'

/** `process` survives a killed process, `power` also a power failure, at the price of a disk sync each turn. */
export type Durability = 'process' | 'power'

/** How long one process waits for another that writes to the same file. */
const BUSY_TIMEOUT_MS = 5_000

/** Checking costs about 10 ms a megabyte. */
const CHECKED_AT_OPEN_BYTES = 8 * 1024 * 1024

/**
 * Opens a database file with the settings the store relies on.
 *
 * @param path a file, or `:memory:`
 * @throws PyframeError `config` or `unavailable`, with the cure, when the file cannot be used
 */
export async function openDatabase(path: string, durability: Durability): Promise<DatabaseSync> {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true })
    await switchToWal(database)
    database.exec(`pragma synchronous = ${durability === 'power' ? 'full' : 'normal'}`)
    refuseDamage(database, path)
    tryWriting(database)
    return database
  } catch (error) {
    database?.close()
    throw explain(error, path)
  }
}

/** The engine over a file; see `openDatabase`. */
export async function openSqlite(path: string, durability: Durability): Promise<Engine> {
  return sqliteEngine(await openDatabase(path, durability), path)
}

/** The engine over an open database. One process has it at a time, unless a second one waits for its lock. */
export function sqliteEngine(database: DatabaseSync, path: string): Engine {
  const db = new Kysely<Tables>({ dialect: sqliteDialect(database, path) })
  return {
    db,
    shared: false,
    explain: (error) => error,
    isConflict: () => false,
    noteErasure,
    scrub: () => scrub(db),
  }
}

const RETRY_MS = 20

/**
 * Several processes may create the same file at once. SQLite's busy timeout does not cover the switch to WAL, so a
 * second process is told "locked" at once and has to try again itself.
 */
async function switchToWal(database: DatabaseSync): Promise<void> {
  for (let waited = 0; ; waited += RETRY_MS) {
    try {
      database.exec('pragma journal_mode = wal')
      return
    } catch (error) {
      if (!isLocked(error) || waited >= BUSY_TIMEOUT_MS) throw error
      await setTimeout(RETRY_MS)
    }
  }
}

/**
 * Finds damage now, while nothing was answered yet, and not in the middle of a conversation. A file so large that
 * reading all of it would hold up the start is found damaged where it is read.
 */
function refuseDamage(database: DatabaseSync, path: string): void {
  if (sizeOf(database) > CHECKED_AT_OPEN_BYTES) return
  const found = database.prepare('pragma quick_check(1)').get()?.quick_check
  if (found !== 'ok') throw corruption(path, String(found))
}

function sizeOf(database: DatabaseSync): number {
  const pages = Number(database.prepare('pragma page_count').get()?.page_count)
  return pages * Number(database.prepare('pragma page_size').get()?.page_size)
}

/** SQLite opens a file it may not write without complaint, and begins transactions on it; only a write fails. */
function tryWriting(database: DatabaseSync): void {
  database.exec('begin immediate; pragma user_version = 1; rollback')
}

/** Kysely's dialect over Node's own SQLite; `path` is only for messages. */
export function sqliteDialect(database: DatabaseSync, path: string): Dialect {
  const config = { database: { prepare: cachedStatements(database, path), close: () => database.close() } }
  const dialect = new SqliteDialect(config)
  return {
    createDriver: () => new QueuedDriver(config, database),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createAdapter: () => new QueuedAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
  }
}

/** Turns Kysely's own lock off: it wakes everyone who waits at each release, which is slow when thousands wait. */
class QueuedAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true
  }
}

/** Lends the one connection to one transaction at a time, first come, first served. */
class QueuedDriver extends SqliteDriver {
  readonly #database: DatabaseSync
  #last: Promise<void> = Promise.resolve()
  #release: () => void = () => {}

  constructor(config: SqliteDialectConfig, database: DatabaseSync) {
    super(config)
    this.#database = database
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#last
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#last = promise
    await before
    this.#release = resolve
    return super.acquireConnection()
  }

  override async releaseConnection(): Promise<void> {
    this.#release()
  }

  /**
   * Takes the write lock at once. A transaction that begins deferred fails without waiting when it has read and
   * another process has written since.
   */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  /** SQLite undoes a transaction itself when the disk is full; to do it again would fail, and hide why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.isTransaction) await super.rollbackTransaction(connection)
  }

  /** Closes the file once everyone who waits had their turn. */
  override async destroy(): Promise<void> {
    await this.#last
    await super.destroy()
  }
}

/** Prepares each SQL text once; the store has a fixed handful of them. */
function cachedStatements(database: DatabaseSync, path: string): (sql: string) => SqliteStatement {
  const statements = new Map<string, SqliteStatement>()
  return (sql) => {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const statement = explained(path, () => asKyselyExpects(database.prepare(sql), path))
    statements.set(sql, statement)
    return statement
  }
}

function asKyselyExpects(statement: StatementSync, path: string): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => explained(path, () => statement.all(...(parameters as SQLInputValue[]))),
    run: (parameters) => explained(path, () => statement.run(...(parameters as SQLInputValue[]))),
    iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
  }
}

function explained<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw explain(error, path)
  }
}
