import { createHmac, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { Agent, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { PyframeError } from '../src/errors.ts'
import type { Load, Sample } from './pressing.ts'

const SECRET = '5ec2e7000000000000000000000000bb'
export const CREDENTIALS = { SLACK_BOT_TOKEN: 'xoxb-bench', SLACK_SIGNING_SECRET: SECRET }

/** A reply that takes longer is none. */
const GIVE_UP_MS = 20_000

/** After so many presses a person has a recommendation, and begins anew. */
export const PRESSES = 5

const AUTH = JSON.stringify({ ok: true, user_id: 'UBOT', bot_id: 'BBOT', user: 'pyframe', team: 'Bench' })

/** A port nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

/** @param port where the app listens */
export async function openLoad(port: number): Promise<Load> {
  const waiting = new Map<string, (body: string) => void>()
  const people = new Map<number, { done: number; shown: string }>()
  const agent = new Agent({ keepAlive: true, maxSockets: 400 })

  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const [, area, id = ''] = (incoming.url ?? '').split('/')
    response.end(area === 'api' ? AUTH : 'ok')
    waiting.get(id)?.(String(Buffer.concat(chunks)))
    waiting.delete(id)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  function send(content: string): Promise<void> {
    const timestamp = Math.floor(Date.now() / 1000)
    const signature = createHmac('sha256', SECRET).update(`v0:${timestamp}:${content}`).digest('hex')
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(content),
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    }
    return new Promise((resolve, reject) => {
      const posted = request({
        host: '127.0.0.1',
        port,
        path: '/slack/events',
        method: 'POST',
        headers,
        agent,
      })
      posted.on('response', (answer) => answer.resume().on('end', resolve))
      posted.on('error', (error) => {
        // The app may close an idle connection in the moment it is used again: nothing was taken then.
        if (posted.reusedSocket) send(content).then(resolve, reject)
        else reject(error)
      })
      posted.end(content)
    })
  }

  async function act(person: number): Promise<Sample> {
    const state = people.get(person) ?? { done: 0, shown: '' }
    people.set(person, state)
    const id = randomUUID()
    const { promise: posted, resolve } = Promise.withResolvers<string>()
    waiting.set(id, resolve)
    const content = contentOf(person, state, id, base)
    const start = performance.now()
    const reply = posted.then((body) => {
      state.shown = body
      return performance.now() - start
    })
    await send(content)
    const ack = performance.now() - start
    state.done += 1
    const late = sleep(GIVE_UP_MS, undefined, { ref: false }).then(() => {
      throw new PyframeError('unavailable', `no reply within ${GIVE_UP_MS} ms`)
    })
    return { ack, reply: await Promise.race([reply, late]) }
  }

  return {
    apiUrl: `${base}/api/`,
    act,
    async close() {
      agent.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function contentOf(
  person: number,
  { done, shown }: { done: number; shown: string },
  id: string,
  base: string,
): string {
  const response_url = `${base}/hook/${id}`
  const action_id = /"action_id":"(press\.[^"]+)"/.exec(shown)?.[1]
  const user = `U${person}`
  if (done % (PRESSES + 1) === 0 || action_id === undefined)
    return new URLSearchParams({
      command: '/pyframe',
      text: 'restart',
      team_id: 'T1',
      channel_id: 'C1',
      user_id: user,
      response_url,
      trigger_id: id,
    }).toString()
  const payload = {
    type: 'block_actions',
    user: { id: user, team_id: 'T1' },
    team: { id: 'T1' },
    container: { type: 'message', message_ts: '1.1', channel_id: 'C1', is_ephemeral: true },
    channel: { id: 'C1', name: 'general' },
    trigger_id: id,
    response_url,
    state: { values: {} },
    actions: [
      { type: 'button', action_id, block_id: 'b', text: { type: 'plain_text', text: 'x' }, action_ts: id },
    ],
  }
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
}
