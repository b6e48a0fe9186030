import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect } from 'kysely'
import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { PyframeError } from '../../src/errors.ts'
import { databaseName } from '../../src/store/location.ts'
import { openStore } from '../../src/store/open.ts'
import { explainPostgres, lockMigration, postgresEngine } from '../../src/store/postgres.ts'
import { migrate, type Tables } from '../../src/store/schema.ts'
import { readInstallationKey } from '../../src/store/sealed.ts'
import { createSqlStore } from '../../src/store/sql-store.ts'
import { storeContract } from './contract.ts'
import { countTurn, seenBy } from './counting.ts'
import { serverPlace, TEST_SERVER } from './server.ts'
import { tableNames } from './tables.ts'
import { keyOf, leaseAt } from './terms.ts'

// PGlite shares one core with everything else that is tested at the same time.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 120_000 })

// One for all tests: each costs seconds and hundreds of megabytes.
const pglite = new PGlite()
afterAll(() => pglite.close())

/** No pool holds more. */
const MOST_CONNECTIONS = 20

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
        return createSqlStore(postgresEngine(db), readInstallationKey(installationKey))
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

if (TEST_SERVER !== null) storeContract('on a server', serverPlace, 'racing')

describe('a server that cannot be used', () => {
  /** A port of this machine at which nobody is. */
  const NOBODY = 'postgres://somebody:hunter2@127.0.0.1:1/db'

  test('is unavailable when nothing answers, with the cure and without the password', async () => {
    const error = await openStore(NOBODY).catch((thrown) => thrown)
    expect(error).toBeInstanceOf(PyframeError)
    expect(error).toMatchObject({ code: 'unavailable', cure: expect.stringContaining('DATABASE_URL') })
    expect(JSON.stringify([error.message, error.cure])).not.toContain('hunter2')
  })

  test.each([
    ['28P01', 'config'],
    ['3D000', 'config'],
    ['42501', 'config'],
    ['57P01', 'unavailable'],
    ['53300', 'unavailable'],
    ['53100', 'unavailable'],
    ['ECONNRESET', 'unavailable'],
    ['ENOTFOUND', 'unavailable'],
  ])('that says %s is told apart as %s', (code, expected) => {
    expect(explainPostgres(Object.assign(new Error('no'), { code }))).toMatchObject({ code: expected })
  })

  test('is told from a mistake of our own', () => {
    const ours = Object.assign(new Error('duplicate key'), { code: '23505' })
    expect(explainPostgres(ours)).toBe(ours)
    expect(explainPostgres('thrown text')).toBe('thrown text')
  })

  test('is named without its password', () => {
    expect(databaseName(NOBODY)).toBe('postgres://somebody@127.0.0.1:1/db')
    expect(databaseName('postgres://a b:hunter2@:x')).toBe('postgres:')
    expect(databaseName('file:./data/pyframe.db')).toBe('file:./data/pyframe.db')
  })
})

describe.runIf(TEST_SERVER)('on a server', () => {
  async function makePlace() {
    const place = await serverPlace()
    onTestFinished(() => place.remove())
    return place
  }

  test('a database of a newer build is refused, with both numbers and the cure', async () => {
    const place = await makePlace()
    await (await place.open()).close()
    await place.query('update schema_version set version = 7')
    await expect(place.open()).rejects.toMatchObject({
      code: 'config',
      message: expect.stringMatching(/\b7\b.*\b4\b/),
      cure: expect.stringContaining('newer build'),
    })
  })

  test('a user who may not create tables is told so', async () => {
    const place = await makePlace()
    const url = place.url.replace(/search_path%3D\w+/, 'search_path%3Dpg_catalog')
    await expect(openStore(url)).rejects.toMatchObject({ code: 'config' })
  })

  test('connections the server cuts are replaced, and nothing that was confirmed is lost', async () => {
    const place = await makePlace()
    const store = await place.open()
    onTestFinished(() => store.close())
    const apply = (event: string) =>
      store.apply(keyOf(event), leaseAt(), (snapshot) => countTurn(snapshot, event))
    await apply('e1')
    await place.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = '${place.application}'`,
    )
    // Every connection that was cut may be met once; the desk tries again just like this.
    for (let cut = 0; cut < MOST_CONNECTIONS; cut += 1) {
      const failure = await apply('e2').then(
        () => null,
        (error: unknown) => error,
      )
      if (failure === null) break
      expect(failure).toMatchObject({ code: 'unavailable' })
    }
    expect(seenBy(await store.read('chat:1'))).toEqual(['e1', 'e2'])
  })
})
