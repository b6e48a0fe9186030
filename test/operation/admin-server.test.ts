import { request } from 'node:http'
import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { openAdminServer, type Pages, plain } from '../../src/operation/admin-server.ts'

const HOST = '127.0.0.1'

async function serve(pages: Pages) {
  const server = await openAdminServer({ port: 0, host: HOST }, pages)
  onTestFinished(() => server.close())
  return { server, base: `http://${HOST}:${server.port}` }
}

const PAGES: Pages = { '/page': async () => plain(200, 'words') }

test('a page is there for GET and HEAD, whatever stands behind the question mark', async () => {
  const { base } = await serve(PAGES)
  const got = await fetch(`${base}/page?at=1`)
  expect([got.status, await got.text()]).toEqual([200, 'words\n'])
  expect(got.headers.get('cache-control')).toBe('no-store')
  const head = await fetch(`${base}/page`, { method: 'HEAD' })
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '6', ''])
})

test('anything else is refused', async () => {
  const { base } = await serve(PAGES)
  expect((await fetch(`${base}/page`, { method: 'POST', body: 'x' })).status).toBe(405)
  for (const path of ['/', '/other', '/constructor', '/../page/..', '/%2e%2e/etc/passwd'])
    expect((await fetch(base + path)).status, path).toBe(404)
})

test('a page that fails says nothing of why, and the next one works', async () => {
  const { base } = await serve({
    ...PAGES,
    '/bad': () => Promise.reject(new Error('postgres://me:secret@host')),
  })
  const bad = await fetch(`${base}/bad`)
  expect(bad.status).toBe(500)
  expect(await bad.text()).not.toContain('secret')
  expect((await fetch(`${base}/page`)).status).toBe(200)
})

test('what is no HTTP, or breaks off, ends that connection alone', async () => {
  const { server, base } = await serve(PAGES)
  await new Promise((resolve) => {
    const socket = connect(server.port, HOST, () => socket.write('\u0000\u0001 no such thing\r\n\r\n'))
    socket
      .on('close', resolve)
      .on('error', () => {})
      .resume()
  })
  await new Promise((resolve) => {
    const broken = request(`${base}/page`, { method: 'GET' }).on('error', resolve)
    broken.on('socket', (socket) => socket.on('connect', () => socket.destroy()))
    broken.end()
  })
  expect((await fetch(`${base}/page`)).status).toBe(200)
})

test('a port that is taken is named, with the cure', async () => {
  const { server } = await serve(PAGES)
  await expect(openAdminServer({ port: server.port, host: HOST }, PAGES)).rejects.toMatchObject({
    code: 'config',
    message: expect.stringMatching(new RegExp(`ADMIN_PORT ${server.port}.*EADDRINUSE`)),
    cure: expect.stringContaining('free port'),
  })
})

test('a host that is not of this machine is named too', async () => {
  await expect(openAdminServer({ port: 0, host: '192.0.2.1' }, PAGES)).rejects.toMatchObject({
    code: 'config',
    message: expect.stringContaining('192.0.2.1'),
  })
})

test('closing waits for nobody who is in the middle of a question', async () => {
  const server = await openAdminServer({ port: 0, host: HOST }, PAGES)
  const slow = connect(server.port, HOST, () => slow.write('GET /page HTTP/1.1\r\n'))
  slow.on('error', () => {})
  // By the time another one is answered, the half question has arrived.
  await new Promise((resolve) => slow.once('connect', resolve))
  await fetch(`http://${HOST}:${server.port}/page`)
  await server.close()
})
