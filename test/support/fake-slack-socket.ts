import { createHash, randomUUID } from 'node:crypto'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'

/* A WebSocket server for Socket Mode, as small as the protocol (RFC 6455) allows. */

const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const TEXT = 1
const CLOSE = 8
const PING = 9
const PONG = 10

export interface SocketSide {
  /** Connections that were opened so far, and those that are open. */
  readonly opened: number
  readonly open: number
  /** Whether new connections are greeted, as Slack does; else they stay silent. */
  greets: boolean
  /** Sends an envelope; resolves when it is acknowledged. */
  deliver(type: string, payload: unknown): Promise<void>
  /** Says something of Slack's own, such as that another server should be used. */
  tell(message: object): void
  /** Cuts every line without a word. */
  cut(): void
  /** From now on nothing comes over the lines there are, which stay open. */
  freeze(): void
}

export function serveSocket(server: Server): SocketSide {
  const lines = new Set<Duplex>()
  const frozen = new WeakSet<Duplex>()
  const waiting = new Map<string, () => void>()
  let opened = 0

  const side: SocketSide = {
    get opened() {
      return opened
    },
    get open() {
      return lines.size
    },
    greets: true,
    deliver(type, payload) {
      const envelope_id = randomUUID()
      const line = [...lines].at(-1)
      if (line === undefined) return Promise.reject(new Error('nobody is connected'))
      const acknowledged = new Promise<void>((resolve) => waiting.set(envelope_id, resolve))
      line.write(frame(TEXT, JSON.stringify({ type, envelope_id, payload, accepts_response_payload: false })))
      return acknowledged
    },
    tell(message) {
      for (const line of lines) line.write(frame(TEXT, JSON.stringify(message)))
    },
    cut() {
      for (const line of lines) line.destroy()
    },
    freeze() {
      for (const line of lines) frozen.add(line)
    },
  }

  server.on('upgrade', (request: IncomingMessage, line: Duplex) => {
    const accept = createHash('sha1')
      .update(`${request.headers['sec-websocket-key']}${MAGIC}`)
      .digest('base64')
    line.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    )
    opened += 1
    lines.add(line)
    line.on('close', () => lines.delete(line))
    line.on('error', () => lines.delete(line))
    read(line)
    if (side.greets) line.write(frame(TEXT, JSON.stringify({ type: 'hello', num_connections: 1 })))
  })

  function read(line: Duplex): void {
    let rest = Buffer.alloc(0)
    line.on('data', (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk])
      for (let next = unframe(rest); next !== null; next = unframe(rest)) {
        rest = rest.subarray(next.length)
        take(line, next.opcode, next.body)
      }
    })
  }

  function take(line: Duplex, opcode: number, body: Buffer): void {
    if (frozen.has(line)) return
    if (opcode === PING) line.write(frame(PONG, body))
    if (opcode === CLOSE) line.end(frame(CLOSE, body))
    if (opcode !== TEXT) return
    const { envelope_id } = JSON.parse(String(body))
    waiting.get(envelope_id)?.()
    waiting.delete(envelope_id)
  }

  return side
}

function frame(opcode: number, content: string | Buffer): Buffer {
  const body = Buffer.from(content)
  const short = body.length < 126
  const head = Buffer.alloc(short ? 2 : 10)
  head[0] = 0x80 | opcode
  head[1] = short ? body.length : 127
  if (!short) head.writeBigUInt64BE(BigInt(body.length), 2)
  return Buffer.concat([head, body])
}

/** The first whole frame of a client, which masks what it sends; null when there is none yet. */
function unframe(data: Buffer): { opcode: number; body: Buffer; length: number } | null {
  if (data.length < 2) return null
  const code = (data[1] ?? 0) & 0x7f
  const start = code === 126 ? 4 : code === 127 ? 10 : 2
  if (data.length < start + 4) return null
  const size = code === 126 ? data.readUInt16BE(2) : code === 127 ? Number(data.readBigUInt64BE(2)) : code
  const length = start + 4 + size
  if (data.length < length) return null
  const mask = data.subarray(start, start + 4)
  const body = Buffer.from(data.subarray(start + 4, length).map((byte, i) => byte ^ (mask[i % 4] ?? 0)))
  return { opcode: (data[0] ?? 0) & 0x0f, body, length }
}
