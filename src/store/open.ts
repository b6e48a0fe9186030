import { Kysely } from 'kysely'
import { databasePath, prepareFolder } from './location.ts'
import { migrate, type Tables } from './schema.ts'
import { createSqlStore } from './sql-store.ts'
import { type Durability, openDatabase, sqliteDialect } from './sqlite.ts'
import type { Store } from './store.ts'

/**
 * Opens the store at an address and brings it to this build's schema; file and folder are created where missing.
 *
 * @param url `file:<path>`, or `file::memory:` to keep nothing after closing
 * @throws PyframeError `config` (damaged, not writable, a folder, of a newer build, no `file:` address) or
 *   `unavailable` (held by another process, disk full), each with its cure; see `isCorrupt`
 */
export async function openStore(url: string, options: { durability?: Durability } = {}): Promise<Store> {
  const path = databasePath(url)
  prepareFolder(path)
  const db = new Kysely<Tables>({
    dialect: sqliteDialect(await openDatabase(path, options.durability ?? 'process'), path),
  })
  try {
    await migrate(db)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return createSqlStore(db)
}
