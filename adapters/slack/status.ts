import { whileWorking } from '../shared/while-working.ts'
import type { Address } from './address.ts'
import { refusalOf } from './failures.ts'
import type { Front } from './front.ts'

/** Shows what is going on, where the work takes long enough to wonder and Slack offers it. */
export async function withStatus<T>(
  { workspaces, log }: Pick<Front, 'workspaces' | 'log'>,
  address: Address,
  thread: string,
  work: () => Promise<T>,
): Promise<T> {
  const { promise: ended, resolve: end } = Promise.withResolvers<void>()
  const set = async (status: string): Promise<void> => {
    const { client } = await workspaces.at(address)
    const channel = address.place.channel ?? ''
    await client.assistant.threads.setStatus({ channel_id: channel, thread_ts: thread, status })
  }
  // Slack clears it by itself only when the reply is in the same thread.
  const show = (): Promise<void> =>
    set('is working on it')
      .then(() => ended)
      .then(() => set(''))
      .catch((error) => log.debug({ reason: refusalOf(error) }, 'no status here'))
  try {
    return await whileWorking(show, work)
  } finally {
    end()
  }
}
