import type { Kysely, Transaction } from 'kysely'
import { isOwed } from './outbox.ts'
import { platformOf } from './platform.ts'
import type { Tables } from './schema.ts'

/**
 * Removes a conversation, its replies, effects, requests, remarks, what is asked later and what others may go on with.
 * Keeps the ids of events, without whose they were: a late repeat must not begin what was just erased anew.
 *
 * @param key of the conversation, as it stands in the database
 */
export async function erase(trx: Transaction<Tables>, key: string): Promise<void> {
  await trx
    .updateTable('events')
    .set({ conversation: null })
    .where('platform', '=', platformOf(key))
    .where('id', 'in', trx.selectFrom('outbox').select('event').where('conversation', '=', key))
    .execute()
  await trx.deleteFrom('outbox').where('conversation', '=', key).execute()
  await trx.deleteFrom('hand_offs').where('conversation', '=', key).execute()
  await eraseWords(trx, key)
  await trx.deleteFrom('conversations').where('key', '=', key).execute()
}

/**
 * Removes what is kept of people's words outside the conversation, and what would have them written to again. Needs no
 * platform, so it is done the moment somebody wishes to be erased.
 *
 * @param key of the conversation, as it stands in the database
 */
export async function eraseWords(trx: Transaction<Tables>, key: string): Promise<void> {
  await trx.deleteFrom('remarks').where('conversation', '=', key).execute()
  await trx.deleteFrom('follow_ups').where('conversation', '=', key).execute()
  await trx.deleteFrom('copies').where('conversation', '=', key).execute()
}

const EXPIRED_AT_ONCE = 100

/** Erases idle conversations, a few in one transaction each, so that turns need not wait for all of them. */
export async function expire(
  db: Kysely<Tables>,
  before: string,
  erasing: (work: (trx: Transaction<Tables>) => Promise<void>) => Promise<void>,
): Promise<void> {
  for (;;) {
    const idle = await db
      .selectFrom('conversations')
      .select('key')
      .where('updated_at', '<', before)
      .limit(EXPIRED_AT_ONCE)
      .execute()
    for (const { key } of idle) await erasing((trx) => eraseIdle(trx, key, before))
    if (idle.length < EXPIRED_AT_ONCE) return
  }
}

/** Unless something was said in it since it was found idle. */
async function eraseIdle(trx: Transaction<Tables>, key: string, before: string): Promise<void> {
  const removed = await trx
    .deleteFrom('conversations')
    .where('key', '=', key)
    .where('updated_at', '<', before)
    .executeTakeFirst()
  if (removed.numDeletedRows === 1n) await erase(trx, key)
}

/** Their rows go with them (the schema cascades); an event of which something is still owed stays. */
export async function forgetEvents(db: Kysely<Tables>, before: string): Promise<void> {
  await db
    .deleteFrom('events')
    .where('received_at', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox')
            .select('outbox.id')
            .whereRef('outbox.platform', '=', 'events.platform')
            .whereRef('outbox.event', '=', 'events.id')
            .where((eb) => isOwed(eb)),
        ),
      ),
    )
    .execute()
}
