import { afterAll, describe, expect, test } from 'vitest'
import { prepared, type Rows } from '../../src/store/prepared.ts'
import { migrate, type Tables } from '../../src/store/schema.ts'
import { openSqlite } from '../../src/store/sqlite.ts'

describe('a prepared query', async () => {
  const { db } = await openSqlite(':memory:', 'process')
  await migrate(db)
  afterAll(() => db.destroy())
  let built = 0
  const insert = prepared((on, rows: Rows<Tables['events']>) => {
    built += 1
    return on.insertInto('events').values(rows)
  })
  const select = prepared((on, [{ received_at }]: Rows<{ received_at: string }>) =>
    on.selectFrom('events').selectAll().where('platform', '=', 'test').where('received_at', '=', received_at),
  )
  const event = (id: string, at: string, conversation: string | null = 'test:a'): Tables['events'] => ({
    ...{ platform: 'test', id, conversation },
    received_at: at,
  })

  test('is made once for each number of rows, and takes the values of each call', async () => {
    await insert(db, event('1', 'noon'))
    await insert(db, event('2', 'noon', null))
    await insert(db, event('3', 'night'), event('4', 'noon'))
    await insert(db, event('5', 'night'), event('6', 'night'))
    expect(built).toBe(2)
    const ids = async (received_at: string) => (await select(db, { received_at })).rows.map(({ id }) => id)
    expect(await ids('noon')).toEqual(['1', '2', '4'])
    expect(await ids('night')).toEqual(['3', '5', '6'])
  })

  test('runs in the transaction it is given, and is undone with it', async () => {
    const failing = db.transaction().execute(async (trx) => {
      await insert(trx, event('7', 'dawn'))
      expect((await select(trx, { received_at: 'dawn' })).rows).toHaveLength(1)
      throw new Error('undo')
    })
    await expect(failing).rejects.toThrow('undo')
    expect((await select(db, { received_at: 'dawn' })).rows).toEqual([])
  })

  test('of another database is made for that one', async () => {
    const other = await openSqlite(':memory:', 'process')
    await migrate(other.db)
    const before = built
    await insert(other.db, event('1', 'noon'))
    expect(built).toBe(before + 1)
    expect((await select(other.db, { received_at: 'noon' })).rows).toHaveLength(1)
    await other.db.destroy()
  })
})
