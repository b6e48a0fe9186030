import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { explain } from '../../src/store/trouble.ts'
import { temporaryFolder } from './place.ts'

let path: string
let remove: () => Promise<void>
beforeEach(async () => {
  const place = await temporaryFolder()
  path = join(place.folder, 'kept.db')
  remove = place.remove
})
afterEach(() => remove())

function explained(work: () => void): unknown {
  try {
    work()
  } catch (error) {
    return explain(error, path)
  }
  return expect.fail('it worked')
}

test('a file another process holds is unavailable, and the cure says to wait', () => {
  const holder = new DatabaseSync(path)
  const other = new DatabaseSync(path, { timeout: 0 })
  holder.exec('begin immediate')
  const error = explained(() => other.exec('begin immediate'))
  expect(error).toMatchObject({ code: 'unavailable', cure: expect.stringMatching(/other process/) })
  other.close()
  holder.close()
})

test('a full disk is unavailable, and the cure names the space', () => {
  const database = new DatabaseSync(path)
  database.exec('create table words (word text); pragma max_page_count = 3')
  const error = explained(() => database.exec(`insert into words values (printf('%.20000c', 'x'))`))
  expect(error).toMatchObject({ code: 'unavailable', cure: expect.stringMatching(/free space/) })
  database.close()
})

test('a mistake of our own comes back as it is', () => {
  const database = new DatabaseSync(path)
  expect(explained(() => database.exec('select * from nowhere'))).toMatchObject({ code: 'ERR_SQLITE_ERROR' })
  expect(explain('thrown text', path)).toBe('thrown text')
  database.close()
})
