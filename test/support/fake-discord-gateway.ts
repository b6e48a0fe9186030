import type { Server } from 'node:http'
import { type Line, serveWebSocket } from './web-socket.ts'

const HEARTBEAT_MS = 41_250

interface Packet {
  op: number
  d: unknown
}

interface Event {
  op: 0
  t: string
  s: number
  d: unknown
}

/** Discord's side of the gateway: sessions, events in order, and resuming. */
export interface FakeGateway {
  /** How often a session was begun, and resumed. */
  readonly identified: number
  readonly resumed: number
  /** The code the last line was closed with by the client's wish to come back, and open lines. */
  readonly open: number
  /** Intents of the last session, as a number. */
  readonly intents: number
  /** Tells what happened; while nobody listens it is kept for a resumed session. */
  dispatch(event: string, data: unknown): void
  /** Breaks every line without a word. */
  cut(): void
  /**
   * Asks the client to come back on another line (op 7).
   *
   * @param heartbeatMs how often it is to send a heartbeat there
   */
  askToReconnect(heartbeatMs?: number): void
  /** From now on nothing comes over the lines there are, which stay open. */
  freeze(): void
  /** Ends the session (op 9): it cannot be resumed. */
  invalidate(): void
  /** Closes every line with a code. */
  close(code: number): void
}

/** @param begin what a new session is told */
export function serveGateway(
  server: Server,
  url: () => string,
  begin: () => readonly (readonly [event: string, data: object])[],
): FakeGateway {
  const lines = new Set<Line>()
  const frozen = new WeakSet<Line>()
  let heartbeat_interval = HEARTBEAT_MS
  let session: { id: string; events: Event[] } | null = null
  let identified = 0
  let resumed = 0
  let intents = 0

  function tell(event: string, data: unknown, only?: Line): void {
    if (session === null) return
    const packet: Event = { op: 0, t: event, s: session.events.length + 1, d: data }
    session.events.push(packet)
    for (const line of only ? [only] : lines) if (!frozen.has(line)) line.send(packet)
  }

  function identify(line: Line, data: { intents: number }): void {
    identified += 1
    intents = data.intents
    session = { id: `session-${identified}`, events: [] }
    for (const [event, each] of begin())
      tell(
        event,
        event === 'READY' ? { ...each, session_id: session.id, resume_gateway_url: url() } : each,
        line,
      )
  }

  function resume(line: Line, { session_id, seq }: { session_id: string; seq: number }): void {
    if (session?.id !== session_id) {
      line.send({ op: 9, d: false, s: null, t: null })
      return
    }
    resumed += 1
    for (const event of session.events.slice(seq)) line.send(event)
    line.send({ op: 0, t: 'RESUMED', s: session.events.length, d: {} })
  }

  serveWebSocket(server, {
    open(line) {
      lines.add(line)
      line.send({ op: 10, d: { heartbeat_interval }, s: null, t: null })
    },
    message(line, message) {
      const { op, d } = message as Packet
      if (op === 1 && !frozen.has(line)) line.send({ op: 11, d: null, s: null, t: null })
      if (op === 2) identify(line, d as { intents: number })
      if (op === 6) resume(line, d as { session_id: string; seq: number })
    },
    closed: (line) => void lines.delete(line),
  })

  return {
    get identified() {
      return identified
    },
    get resumed() {
      return resumed
    },
    get open() {
      return lines.size
    },
    get intents() {
      return intents
    },
    dispatch: (event, data) => tell(event, data),
    cut() {
      for (const line of lines) line.cut()
    },
    askToReconnect(heartbeatMs = HEARTBEAT_MS) {
      heartbeat_interval = heartbeatMs
      for (const line of lines) line.send({ op: 7, d: null, s: null, t: null })
    },
    freeze() {
      for (const line of lines) frozen.add(line)
    },
    invalidate() {
      session = null
      for (const line of lines) line.send({ op: 9, d: false, s: null, t: null })
    },
    close(code) {
      for (const line of lines) line.close(code)
    },
  }
}
