import { setTimeout as sleep } from 'node:timers/promises'
import type { Store } from '../desk.ts'

/** Whether this process should be sent people. */
export interface Readiness {
  /** People can reach that front end. */
  attached(front: string): void
  /** From now on nothing more is taken. */
  stopping(): void
  /** What is missing, a line each; empty when all is well. */
  missing(): Promise<string[]>
}

/** A balancer asks every few seconds and does not wait long. */
const STORE_PATIENCE_MS = 2_000

/** A conversation nobody has. */
const NOBODY = 'nobody:'

/**
 * @param fronts names of the front ends that are to be attached
 * @param store asked each time whether it answers
 */
export function createReadiness(
  fronts: readonly string[],
  store: Pick<Store, 'read'>,
  patience = STORE_PATIENCE_MS,
): Readiness {
  const absent = new Set(fronts)
  let isStopping = false
  return {
    attached: (front) => void absent.delete(front),
    stopping() {
      isStopping = true
    },
    async missing() {
      if (isStopping) return ['stopping']
      const lines = [...absent].map((front) => `front end not attached: ${front}`)
      return (await answers(store, patience)) ? lines : [...lines, 'the store does not answer']
    },
  }
}

async function answers(store: Pick<Store, 'read'>, patience: number): Promise<boolean> {
  const read = store.read(NOBODY).then(
    () => true,
    () => false,
  )
  return Promise.race([read, sleep(patience, false, { ref: false })])
}
