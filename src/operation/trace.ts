import type { Observer } from '../desk.ts'
import type { Log } from '../log.ts'

/**
 * Logs the way of each event, from the moment it came in to the last of what it led to, under the platform's own id.
 * What goes wrong is logged where it goes wrong.
 */
export const traceTo =
  (log: Log): Observer =>
  (happening) => {
    switch (happening.kind) {
      case 'taken': {
        const { kind: _, waitedMs, turnMs, storeMs, ...fields } = happening
        return log.info({ ...fields, ms: rounded({ waitedMs, turnMs, storeMs }) }, 'event taken')
      }
      case 'delivered': {
        const { kind: _, tookMs, ...fields } = happening
        return log.info({ ...fields, ms: rounded({ tookMs }) }, 'delivered')
      }
      case 'entered':
      case 'left_out':
      case 'failed':
      case 'not_delivered':
      case 'finished':
        return
      default:
        return happening satisfies never
    }
  }

/** Tenths of a millisecond, named by what took them. */
const rounded = (durations: Record<string, number>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(durations).map(([name, ms]) => [name.replace(/Ms$/, ''), Math.round(ms * 10) / 10]),
  )
