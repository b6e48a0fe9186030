/** Tells how long a piece of work took, and how much of that was the work inside it. */
export interface Stopwatch<T> {
  /** The inner work, timed; it may run several times. */
  around<A extends unknown[]>(inner: (...given: A) => T): (...given: A) => T
  /** The durations until now, and what the inner work gave last. */
  read(): { innerMs: number; outerMs: number; last: T | undefined }
}

/** Begins now. No change of the clock touches it. */
export function createStopwatch<T>(): Stopwatch<T> {
  const began = performance.now()
  let innerMs = 0
  let last: T | undefined
  return {
    around:
      (inner) =>
      (...given) => {
        const from = performance.now()
        try {
          last = inner(...given)
          return last
        } finally {
          innerMs += performance.now() - from
        }
      },
    read: () => ({ innerMs, outerMs: performance.now() - began - innerMs, last }),
  }
}
