import type { Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { HTTPReceiver } from '@slack/bolt'
import { messageOf, PyframeError } from '../../src/errors.ts'

/** The server Slack sends to. */
export interface WebServer {
  /**
   * @returns the port it listens on
   * @throws PyframeError `config` when the port cannot be had
   */
  open(): Promise<number>
  /** Takes nothing more; what is being answered is answered, as far as that ends within `grace` ms. */
  close(grace: number): Promise<void>
}

/** @param address where it listens; a missing host is every one of this machine */
export function createWebServer(receiver: HTTPReceiver, address: { port: number; host?: string }): WebServer {
  let server: Server | undefined
  return {
    async open() {
      try {
        server = await receiver.start(address)
        const bound = server.address()
        return typeof bound === 'object' && bound !== null ? bound.port : address.port
      } catch (cause) {
        throw new PyframeError('config', `Port ${address.port} cannot be opened: ${messageOf(cause)}.`, {
          cure: 'Set PORT to a free one, and let the address Slack sends to lead there.',
          cause,
        })
      }
    },
    async close(grace) {
      if (server === undefined) return
      const closed = receiver.stop()
      await Promise.race([closed, sleep(grace, undefined, { ref: false })])
      server.closeAllConnections()
    },
  }
}
