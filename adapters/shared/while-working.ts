/** Most replies are there sooner, and a sign of work would only flicker. */
const SOON_MS = 400

/**
 * Shows that something is being done, where the work takes long enough to wonder.
 *
 * @param show called once, never awaited; must not throw
 */
export async function whileWorking<T>(show: () => unknown, work: () => Promise<T>): Promise<T> {
  const timer = setTimeout(show, SOON_MS)
  try {
    return await work()
  } finally {
    clearTimeout(timer)
  }
}
