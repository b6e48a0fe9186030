import { createHash } from 'node:crypto'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'

/* The server's side of WebSockets, as small as the protocol (RFC 6455) allows; messages are JSON. */

const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const TEXT = 1
const CLOSE = 8
const PING = 9
const PONG = 10

/** One open line to a client. */
export interface Line {
  send(message: unknown): void
  /** Ends it with a word. */
  close(code: number): void
  /** Ends it without a word. */
  cut(): void
}

/** Serves WebSockets on an HTTP server. */
export function serveWebSocket(
  server: Server,
  on: {
    open(line: Line): void
    message(line: Line, message: unknown): void
    closed(line: Line): void
  },
): void {
  server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
    const accept = createHash('sha1')
      .update(`${request.headers['sec-websocket-key']}${MAGIC}`)
      .digest('base64')
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    )
    const write = (opcode: number, body: string | Buffer): void => {
      if (socket.writable) socket.write(frame(opcode, body))
    }
    const line: Line = {
      send: (message) => write(TEXT, JSON.stringify(message)),
      close: (code) => write(CLOSE, Buffer.from([code >> 8, code & 0xff])),
      cut: () => void socket.destroy(),
    }
    socket.on('error', () => {})
    socket.on('close', () => on.closed(line))
    onFrames(socket, (opcode, body) => {
      if (opcode === PING) write(PONG, body)
      if (opcode === CLOSE) socket.end(frame(CLOSE, body))
      if (opcode === TEXT) on.message(line, JSON.parse(String(body)))
    })
    on.open(line)
  })
}

function onFrames(socket: Duplex, take: (opcode: number, body: Buffer) => void): void {
  let rest = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk])
    for (let next = unframe(rest); next !== null; next = unframe(rest)) {
      rest = rest.subarray(next.length)
      take(next.opcode, next.body)
    }
  })
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
