import { expect, onTestFinished, test } from 'vitest'
import type { Store } from '../../src/desk.ts'
import { createLog } from '../../src/log.ts'
import { openAdminServer } from '../../src/operation/admin-server.ts'
import { openOperation } from '../../src/operation/operation.ts'
import { createReadiness } from '../../src/operation/readiness.ts'

const HOST = '127.0.0.1'
const log = createLog('silent')

/** A store that answers, fails or hangs, as told. */
function moodyStore() {
  let mood: 'well' | 'broken' | 'hangs' = 'well'
  const answer = <T>(value: T): Promise<T> => {
    if (mood === 'hangs') return new Promise(() => {})
    return mood === 'well' ? Promise.resolve(value) : Promise.reject(new Error('gone'))
  }
  const read: Store['read'] = () => answer(null)
  const backlog: Store['backlog'] = () => answer([{ platform: 'chat', owed: 3, oldest: '2026-03-01' }])
  return {
    read,
    backlog,
    be(next: typeof mood) {
      mood = next
    },
  }
}

async function freePort(): Promise<number> {
  const server = await openAdminServer({ port: 0, host: HOST }, {})
  await server.close()
  return server.port
}

async function open(store: Pick<Store, 'read' | 'backlog'> = moodyStore()) {
  const port = await freePort()
  const operation = await openOperation({
    admin: { port, host: HOST },
    fronts: ['chat', 'forum'],
    store,
    log,
  })
  onTestFinished(() => operation.close())
  const get = async (path: string) => {
    const response = await fetch(`http://${HOST}:${port}${path}`)
    return { status: response.status, text: await response.text() }
  }
  return { operation, get }
}

test('it is alive from the beginning, and ready when people can reach every front end', async () => {
  const { operation, get } = await open()
  expect(await get('/healthz')).toEqual({ status: 200, text: 'ok\n' })
  expect(await get('/readyz')).toMatchObject({ status: 503, text: expect.stringMatching(/chat\n.*forum/) })
  operation.attached('chat')
  expect(await get('/readyz')).toEqual({ status: 503, text: 'front end not attached: forum\n' })
  operation.attached('forum')
  expect(await get('/readyz')).toEqual({ status: 200, text: 'ready\n' })
})

test('it is not ready while the store does not answer, and is again when it does', async () => {
  const store = moodyStore()
  const { operation, get } = await open(store)
  for (const front of ['chat', 'forum']) operation.attached(front)
  store.be('broken')
  expect(await get('/readyz')).toEqual({ status: 503, text: 'the store does not answer\n' })
  expect((await get('/healthz')).status).toBe(200)
  store.be('well')
  expect((await get('/readyz')).status).toBe(200)
})

test('a store that hangs is not waited for', async () => {
  const store = moodyStore()
  store.be('hangs')
  expect(await createReadiness([], store, 1).missing()).toEqual(['the store does not answer'])
})

test('it is not ready while it stops, and still alive', async () => {
  const { operation, get } = await open()
  for (const front of ['chat', 'forum']) operation.attached(front)
  operation.stopping()
  expect(await get('/readyz')).toEqual({ status: 503, text: 'stopping\n' })
  expect((await get('/healthz')).status).toBe(200)
})

test('the figures are there, and tell which front ends people can reach', async () => {
  const { operation, get } = await open()
  operation.attached('chat')
  const { text } = await get('/metrics')
  expect(text).toContain('pyframe_front_end_ready{platform="chat"} 1')
  expect(text).toContain('pyframe_front_end_ready{platform="forum"} 0')
  expect(text).toContain('process_resident_memory_bytes')
})

test('without a port nothing is listened to, and everything else goes on', async () => {
  const operation = await openOperation({ admin: null, fronts: ['chat'], store: moodyStore(), log })
  operation.attached('chat')
  operation.observe({ kind: 'entered', platform: 'chat', event: 'e', conversation: 'chat:1' })
  operation.stopping()
  await operation.close()
})

test('what is owed is told, and left out while the store does not answer', async () => {
  const store = moodyStore()
  const { get } = await open(store)
  const owed = async () => {
    const { status, text } = await get('/metrics')
    expect(status).toBe(200)
    return text.match(/^pyframe_outbox_rows\{.*$/gm) ?? []
  }
  const all = ['pyframe_outbox_rows{platform="chat"} 3', 'pyframe_outbox_rows{platform="forum"} 0']
  expect(await owed()).toEqual(all)
  for (const mood of ['broken', 'hangs'] as const) {
    store.be(mood)
    expect(await owed(), mood).toEqual([])
  }
  store.be('well')
  expect(await owed()).toEqual(all)
})
