/** Queues by key: what joins one runs after what joined it before; different ones do not wait for each other. */
export interface Queues {
  /** How many queues somebody waits in. */
  readonly size: number
  /** Runs `work` when everything that joined this queue before it has ended, well or not. */
  join<T>(key: string, work: () => Promise<T>): Promise<T>
  /** Resolves when everything that has joined so far has ended. */
  idle(): Promise<void>
}

/** One queue per key, gone when it is empty. */
export function createQueues(): Queues {
  const tails = new Map<string, Promise<void>>()
  return {
    get size() {
      return tails.size
    },
    join(key, work) {
      const outcome = (tails.get(key) ?? Promise.resolve()).then(work)
      const ended = () => leave(key, tail)
      const tail: Promise<void> = outcome.then(ended, ended)
      tails.set(key, tail)
      return outcome
    },
    idle: async () => void (await Promise.all(tails.values())),
  }

  function leave(key: string, tail: Promise<void>): void {
    if (tails.get(key) === tail) tails.delete(key)
  }
}
