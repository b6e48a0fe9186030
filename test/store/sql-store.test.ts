import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrate } from '../../src/store/schema.ts'
import { createSqlStore } from '../../src/store/sql-store.ts'
import { sqliteEngine } from '../../src/store/sqlite.ts'
import type { Store } from '../../src/store/store.ts'
import { countTurn, seenBy } from './counting.ts'
import { keyOf, leaseAt } from './terms.ts'

let database: DatabaseSync
let store: Store
beforeEach(async () => {
  database = new DatabaseSync(':memory:')
  const engine = sqliteEngine(database, ':memory:')
  await migrate(engine.db)
  store = createSqlStore(engine, null)
})
afterEach(() => store.close())

const apply = (event: string) =>
  store.apply(keyOf(event), leaseAt(), (snapshot) => countTurn(snapshot, event))

describe('a conversation another process wrote during the turn', () => {
  test('is read and stepped again, and only that outcome is kept', async () => {
    await apply('e1')
    let tries = 0
    const { repeated } = await store.apply(keyOf('e2'), leaseAt(), (snapshot) => {
      // Undone with the transaction that loses, as the write of another process would not be: once is enough.
      if (tries++ === 0) database.exec('update conversations set version = version + 1')
      return countTurn(snapshot, 'e2')
    })
    expect({ tries, repeated }).toEqual({ tries: 2, repeated: false })
    expect(await store.undelivered('chat')).toHaveLength(2)
    expect(database.prepare('select version from conversations').get()?.version).toBe(2)
  })
})

describe('a snapshot that is no JSON', () => {
  test('reaches the turn as it is, and the conversation goes on', async () => {
    await apply('e1')
    database.exec(`update conversations set snapshot = '{"version": 1, "st'`)
    let snapshot: unknown
    await store.apply(keyOf('e2'), leaseAt(), (saved) => {
      snapshot = saved
      return countTurn(saved, 'e2')
    })
    expect(snapshot).toBe('{"version": 1, "st')
    await store.apply(keyOf('e3'), leaseAt(), (saved) => {
      expect(seenBy(saved)).toEqual(['e2'])
      return countTurn(saved, 'e3')
    })
  })
})

describe('the schema', () => {
  test('is made once and left alone afterwards', async () => {
    await apply('e1')
    await migrate(sqliteEngine(database, ':memory:').db)
    expect(await store.undelivered('chat')).toHaveLength(1)
    expect(database.prepare('select version from schema_version').all()).toEqual([{ version: 4 }])
  })

  test('keeps nothing of an erased conversation but the ids of its events', async () => {
    await apply('e1')
    await store.erase('chat:1')
    expect(database.prepare('select * from conversations').all()).toEqual([])
    expect(database.prepare('select * from outbox').all()).toEqual([])
    expect(database.prepare('select id, conversation from events').all()).toEqual([
      { id: 'e1', conversation: null },
    ])
  })

  test('lets no reply stand without its event', async () => {
    const [reply] = (await apply('e1')).outgoing
    await store.delivered(reply?.id ?? '', '2026-03-01T10:00:01.000Z')
    await store.forgetEvents('2026-03-02T00:00:00.000Z')
    expect(database.prepare('select count(*) as left from outbox').get()).toEqual({ left: 0 })
  })
})
