import { Kysely, PostgresDialect, sql } from 'kysely'
import { messageOf, PyframeError } from '../errors.ts'
import { migrate, type Tables } from './schema.ts'
import type { Engine } from './sql-store.ts'

/** So many turns are written at once; the others of this process wait for a connection. */
const CONNECTIONS = 10
const CONNECT_TIMEOUT_MS = 5_000
/** A connection whose other end is gone says nothing: only a limit on waiting notices. */
const QUERY_TIMEOUT_MS = 20_000
/** Below the other limit, so that the server has given up when we do. */
const STATEMENT_TIMEOUT_MS = 15_000
/** A process that froze in the middle of a turn must not keep its locks. */
const IDLE_IN_TURN_TIMEOUT_MS = 30_000

/** Any number that other programs on the same database are unlikely to lock. */
const MIGRATION_LOCK = 7_120_839_441

/**
 * Connects to a PostgreSQL server and brings the schema up to date; of several processes that start at once, one does
 * it and the others wait.
 *
 * @throws PyframeError `config` (refused, no such database, of a newer build) or `unavailable` (not reached)
 */
export async function openPostgres(url: string): Promise<Engine> {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: await createPool(url) }) })
  try {
    await migrate(db, lockMigration)
  } catch (error) {
    await db.destroy()
    throw explainPostgres(error)
  }
  return postgresEngine(db)
}

/** The engine over a database that is ready. The server clears away what was deleted by itself. */
export const postgresEngine = (db: Kysely<Tables>): Engine => ({
  db,
  shared: true,
  explain: explainPostgres,
  isConflict: isPostgresConflict,
  noteErasure: async () => {},
  scrub: async () => {},
})

/** Held until the transaction ends, however it ends. */
export async function lockMigration(db: Kysely<Tables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(db)
}

async function createPool(url: string) {
  // Loaded here: whoever keeps a file need not wait for it.
  const { default: pg } = await import('pg')
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TURN_TIMEOUT_MS,
    keepAlive: true,
    application_name: 'pyframe',
  })
  // A connection that breaks is replaced, and whoever was using it is told by their query. Without listeners it would
  // end the program: the pool's own is for idle connections alone.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

const SERIALIZATION_FAILURE = '40001'
const DEADLOCK = '40P01'

/** Whether the server undid a transaction in favour of another one. */
const isPostgresConflict = (error: unknown): boolean =>
  [SERIALIZATION_FAILURE, DEADLOCK].includes(codeOf(error))

/** Classes and codes of https://www.postgresql.org/docs/current/errcodes-appendix.html, by what a person can do. */
const REFUSED = /^28|^3D000|^42501|^3F000/
/** Connection trouble, out of resources, shut down or cancelled, cut off in a transaction; and Node's own codes. */
const AWAY =
  /^08|^53|^57|^58|^25P03|^25006|^55P03|^(ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOENT)/
/** What the driver says when it has no code for it. */
const CUT_OFF =
  /^Connection terminated|^timeout exceeded when trying to connect|^Query read timeout|not queryable|has been discarded/

/**
 * Turns an error of the server or of the way to it into one that says what to do, without the address: it may hold
 * a password. Anything else, such as a broken constraint, is our own mistake and comes back as it is.
 */
export function explainPostgres(error: unknown): unknown {
  const [code, message] = [codeOf(error), messageOf(error)]
  if (REFUSED.test(code)) {
    return new PyframeError('config', `The database server refuses: ${message}.`, {
      cure: 'Correct user, password and database in DATABASE_URL, or let that user create tables there.',
      cause: error,
    })
  }
  if (!AWAY.test(code) && !CUT_OFF.test(message)) return error
  return new PyframeError('unavailable', `The database server does not answer (${code || message}).`, {
    cure: 'Check that it runs, has free space and connections, and that DATABASE_URL names it.',
    cause: error,
  })
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
