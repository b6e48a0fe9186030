import { setTimeout as sleep } from 'node:timers/promises'
import type { SocketModeReceiver } from '@slack/bolt'
import { PyframeError } from '../../src/errors.ts'
import { failureFields, type Log } from '../../src/log.ts'
import { refusedToken } from './workspaces.ts'

/** An event of the client's life. Its own enum is not exported, and these are its documented names. */
const CONNECTED = 'connected'
const DISCONNECTED = 'disconnected'

/** A connection that is kept up until it is closed. */
export interface Socket {
  /** @throws PyframeError `config` or `unavailable` when the first connection fails */
  open(): Promise<void>
  /** Resolves when the connection is closed, at the latest after `grace` ms. */
  close(grace: number): Promise<void>
}

const GREETING_MS = 15_000
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000

/**
 * Connects and connects again. The client could do the latter by itself, but of version 3.1 that leaves a gap of
 * five seconds after each change of servers, and a rejection nobody handles when it is stopped in the middle of it.
 */
export function createSocket(receiver: SocketModeReceiver, log: Log): Socket {
  const { client } = receiver
  const closing = new AbortController()
  let connecting: Promise<void> | null = null

  const attempt = (begin: () => Promise<unknown>) => within(GREETING_MS, begin(), () => client.disconnect())

  async function reconnect(): Promise<void> {
    for (let pause = 0; !closing.signal.aborted; pause = longer(pause)) {
      await sleep(pause, undefined, { signal: closing.signal }).catch(() => {})
      if (closing.signal.aborted) return
      try {
        return await attempt(() => client.start())
      } catch (error) {
        log.warn(failureFields(error), 'Slack not reached, trying again')
      }
    }
  }

  client.on(DISCONNECTED, () => {
    if (connecting !== null || closing.signal.aborted) return
    connecting = reconnect().finally(() => {
      connecting = null
    })
  })
  // An address asked for before the close arrives after it: the client connects all the same.
  client.on(CONNECTED, () => {
    if (closing.signal.aborted) void client.disconnect()
  })

  return {
    async open() {
      connecting = attempt(() => receiver.start()).finally(() => {
        connecting = null
      })
      await connecting.catch((error) => {
        throw error instanceof PyframeError ? error : refusedToken('SLACK_APP_TOKEN', error)
      })
    },
    async close(grace) {
      closing.abort()
      // What `stop` gives resolves before the line is closed.
      const closed = new Promise<void>((resolve) => client.once(DISCONNECTED, () => resolve()))
      await receiver.stop()
      const done = Promise.all([closed, connecting?.catch(() => {})])
      await Promise.race([done, sleep(grace, undefined, { ref: false })])
    },
  }
}

const longer = (pause: number): number => Math.min(LONGEST_PAUSE_MS, Math.max(FIRST_PAUSE_MS, 2 * pause))

/** Slack greets a new connection; one that stays silent is given up. */
async function within(ms: number, work: Promise<unknown>, giveUp: () => unknown): Promise<void> {
  const timer = setTimeout(giveUp, ms)
  try {
    await work
  } finally {
    clearTimeout(timer)
  }
}
