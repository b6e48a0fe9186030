import type { Kysely, Transaction } from 'kysely'
import type { Effect } from '../dialogue/conversation.ts'
import { platformOf } from './platform.ts'
import type { Tables } from './schema.ts'
import type { EventKey, FollowUp } from './store.ts'
import { fromColumn, toColumn } from './text.ts'

/** Sets the time at which a project is asked about, and takes away what was asked. */
export async function followUp(
  trx: Transaction<Tables>,
  key: EventKey,
  effects: readonly Effect[],
): Promise<void> {
  for (const effect of effects) {
    if (effect.kind === 'asked') await remove(trx, key, effect.project)
    if (effect.kind === 'ask_later') await schedule(trx, key, effect)
  }
}

async function schedule(
  trx: Transaction<Tables>,
  { conversation, address }: EventKey,
  { project, at }: Extract<Effect, { kind: 'ask_later' }>,
): Promise<void> {
  await trx
    .insertInto('follow_ups')
    .values({
      conversation: toColumn(conversation),
      project: toColumn(project),
      platform: toColumn(platformOf(conversation)),
      address: toColumn(address),
      due_at: at,
    })
    .onConflict((conflict) => conflict.columns(['conversation', 'project']).doUpdateSet({ due_at: at }))
    .execute()
}

async function remove(trx: Transaction<Tables>, { conversation }: EventKey, project: string): Promise<void> {
  await trx
    .deleteFrom('follow_ups')
    .where('conversation', '=', toColumn(conversation))
    .where('project', '=', toColumn(project))
    .execute()
}

/** See `Store.dueFollowUps`. */
export async function dueFollowUps(
  db: Kysely<Tables>,
  platform: string,
  now: string,
  limit: number,
): Promise<FollowUp[]> {
  const rows = await db
    .selectFrom('follow_ups')
    .select(['conversation', 'project', 'address', 'due_at'])
    .where('platform', '=', toColumn(platform))
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(limit)
    .execute()
  return rows.map(({ conversation, project, address, due_at }) => ({
    conversation: fromColumn(conversation),
    project: fromColumn(project),
    address: fromColumn(address),
    dueAt: due_at,
  }))
}
