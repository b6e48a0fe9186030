import { chmodSync, chownSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PyframeError } from '../../src/errors.ts'
import { setAside } from '../../src/store/location.ts'
import { openStore } from '../../src/store/open.ts'
import { openDatabase, sqliteDialect } from '../../src/store/sqlite.ts'
import { isCorrupt } from '../../src/store/trouble.ts'
import { countTurn } from './counting.ts'
import { temporaryFolder } from './place.ts'
import { keyOf, leaseAt } from './terms.ts'

/** Somebody who owns nothing here; tests of refused writing cannot be made as the superuser. */
const NOBODY = 65_534

let folder: string
let remove: () => Promise<void>
beforeEach(async () => {
  ;({ folder, remove } = await temporaryFolder())
})
afterEach(() => remove())

const pathOf = (name = 'kept.db') => join(folder, name)
const urlOf = (name = 'kept.db') => `file:${pathOf(name)}`

async function refusal(url: string): Promise<PyframeError> {
  const error = await openStore(url).then(
    () => expect.fail('it opened'),
    (thrown) => thrown,
  )
  expect(error).toBeInstanceOf(PyframeError)
  return error
}

/** Leaves a database with replies in it, closed. */
async function fill(url: string, turns = 3): Promise<void> {
  const store = await openStore(url)
  for (let i = 0; i < turns; i++) {
    await store.apply(keyOf(`e${i}`), leaseAt(), (snapshot) => countTurn(snapshot, 'word '.repeat(100)))
  }
  await store.close()
}

/** Runs as somebody who may not write what the superuser made. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  const user = process.geteuid?.()
  if (user === 0) process.seteuid?.(NOBODY)
  try {
    return await work()
  } finally {
    if (user === 0) process.seteuid?.(0)
  }
}

describe('opening a store', () => {
  test('creates the folder and the file', async () => {
    await fill(urlOf('new/folder/kept.db'))
    expect(existsSync(pathOf('new/folder/kept.db'))).toBe(true)
  })

  test('takes a file address with slashes and escapes', async () => {
    await fill(`file://${pathOf('with%20space.db')}`)
    expect(existsSync(pathOf('with space.db'))).toBe(true)
  })

  test.each([
    ['process', 1],
    ['power', 2],
  ] as const)('with durability %s syncs at level %i, beside a write-ahead log', async (durability, level) => {
    const database = await openDatabase(pathOf(), durability)
    expect(database.prepare('pragma synchronous').get()?.synchronous).toBe(level)
    expect(database.prepare('pragma journal_mode').get()?.journal_mode).toBe('wal')
    database.close()
  })

  test('a transaction holds the right to write from its beginning', async () => {
    const other = new DatabaseSync(pathOf(), { timeout: 0 })
    const dialect = sqliteDialect(await openDatabase(pathOf(), 'process'), pathOf())
    const db = new Kysely({ dialect })
    await db.transaction().execute(async () => {
      expect(() => other.exec('begin immediate')).toThrow(/locked/)
    })
    await db.destroy()
    other.close()
  })

  test('refuses a database of a newer build, with both numbers and the cure', async () => {
    await fill(urlOf())
    const database = new DatabaseSync(pathOf())
    const known = database.prepare('select version from schema_version').get()?.version
    database.exec('update schema_version set version = 977')
    database.close()
    const error = await refusal(urlOf())
    expect(error.code).toBe('config')
    expect(error.message).toMatch(new RegExp(`\\b977\\b.*\\b${known}\\b`))
    expect(error.cure).toMatch(/newer build/)
    expect(isCorrupt(error)).toBe(false)
  })

  test.each([
    ['mysql://user:secret@host/db', /starts with mysql:.*must be file: or postgres:/],
    ['./data/kept.db', /no scheme/],
    ['file:', /names no file/],
    ['file://elsewhere/kept.db', /not a file address/],
  ])('refuses %s without repeating it', async (url, words) => {
    const error = await refusal(url)
    expect(error).toMatchObject({ code: 'config', message: expect.stringMatching(words) })
    expect(error.message).not.toContain('secret')
    expect(error.cure).toContain('file:./data/pyframe.db')
  })

  test('refuses a folder in place of the file', async () => {
    expect(await refusal(`file:${folder}`)).toMatchObject({ code: 'config', cure: expect.any(String) })
    expect((await refusal(`file:${folder}`)).message).toContain('is a folder')
  })

  test.runIf(existsSync('/proc/self'))(
    'refuses a place that takes no folders, and does not hang',
    async () => {
      const error = await refusal('file:/proc/nowhere/deeper/kept.db')
      expect(error).toMatchObject({ code: 'config', message: expect.stringContaining('/proc/nowhere') })
    },
  )

  test('refuses a path that leads through a file', async () => {
    writeFileSync(pathOf('file'), '')
    expect((await refusal(urlOf('file/kept.db'))).message).toContain('cannot be created')
  })
})

describe('without the right to write', () => {
  beforeEach(() => chmodSync(folder, 0o755))
  afterEach(() => chmodSync(folder, 0o755))

  test('a read-only file is refused with the cure', async () => {
    await fill(urlOf())
    chmodSync(pathOf(), 0o444)
    if (process.geteuid?.() === 0) chownSync(folder, NOBODY, NOBODY)
    const error = await asNobody(() => refusal(urlOf()))
    expect(error).toMatchObject({ code: 'config', cure: expect.stringMatching(/write the file/) })
    expect(isCorrupt(error)).toBe(false)
  })

  test('a file in a read-only folder is refused with the cure', async () => {
    await fill(urlOf())
    if (process.geteuid?.() === 0) chownSync(pathOf(), NOBODY, NOBODY)
    chmodSync(folder, 0o555)
    const error = await asNobody(() => refusal(urlOf()))
    expect(error).toMatchObject({ code: 'config', cure: expect.stringMatching(/its folder/) })
  })

  test('a folder that cannot be created is named', async () => {
    chmodSync(folder, 0o555)
    const error = await asNobody(() => refusal(urlOf('deeper/kept.db')))
    expect(error).toMatchObject({ code: 'config', message: expect.stringContaining(pathOf('deeper')) })
  })
})

describe('a damaged file', () => {
  async function expectDamage(): Promise<void> {
    const error = await refusal(urlOf())
    expect(error).toMatchObject({ code: 'config', exitStatus: 78, cure: expect.stringMatching(/aside/) })
    expect(isCorrupt(error)).toBe(true)
  }

  test('that is no database is told apart', async () => {
    writeFileSync(pathOf(), 'dear diary, this is no database at all. '.repeat(50))
    await expectDamage()
  })

  test('that was cut off is told apart', async () => {
    await fill(urlOf(), 40)
    const whole = readFileSync(pathOf())
    writeFileSync(pathOf(), whole.subarray(0, whole.length / 2))
    await expectDamage()
  })

  test('that was overwritten in the middle is told apart', async () => {
    await fill(urlOf(), 40)
    const bytes = readFileSync(pathOf())
    bytes.fill(0xa5, 4096 * 2, 4096 * 4)
    writeFileSync(pathOf(), bytes)
    await expectDamage()
  })

  test('moved aside, with what belongs to it, makes room for a new one', async () => {
    writeFileSync(pathOf(), 'no database '.repeat(100))
    writeFileSync(pathOf('kept.db-wal'), 'log of the old one')
    const aside = setAside(urlOf(), new Date('2026-03-01T10:20:30.456Z'))
    expect(aside).toBe(pathOf('kept.db.corrupt-2026-03-01T10-20-30.456Z'))
    expect(readdirSync(folder).sort()).toEqual([
      'kept.db.corrupt-2026-03-01T10-20-30.456Z',
      'kept.db.corrupt-2026-03-01T10-20-30.456Z-wal',
    ])
    expect(readFileSync(aside, 'utf8')).toMatch(/^no database/)
    await fill(urlOf())
  })

  test('an empty file is a new database', async () => {
    writeFileSync(pathOf(), '')
    await fill(urlOf())
  })

  test('an ordinary error is no damage', () => {
    expect(isCorrupt(new Error('file is not a database'))).toBe(false)
    expect(isCorrupt(undefined)).toBe(false)
  })
})
