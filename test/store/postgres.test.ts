import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect } from 'kysely'
import { afterAll } from 'vitest'
import { explainPostgres, isPostgresConflict, lockMigration } from '../../src/store/postgres.ts'
import { migrate, type Tables } from '../../src/store/schema.ts'
import { readInstallationKey } from '../../src/store/sealed.ts'
import { createSqlStore } from '../../src/store/sql-store.ts'
import { storeContract } from './contract.ts'
import { serverPlace, TEST_SERVER } from './server.ts'
import { tableNames } from './tables.ts'

// One for all tests: each costs seconds and hundreds of megabytes.
const pglite = new PGlite()
afterAll(() => pglite.close())

let schemas = 0

storeContract(
  'in PGlite',
  async () => {
    schemas += 1
    const schema = `s${schemas}`
    await pglite.exec(`create schema ${schema}; set search_path to ${schema}`)
    return {
      async open({ installationKey = '' } = {}) {
        const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) })
        await migrate(db, lockMigration)
        // What closes it is the end of all tests.
        db.destroy = async () => {}
        const engine = { db, shared: true, explain: explainPostgres, isConflict: isPostgresConflict }
        return createSqlStore(engine, readInstallationKey(installationKey))
      },
      async dump() {
        const tables = tableNames.map((table) => pglite.query(`select * from ${table}`))
        return JSON.stringify((await Promise.all(tables)).map(({ rows }) => rows))
      },
      remove: async () => void (await pglite.exec(`drop schema ${schema} cascade`)),
    }
  },
  'racing',
)

if (TEST_SERVER !== undefined) storeContract('on a server', serverPlace, 'racing')
