import { databasePath, isPostgres, prepareFolder } from './location.ts'
import { migrate } from './schema.ts'
import { readInstallationKey } from './sealed.ts'
import { createSqlStore, type Engine } from './sql-store.ts'
import type { Durability } from './sqlite.ts'
import type { Store } from './store.ts'

/** How a store is opened. */
export interface StoreOptions {
  /** Of a file; a server decides for itself. */
  durability?: Durability
  /** 64 hexadecimal digits; without them no installation can be kept. */
  installationKey?: string
}

/**
 * Opens the store at an address and brings it to this build's schema; file and folder are created where missing.
 *
 * @param url `file:<path>`, `file::memory:` to keep nothing after closing, or `postgres://...`
 * @throws PyframeError `config` (damaged, not writable, refused, of a newer build, no such address) or `unavailable`
 *   (held by another process, disk full, not reached), each with its cure; see `isCorrupt`
 */
export async function openStore(url: string, options: StoreOptions = {}): Promise<Store> {
  const key = readInstallationKey(options.installationKey ?? '')
  if (!isPostgres(url)) return createSqlStore(await openFile(url, options.durability ?? 'process'), key)
  const { openPostgres } = await import('./postgres.ts')
  return createSqlStore(await openPostgres(url), key)
}

async function openFile(url: string, durability: Durability): Promise<Engine> {
  const path = databasePath(url)
  prepareFolder(path)
  const { openSqlite } = await import('./sqlite.ts')
  const engine = await openSqlite(path, durability)
  try {
    await migrate(engine.db)
    return engine
  } catch (error) {
    await engine.db.destroy()
    throw error
  }
}
