import { CompiledQuery, type Kysely } from 'kysely'
import type { Tables } from './schema.ts'

/* SQLite leaves deleted bytes where they were until something new takes their place, and those of earlier states too. */

/** So large a file is rewritten in about a second, in which nobody is answered; larger ones are left to the operator. */
const REWRITTEN_BYTES = 128 * 1024 * 1024

/** A number SQLite keeps in the file for its users: 1 = something was erased since the file was last rewritten. */
const NOTE = 'pragma user_version'

/** Notes that something was erased; undone with the transaction it is done in, and kept when the process is killed. */
export async function noteErasure(db: Kysely<Tables>): Promise<void> {
  await db.executeQuery(CompiledQuery.raw(`${NOTE} = 1`))
}

/** Rewrites the file and empties its log, so that nothing of what was erased is left; nothing where nothing was. */
export async function scrub(db: Kysely<Tables>): Promise<void> {
  await db.connection().execute(async (alone) => {
    if ((await read(alone, NOTE)) !== 1) return
    const bytes = (await read(alone, 'pragma page_count')) * (await read(alone, 'pragma page_size'))
    if (bytes > REWRITTEN_BYTES) return
    await alone.executeQuery(CompiledQuery.raw('vacuum'))
    if (await emptyLog(alone)) await alone.executeQuery(CompiledQuery.raw(`${NOTE} = 0`))
  })
}

/** False when another connection reads, which keeps the log as it is: nobody waits for that one here. */
async function emptyLog(alone: Kysely<Tables>): Promise<boolean> {
  const patience = await read(alone, 'pragma busy_timeout')
  await read(alone, 'pragma busy_timeout = 0')
  try {
    return (await read(alone, 'pragma wal_checkpoint(truncate)')) === 0
  } finally {
    await read(alone, `pragma busy_timeout = ${patience}`)
  }
}

/** The first number a pragma gives. */
async function read(db: Kysely<Tables>, pragma: string): Promise<number> {
  const { rows } = await db.executeQuery<Record<string, number>>(CompiledQuery.raw(pragma))
  return Object.values(rows[0] ?? {})[0] ?? 0
}
