import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrate } from '../../src/store/schema.ts'
import { createSqlStore } from '../../src/store/sql-store.ts'
import { sqliteEngine } from '../../src/store/sqlite.ts'
import type { Store } from '../../src/store/store.ts'
import { leaseAt } from './terms.ts'

describe.each([1, 2, 3])('a database of version %i', (version) => {
  let database: DatabaseSync
  let store: Store
  beforeEach(async () => {
    database = new DatabaseSync(':memory:')
    const left = new URL(`../fixtures/store/version-${version}.sql`, import.meta.url)
    database.exec(readFileSync(left, 'utf8'))
    const engine = sqliteEngine(database, ':memory:')
    await migrate(engine.db)
    store = createSqlStore(engine, null)
  })
  afterEach(() => store.close())

  const claim = () => store.claim({ platform: 'chat', which: 'due', limit: 9 }, leaseAt())

  test('keeps its conversations and still knows its events', async () => {
    expect(await store.read('chat:ann')).toMatchObject({ step: 2 })
    for (const [event, conversation] of [
      ['e1', 'chat:ann'],
      ['e4', 'chat:cid'],
    ] as const) {
      const key = { event, conversation, address: '', at: leaseAt().from }
      const { repeated, outgoing } = await store.apply(key, leaseAt(), () => expect.fail('stepped twice'))
      expect({ repeated, outgoing }).toEqual({ repeated: true, outgoing: [] })
    }
  })

  test('still owes what was owed, and it may be delivered at once', async () => {
    expect((await claim()).map(({ cards, purpose, attempt }) => [cards[0]?.title, purpose, attempt])).toEqual(
      [
        ['second of Ann', 'reply', 1],
        ['farewell to Bob', 'reply', 1],
      ],
    )
  })

  test('erases whoever asked for it, after the farewell', async () => {
    const farewell = (await claim()).find(({ conversation }) => conversation === 'chat:bob')
    expect(await claim()).toEqual([])
    await store.delivered(farewell?.id ?? '', leaseAt().from)
    expect(await claim()).toMatchObject([{ conversation: 'chat:bob', purpose: 'erase' }])
    expect(await store.read('chat:bob')).not.toBeNull()
  })

  test('takes part in everything that is new', async () => {
    const [farewell] = await store.undelivered('chat')
    await store.postpone(farewell ?? expect.fail('nothing is owed'), leaseAt(60).from)
    await store.forgetEvents(leaseAt(60).from)
    expect(database.prepare('select id from events order by id').all()).toEqual([{ id: 'e2' }, { id: 'e3' }])
    expect(await store.installations.find('chat', 'T1')).toBeNull()
    expect([await store.tallies(), await store.remarks()]).toEqual([[], []])
    expect(await store.dueFollowUps('chat', leaseAt(60).from, 9)).toEqual([])
    expect(await store.copy('chat', 'r1')).toBeNull()
  })
})
