import type { Observer, Store } from '../desk.ts'
import type { Log } from '../log.ts'
import { openAdminServer, plain } from './admin-server.ts'
import type { Metrics } from './metrics.ts'
import { createReadiness } from './readiness.ts'
import { traceTo } from './trace.ts'

/** What an operator sees of a running program. */
export interface Operation extends Pick<Metrics, 'knowledge' | 'reloaded'> {
  /** To be given to the desk. */
  observe: Observer
  /** People can reach that front end. */
  attached(front: string): void
  /** From now on it is not ready, and still alive. */
  stopping(): void
  close(): Promise<void>
}

/**
 * Begins to watch, and to tell on ADMIN_PORT where one is set: `/healthz` (the process answers), `/readyz` (it should
 * be sent people) and `/metrics`.
 *
 * @param options.fronts names of the front ends that will be attached
 * @throws PyframeError `config` when the port cannot be had
 */
export async function openOperation(options: {
  admin: { port: number; host: string } | null
  fronts: readonly string[]
  store: Pick<Store, 'read' | 'backlog'>
  log: Log
}): Promise<Operation> {
  const { admin, fronts, store, log } = options
  const trace = traceTo(log)
  if (admin === null) return { ...UNTOLD, observe: trace }
  // Late: where nobody asks, nothing need count.
  const metrics = (await import('./metrics.ts')).createMetrics(store.backlog)
  const readiness = createReadiness(fronts, store)
  for (const front of fronts) metrics.frontEnd(front, false)
  const server = await openAdminServer(admin, {
    '/healthz': async () => plain(200, 'ok'),
    '/readyz': async () => {
      const missing = await readiness.missing()
      return missing.length === 0 ? plain(200, 'ready') : plain(503, missing.join('\n'))
    },
    '/metrics': async () => ({ status: 200, type: metrics.contentType, body: await metrics.text() }),
  })
  return {
    knowledge: metrics.knowledge,
    reloaded: metrics.reloaded,
    observe(happening) {
      metrics.observe(happening)
      trace(happening)
    },
    attached(front) {
      readiness.attached(front)
      metrics.frontEnd(front, true)
    },
    stopping() {
      readiness.stopping()
      for (const front of fronts) metrics.frontEnd(front, false)
    },
    close: server.close,
  }
}

/** Where nobody asks nothing is counted. */
const UNTOLD: Omit<Operation, 'observe'> = {
  knowledge: () => {},
  reloaded: () => {},
  attached: () => {},
  stopping: () => {},
  close: async () => {},
}
