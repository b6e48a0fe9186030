import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serveSocket } from './fake-slack-socket.ts'
import { createWebApi } from './fake-slack-web-api.ts'

/** Everything a test needs of Slack, on loopback: its Web API, its hooks and files, and the way events are sent. */
export type FakeSlack = Awaited<ReturnType<typeof openFakeSlack>>

/** What came of a request. */
export interface Received {
  status: number
  body: string
}

export const SECRET = 'signing-secret-of-the-tests'

export async function openFakeSlack() {
  const server = createServer((request, response) => void serve(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const socket = serveSocket(server)
  const api = createWebApi(base)
  /** Where events go over HTTP, once the app listens. */
  let target = ''
  let requests = 0

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    requests += 1
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const path = new URL(request.url ?? '', base).pathname
    const { status, headers, body, lost } = await api.answer(path, request.headers, Buffer.concat(chunks))
    if (lost) return void request.socket.destroy()
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(body)
  }

  /** As Slack sends to a request URL; the headers can be made wrong. */
  async function post(
    content: string,
    contentType: string,
    { timestamp = Math.floor(Date.now() / 1000), secret = SECRET, headers = {} } = {},
  ): Promise<Received> {
    const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${content}`).digest('hex')
    const response = await fetch(`${target}/slack/events`, {
      method: 'POST',
      headers: {
        'content-type': contentType,
        'x-slack-request-timestamp': String(timestamp),
        'x-slack-signature': `v0=${signature}`,
        ...headers,
      },
      body: content,
    })
    return { status: response.status, body: await response.text() }
  }

  const postJson = (body: unknown, how = {}) => post(JSON.stringify(body), 'application/json', how)
  const postForm = (fields: Record<string, string>) =>
    post(new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded')

  return {
    ...api,
    base,
    apiUrl: `${base}/api/`,
    socket,
    post,
    postJson,
    /** How many requests it was sent. */
    asked: () => requests,
    /** What a browser would ask the app for. */
    get: (path: string, headers: Record<string, string> = {}) =>
      fetch(`${target}${path}`, { headers, redirect: 'manual' }),
    /** Events go to this port from now on. */
    aim(port: number) {
      target = `http://127.0.0.1:${port}`
    },
    /** Sends an event the way the app is connected; resolves when it is acknowledged. */
    async sendEvent(envelope: object, how = {}): Promise<void> {
      if (target === '') return socket.deliver('events_api', envelope)
      expectOk(await postJson(envelope, how))
    },
    async sendCommand(fields: Record<string, string>): Promise<void> {
      if (target === '') return socket.deliver('slash_commands', fields)
      expectOk(await postForm(fields))
    },
    async sendInteraction(payload: object): Promise<void> {
      if (target === '') return socket.deliver('interactive', payload)
      expectOk(await postForm({ payload: JSON.stringify(payload) }))
    },
    async close(): Promise<void> {
      socket.cut()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function expectOk({ status, body }: Received): void {
  if (status !== 200) throw new Error(`the app answered ${status} ${body}`)
}
