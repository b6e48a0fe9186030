import { setTimeout as sleep } from 'node:timers/promises'
import { PyframeError } from '../errors.ts'
import type { Store } from '../store/store.ts'
import type { Times } from './times.ts'

const FIRST_PAUSE_MS = 200
const LONGEST_PAUSE_MS = 4_000

/**
 * Does `work` on the store, again and again while a server does not answer: it may be restarting. A file that cannot
 * be written now cannot be written in a second either, so there it is done once.
 *
 * @param stop ends the waiting
 * @throws what `work` threw last
 */
export async function patiently<T>(
  store: Store,
  times: Times,
  stop: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  let waited = 0
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    try {
      return await work()
    } catch (error) {
      const away = error instanceof PyframeError && error.code === 'unavailable'
      if (!store.shared || !away || waited >= times.patience || stop.aborted) throw error
      waited += pause
      await sleep(pause, undefined, { signal: stop }).catch(() => {})
    }
  }
}
