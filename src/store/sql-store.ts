import type { Kysely, Selectable, Transaction } from 'kysely'
import { createOutgoingId } from './outgoing-id.ts'
import { platformOf } from './platform.ts'
import type { Tables } from './schema.ts'
import type { EventKey, Outgoing, Snapshot, Step, Store } from './store.ts'
import { fromColumn, toColumn } from './text.ts'

/** Another process wrote the conversation between our reading and our writing. */
class WriteConflict extends Error {}

/**
 * The store over any SQL database Kysely speaks to, whose schema was brought up to date by `migrate`. Closing it
 * closes the database.
 */
export function createSqlStore(db: Kysely<Tables>): Store {
  return {
    apply: (key, step) => uncontested(() => db.transaction().execute((trx) => applyOnce(trx, key, step))),
    undelivered: (platform) => undelivered(db, platform),
    delivered: async (id, at) => {
      await db.updateTable('outbox').set({ delivered_at: at }).where('id', '=', id).execute()
    },
    erase: (conversation) => db.transaction().execute((trx) => erase(trx, conversation)),
    forgetEvents: (before) => forgetEvents(db, before),
    close: () => db.destroy(),
  }
}

async function uncontested<T>(attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof WriteConflict)) throw error
    }
  }
}

async function applyOnce(
  trx: Transaction<Tables>,
  key: EventKey,
  step: (snapshot: Snapshot | null) => Step,
): Promise<{ outgoing: Outgoing; repeated: boolean }> {
  if (!(await record(trx, key))) return { outgoing: await savedReply(trx, key), repeated: true }
  const last = await trx
    .selectFrom('conversations')
    .select(['version', 'snapshot'])
    .where('key', '=', toColumn(key.conversation))
    .executeTakeFirst()
  const { conversation, cards, effects } = step(last === undefined ? null : readSnapshot(last.snapshot))
  await save(trx, key, last?.version ?? 0, JSON.stringify(conversation))
  const { event, conversation: of, address } = key
  const outgoing: Outgoing = { id: createOutgoingId(), event, conversation: of, address, cards, effects }
  await post(trx, outgoing, key.at)
  return { outgoing, repeated: false }
}

/** Records the event; false when it was recorded before. Comes first, so that two deliveries cannot both go on. */
async function record(trx: Transaction<Tables>, key: EventKey): Promise<boolean> {
  const result = await trx
    .insertInto('events')
    .values({
      platform: toColumn(platformOf(key.conversation)),
      id: toColumn(key.event),
      conversation: toColumn(key.conversation),
      received_at: key.at,
    })
    .onConflict((conflict) => conflict.columns(['platform', 'id']).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

async function savedReply(trx: Transaction<Tables>, key: EventKey): Promise<Outgoing> {
  const row = await trx
    .selectFrom('outbox')
    .selectAll()
    .where('platform', '=', toColumn(platformOf(key.conversation)))
    .where('event', '=', toColumn(key.event))
    .executeTakeFirst()
  // Its conversation was erased since: there is nothing left to say.
  return row === undefined ? emptyReply(key) : toOutgoing(row)
}

const emptyReply = ({ event, conversation, address }: EventKey): Outgoing => ({
  id: createOutgoingId(),
  event,
  conversation,
  address,
  cards: [],
  effects: [],
})

/** A text that is no JSON is passed on as it is: the dialogue knows how to go on from what it cannot read. */
function readSnapshot(text: string): Snapshot {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

async function save(trx: Transaction<Tables>, key: EventKey, read: number, snapshot: string): Promise<void> {
  const next = { version: read + 1, snapshot, updated_at: key.at }
  const result = await trx
    .insertInto('conversations')
    .values({ key: toColumn(key.conversation), ...next })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet(next).where('conversations.version', '=', read),
    )
    .executeTakeFirst()
  if (result.numInsertedOrUpdatedRows !== 1n) throw new WriteConflict()
}

async function post(trx: Transaction<Tables>, outgoing: Outgoing, at: string): Promise<void> {
  await trx
    .insertInto('outbox')
    .values({
      id: outgoing.id,
      platform: toColumn(platformOf(outgoing.conversation)),
      event: toColumn(outgoing.event),
      conversation: toColumn(outgoing.conversation),
      address: toColumn(outgoing.address),
      cards: JSON.stringify(outgoing.cards),
      effects: JSON.stringify(outgoing.effects),
      created_at: at,
      delivered_at: null,
    })
    .execute()
}

const toOutgoing = (row: Selectable<Tables['outbox']>): Outgoing => ({
  id: row.id,
  event: fromColumn(row.event),
  conversation: fromColumn(row.conversation),
  address: fromColumn(row.address),
  cards: JSON.parse(row.cards),
  effects: JSON.parse(row.effects),
})

async function undelivered(db: Kysely<Tables>, platform: string): Promise<Outgoing[]> {
  const rows = await db
    .selectFrom('outbox')
    .selectAll()
    .where('platform', '=', toColumn(platform))
    .where('delivered_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(toOutgoing)
}

/** Keeps the ids of events, without whose they were: a late repeat must not begin what was just erased anew. */
async function erase(trx: Transaction<Tables>, conversation: string): Promise<void> {
  const key = toColumn(conversation)
  await trx
    .updateTable('events')
    .set({ conversation: null })
    .where('platform', '=', toColumn(platformOf(conversation)))
    .where('id', 'in', trx.selectFrom('outbox').select('event').where('conversation', '=', key))
    .execute()
  await trx.deleteFrom('outbox').where('conversation', '=', key).execute()
  await trx.deleteFrom('conversations').where('key', '=', key).execute()
}

/** Their replies go with them (the schema cascades); an event whose reply is still owed stays. */
async function forgetEvents(db: Kysely<Tables>, before: string): Promise<void> {
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
            .where('outbox.delivered_at', 'is', null),
        ),
      ),
    )
    .execute()
}
