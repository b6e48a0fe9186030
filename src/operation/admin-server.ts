import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { messageOf, PyframeError } from '../errors.ts'

/** An answer to one of the operator's questions. */
export interface Reply {
  status: number
  type: string
  body: string
}

/** Pages by path; each is asked anew whenever it is fetched. */
export type Pages = Record<string, () => Promise<Reply>>

export interface AdminServer {
  /** The one that was asked for, or found where 0 was. */
  readonly port: number
  /** Ends what is open too: nobody waits for a page of figures. */
  close(): Promise<void>
}

/** Who asks sends a few lines and nothing else. */
const PATIENCE_MS = 5_000

export const plain = (status: number, body: string): Reply => ({
  status,
  type: 'text/plain; charset=utf-8',
  body: `${body}\n`,
})

/**
 * Serves pages to GET and HEAD.
 *
 * @throws PyframeError `config` when the port cannot be had
 */
export async function openAdminServer(
  { port, host }: { port: number; host: string },
  pages: Pages,
): Promise<AdminServer> {
  const server = createServer(
    { requestTimeout: PATIENCE_MS, headersTimeout: PATIENCE_MS },
    (request, response) => void answer(pages, request, response),
  )
  await listen(server, port, host)
  // A broken connection is its own end; without a listener it would end the program.
  server.on('error', () => {})
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', (cause) =>
    reject(
      new PyframeError('config', `ADMIN_PORT ${port} cannot be opened on ${host}: ${messageOf(cause)}.`, {
        cure: 'Set ADMIN_PORT to a free port and HOST to an address of this machine, or stop what uses it.',
        cause,
      }),
    ),
  )
  server.listen(port, host, resolve)
  return promise
}

async function answer(pages: Pages, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { status, type, body } = await replyTo(pages, request)
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(status === 405 && { allow: 'GET, HEAD' }),
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

async function replyTo(pages: Pages, { method, url = '' }: IncomingMessage): Promise<Reply> {
  if (method !== 'GET' && method !== 'HEAD') return plain(405, 'only GET and HEAD')
  const [path = ''] = url.split('?')
  const page = Object.hasOwn(pages, path) ? pages[path] : undefined
  if (page === undefined) return plain(404, `there is ${Object.keys(pages).join(', ')}`)
  // What went wrong is in the log, not for whoever asks.
  return page().catch(() => plain(500, 'that cannot be told now'))
}
