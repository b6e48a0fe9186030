import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serveGateway } from './fake-discord-gateway.ts'
import { type Call, createRest } from './fake-discord-rest.ts'
import { APPLICATION, GUILD, guildOf, SELF } from './fake-discord-world.ts'

/** Everything a test needs of Discord, on loopback: its REST API and its gateway. */
export type FakeDiscord = Awaited<ReturnType<typeof openFakeDiscord>>

const PREFIX = '/api/v10'

export async function openFakeDiscord() {
  const server = createServer((request, response) => void serve(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const rest = createRest(base)
  const gateway = serveGateway(
    server,
    () => base.replace('http', 'ws'),
    () => [
      [
        'READY',
        {
          ...{ v: 10, user: SELF, guilds: [{ id: GUILD, unavailable: true }], shard: [0, 1] },
          application: { id: APPLICATION, flags: 0 },
        },
      ],
      ['GUILD_CREATE', guildOf()],
    ],
  )

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { body, files } = await read(request, Buffer.concat(chunks))
    const path = decodeURIComponent(new URL(request.url ?? '', base).pathname).replace(PREFIX, '')
    const call: Call = { method: request.method ?? '', path, body, files, at: Date.now() }
    const answer = rest.answer(call, request.headers.authorization)
    if (answer.lost) return void request.socket.destroy()
    // A 204 that says it is JSON would be parsed by discord.js.
    const type = answer.status === 204 ? {} : { 'content-type': 'application/json' }
    response.writeHead(answer.status, { ...type, ...answer.headers })
    response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body))
  }

  return {
    apiUrl: `${base}/api`,
    rest,
    gateway,
    async close(): Promise<void> {
      gateway.cut()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Files come beside the payload in a form. */
async function read(request: IncomingMessage, raw: Buffer): Promise<Pick<Call, 'body' | 'files'>> {
  const type = request.headers['content-type'] ?? ''
  if (raw.length === 0) return { body: {}, files: [] }
  if (!type.startsWith('multipart/')) return { body: JSON.parse(String(raw)), files: [] }
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': type } }).formData()
  const files = [...form.entries()].flatMap(([key, value]) =>
    key.startsWith('files[') && typeof value !== 'string' ? [value.name] : [],
  )
  return { body: JSON.parse(String(form.get('payload_json'))), files }
}
