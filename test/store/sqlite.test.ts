import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openStore } from '../../src/store/open.ts'
import { migrate } from '../../src/store/schema.ts'
import { readInstallationKey } from '../../src/store/sealed.ts'
import { createSqlStore } from '../../src/store/sql-store.ts'
import { openDatabase, sqliteEngine } from '../../src/store/sqlite.ts'
import { storeContract } from './contract.ts'
import { temporaryFolder } from './place.ts'
import { tableNames } from './tables.ts'

/** Every row of every table. */
const dumpOf = (database: DatabaseSync): string =>
  JSON.stringify(tableNames.map((table) => database.prepare(`select * from ${table}`).all()))

storeContract(
  'in a file',
  async () => {
    const { folder, remove } = await temporaryFolder()
    const path = join(folder, 'kept.db')
    const dump = async () => {
      const database = new DatabaseSync(path, { readOnly: true })
      const text = dumpOf(database)
      database.close()
      return text
    }
    return { open: (options) => openStore(`file:${path}`, options), dump, remove }
  },
  'in turn',
)

storeContract(
  'in memory',
  async () => {
    let database: DatabaseSync
    return {
      async open({ installationKey = '' } = {}) {
        database = await openDatabase(':memory:', 'process')
        const engine = sqliteEngine(database, ':memory:')
        await migrate(engine.db)
        return createSqlStore(engine, readInstallationKey(installationKey))
      },
      dump: async () => dumpOf(database),
      remove: async () => {},
    }
  },
  'not',
)
