import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import type { Runner } from './runners.ts'

/** About what one turn saves: a conversation, a reply and an event, as text. */
const ROW = 'x'.repeat(6_000)
const CONNECTIONS = 10

interface Inserts {
  run: Runner
  close(): Promise<void>
}

/** Single inserts into a file, each in a transaction of its own, with the settings of the store. */
export function insertsIntoFile(path: string, durability: 'process' | 'power'): Inserts {
  const database = new DatabaseSync(path)
  const synchronous = durability === 'power' ? 'full' : 'normal'
  database.exec(
    `pragma journal_mode = wal; pragma synchronous = ${synchronous}; create table bare (text text)`,
  )
  const insert = database.prepare('insert into bare values (?)')
  return {
    run(until) {
      let rows = 0
      for (; performance.now() < until; rows += 1) insert.run(ROW)
      return rows
    },
    close: async () => database.close(),
  }
}

/** Single inserts into a table of a server, each in a transaction of its own, over as many connections as the store has. */
export async function insertsIntoServer(url: string): Promise<Inserts> {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS })
  await pool.query('create table bare (text text)')
  const insert = async (until: number): Promise<number> => {
    let rows = 0
    for (; performance.now() < until; rows += 1) await pool.query('insert into bare values ($1)', [ROW])
    return rows
  }
  return {
    async run(until) {
      const rows = await Promise.all(Array.from({ length: CONNECTIONS }, () => insert(until)))
      return rows.reduce((sum, count) => sum + count, 0)
    },
    close: () => pool.end(),
  }
}
