import { DatabaseSync } from 'node:sqlite'
import type { Kept } from './siege.ts'

type Row = Record<string, unknown>

const QUERIES = {
  events: 'select id from events',
  conversations: 'select key, version, snapshot from conversations',
  outbox: 'select id, delivered_at from outbox',
}

/** Reads what a database holds, whatever asks it. */
export async function lookWith(ask: (query: string) => Row[] | Promise<Row[]>): Promise<Kept> {
  const [events, conversations, outbox] = await Promise.all(Object.values(QUERIES).map(ask))
  return {
    events: (events ?? []).map(({ id }) => String(id)),
    conversations: (conversations ?? []).map(({ key, version, snapshot }) => ({
      key: String(key),
      version: Number(version),
      snapshot: String(snapshot),
    })),
    outbox: (outbox ?? []).map(({ id }) => String(id)),
    owed: (outbox ?? []).filter((row) => row.delivered_at === null).length,
  }
}

/** Reads a database file beside the processes that write it. */
export async function lookIntoFile(path: string): Promise<Kept> {
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    return await lookWith((query) => database.prepare(query).all())
  } finally {
    database.close()
  }
}
