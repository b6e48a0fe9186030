import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { readConfig } from '../../src/config.ts'
import { openStore } from '../../src/store/open.ts'
import type { Place } from './contract.ts'
import { tableNames } from './tables.ts'

/** A real server to test on; without it those tests are left out. */
export const TEST_SERVER = readConfig(process.env).testDatabaseUrl

/** A schema of its own on the server. */
export interface ServerPlace extends Place {
  url: string
  /** What the store's connections call themselves. */
  application: string
  query(text: string): Promise<pg.QueryResultRow[]>
}

/** Makes a place on the server, which nobody else uses and which leaves nothing behind. */
export async function serverPlace(): Promise<ServerPlace> {
  const schema = `test_${randomBytes(6).toString('hex')}`
  const server = `${TEST_SERVER}?options=-c%20search_path%3D${schema}`
  const url = `${server}&application_name=${schema}`
  const pool = new pg.Pool({ connectionString: server, max: 2 })
  await pool.query(`create schema ${schema}`)
  const query = async (text: string) => (await pool.query(text)).rows
  return {
    url,
    application: schema,
    query,
    open: (options) => openStore(url, options),
    async dump() {
      return JSON.stringify(await Promise.all(tableNames.map((table) => query(`select * from ${table}`))))
    },
    async remove() {
      await pool.query(`drop schema ${schema} cascade`)
      await pool.end()
    },
  }
}
