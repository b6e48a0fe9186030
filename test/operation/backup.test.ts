import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openStore } from '../../src/desk.ts'
import { ROOT } from '../architecture/sources.ts'
import { seenBy } from '../store/counting.ts'
import { temporaryFolder } from '../store/place.ts'
import { openOffice, says } from '../support/desk.ts'

vi.setConfig({ testTimeout: 30_000 })

/** The command people are told to use, as it stands in the documentation. */
const [, COMMAND = ''] =
  /npx node -e "(.+)"/.exec(readFileSync(join(ROOT, 'docs/operation.md'), 'utf8')) ?? []

async function place() {
  const { folder, remove } = await temporaryFolder()
  onTestFinished(remove)
  mkdirSync(join(folder, 'data'))
  const path = join(folder, 'data', 'pyframe.db')
  const open = async () => openOffice(await openStore(`file:${path}`))
  return { folder, path, backup: join(folder, 'backup.db'), open }
}

async function backUp(cwd: string): Promise<number | null> {
  const child = spawn(process.execPath, ['-e', COMMAND], { cwd, stdio: ['ignore', 'ignore', 'pipe'] })
  const [status] = await once(child, 'exit')
  return status
}

const integrity = (path: string): unknown => {
  const database = new DatabaseSync(path, { readOnly: true })
  const found = database.prepare('pragma integrity_check').get()
  database.close()
  return found
}

test('a backup made while people are talking is a whole database of one moment', async () => {
  const { folder, backup, open } = await place()
  const office = await open()
  const desk = office.open()
  await desk.attach('chat', office.collect)
  const rooms = Array.from({ length: 20 }, (_, i) => `chat:${i}`)
  let isDone = false
  const talk = async (conversation: string): Promise<void> => {
    for (let i = 0; !isDone; i++) {
      await desk.receive(says(`${i}`, { event: `${conversation} ${i}`, conversation }))
      // Everything above is done at once: without a pause nobody would learn that the backup is made.
      await setImmediate()
    }
  }
  const talking = rooms.map(talk)
  const status = await backUp(folder)
  isDone = true
  await Promise.all(talking)
  const spoken = await Promise.all(rooms.map((room) => office.seen(room)))
  await office.close()

  expect(status).toBe(0)
  expect(integrity(backup)).toEqual({ integrity_check: 'ok' })
  const store = await openStore(`file:${backup}`)
  onTestFinished(() => store.close())
  for (const [i, room] of rooms.entries()) {
    const kept = seenBy(await store.read(room))
    expect(kept).toEqual(spoken[i]?.slice(0, kept.length))
  }
})

test('put back in its place, conversations go on where they were, and what came before it is not stepped again', async () => {
  const { folder, path, backup, open } = await place()
  const before = await open()
  await before.open().receive(says('owed'))
  expect(await backUp(folder)).toBe(0)
  await before.close()
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true })
  cpSync(backup, path)

  const after = await open()
  onTestFinished(() => after.close())
  const desk = after.open()
  expect(await desk.attach('chat', after.collect)).toBe(1)
  await desk.receive(says('owed'))
  await desk.receive(says('next'))
  expect(await after.seen()).toEqual(['owed', 'next'])
})

test('a backup that is there already is not written over', async () => {
  const { folder, backup, open } = await place()
  const office = await open()
  await office.open().receive(says('one'))
  expect(await backUp(folder)).toBe(0)
  expect(await backUp(folder)).not.toBe(0)
  expect(existsSync(backup)).toBe(true)
  await office.close()
})
