import type { Address } from './address.ts'
import { refusalOf } from './failures.ts'
import type { Front } from './front.ts'

/** Most replies are there sooner, and a status would only flicker. */
const SOON_MS = 400

/** Shows that something is being done, where the work takes long enough to wonder and Slack offers it. */
export async function whileWorking<T>(
  { workspaces, log }: Pick<Front, 'workspaces' | 'log'>,
  address: Address,
  thread: string,
  work: () => Promise<T>,
): Promise<T> {
  let shown: Promise<void> | null = null
  const show = async (status: string): Promise<void> => {
    try {
      const { client } = await workspaces.at(address)
      const channel = address.place.channel ?? ''
      await client.assistant.threads.setStatus({ channel_id: channel, thread_ts: thread, status })
    } catch (error) {
      log.debug({ reason: refusalOf(error) }, 'no status here')
    }
  }
  const timer = setTimeout(() => {
    shown = show('is working on it')
  }, SOON_MS)
  try {
    return await work()
  } finally {
    clearTimeout(timer)
    // Slack clears it by itself only when the reply is in the same thread.
    if (shown !== null) void (shown as Promise<void>).then(() => show(''))
  }
}
