import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { PyframeError } from '../src/errors.ts'
import { serveGateway } from '../test/support/fake-discord-gateway.ts'
import {
  APPLICATION,
  CHANNEL,
  GUILD,
  guildOf,
  interactionOf,
  SELF,
  snowflake,
} from '../test/support/fake-discord-world.ts'
import type { Load, Sample } from './pressing.ts'

export const CREDENTIALS = { DISCORD_TOKEN: 'bench' }

/** A reply that takes longer is none. */
const GIVE_UP_MS = 20_000

/** After so many presses a person has a recommendation, and begins anew. */
const PRESSES = 5

const RESTART = { id: '1', name: 'pyframe', type: 1, options: [{ name: 'restart', type: 1, options: [] }] }

/** What is waited for after something was done. */
interface Waiting {
  acknowledged(): void
  replied(components: unknown): void
}

/** Discord as a load sees it: a gateway that tells of presses, and a REST API that takes every call. */
export async function openLoad(): Promise<Load> {
  const waiting = new Map<string, Waiting>()
  const people = new Map<number, { id: string; done: number; shown: unknown }>()

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    take(request.method ?? '', request.url ?? '', String(Buffer.concat(chunks)), response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const url = base.replace('http', 'ws')
  const gateway = serveGateway(
    server,
    () => url,
    () => [
      [
        'READY',
        { v: 10, user: SELF, guilds: [{ id: GUILD, unavailable: true }], application: { id: APPLICATION } },
      ],
      ['GUILD_CREATE', guildOf()],
    ],
  )

  const LISTS: Record<string, unknown> = {
    bot: {
      url,
      shards: 1,
      session_start_limit: { total: 9, remaining: 9, reset_after: 1, max_concurrency: 1 },
    },
    '@me': { id: APPLICATION, name: 'bench' },
    commands: [],
  }

  function take(method: string, path: string, body: string, response: ServerResponse): void {
    const [, , , area, , token = ''] = path.split('/')
    if (area === 'interactions') {
      acknowledge(token, body, response)
      return
    }
    response.writeHead(200, { 'content-type': 'application/json' })
    const last = path.split('/').at(-1) ?? ''
    response.end(JSON.stringify(method === 'GET' ? (LISTS[last] ?? {}) : { id: '1', components: [] }))
    if (area === 'webhooks') waiting.get(token.split('?')[0] ?? '')?.replied(jsonOf(body).components)
  }

  function acknowledge(token: string, body: string, response: ServerResponse): void {
    response.writeHead(204).end()
    const waits = waiting.get(token)
    waits?.acknowledged()
    const shown = jsonOf(body).data?.components
    if (shown !== undefined) waits?.replied(shown)
  }

  async function act(person: number): Promise<Sample> {
    const state = people.get(person) ?? { id: snowflake(), done: 0, shown: null }
    people.set(person, state)
    const payload = payloadOf(state)
    const acknowledged = Promise.withResolvers<number>()
    const replied = Promise.withResolvers<number>()
    const start = performance.now()
    waiting.set(payload.token, {
      acknowledged: () => acknowledged.resolve(performance.now() - start),
      replied(components) {
        state.shown = components
        replied.resolve(performance.now() - start)
      },
    })
    gateway.dispatch('INTERACTION_CREATE', payload)
    state.done += 1
    const late = sleep(GIVE_UP_MS, undefined, { ref: false }).then(() => {
      throw new PyframeError('unavailable', `no reply within ${GIVE_UP_MS} ms`)
    })
    const reply = await Promise.race([replied.promise, late])
    waiting.delete(payload.token)
    return { ack: await acknowledged.promise, reply }
  }

  return {
    apiUrl: `${base}/api`,
    act,
    async close() {
      gateway.cut()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

interface Body {
  components?: unknown
  data?: { components?: unknown }
}

/** The payload, which stands in a form when files go along. */
function jsonOf(body: string): Body {
  const [, inForm = body] = /name="payload_json"\r\n\r\n([^\r]*)/.exec(body) ?? []
  return JSON.parse(inForm) as Body
}

/** A press on what they are shown, or the command that begins anew; what a picture costs is measured by itself. */
function payloadOf({ id, done, shown }: { id: string; done: number; shown: unknown }) {
  const scene = { user: id, name: `P${id}`, channel: CHANNEL }
  const custom_id = /"custom_id":"(p(?![^"]*details)[^"]+)"/.exec(JSON.stringify(shown))?.[1]
  if (done % (PRESSES + 1) === 0 || custom_id === undefined) return interactionOf(scene, 2, RESTART)
  const message = {
    ...{ id: snowflake(), channel_id: CHANNEL, author: SELF, content: '', type: 0, flags: (1 << 15) | 64 },
    ...{ components: shown, attachments: [], embeds: [], mentions: [], mention_roles: [] },
    ...{ timestamp: new Date().toISOString(), edited_timestamp: null, tts: false, pinned: false },
  }
  return interactionOf(scene, 3, { custom_id, component_type: 2 }, { message })
}
