import { failureFields, type Log } from '../log.ts'
import type { FollowUp, Store } from '../store/store.ts'
import type { Incoming } from './contract.ts'
import type { Queues } from './queues.ts'

/** Asked about in one round; the others follow in the next. */
const AT_ONCE = 20

/**
 * Lets the day come for what is to be asked about: an event of its own, taken once however often it is found.
 *
 * @param take takes an event whose turn has come
 */
export function createDue(options: {
  store: Store
  queues: Queues
  log: Log
  now: () => Date
  take: (incoming: Incoming) => Promise<unknown>
}): (platform: string) => Promise<void> {
  const { store, queues, log, now, take } = options

  const ask = async (due: FollowUp): Promise<void> => {
    const incoming = eventOf(due, now())
    try {
      await queues.join(due.conversation, () => take(incoming))
    } catch (error) {
      const { event, conversation } = incoming
      log.warn({ event, conversation, ...failureFields(error) }, 'not asked what was chosen, tried again')
    }
  }

  return async (platform) => {
    const due = await store.dueFollowUps(platform, now().toISOString(), AT_ONCE)
    await Promise.all(due.map(ask))
  }
}

/** Put off it is another event: its id names the day. */
const eventOf = ({ conversation, project, address, dueAt }: FollowUp, now: Date): Incoming => ({
  event: `due:${conversation}:${project}:${dueAt}`,
  conversation,
  address,
  from: { id: '', name: null },
  input: { kind: 'due', project },
  at: now.toISOString(),
})
