import type { Expression, ExpressionBuilder, Kysely, Selectable, SqlBool, Transaction } from 'kysely'
import type { Card } from '../card/card.ts'
import type { Effect } from '../dialogue/conversation.ts'
import { createOutgoingId } from './outgoing-id.ts'
import { platformOf } from './platform.ts'
import { prepared, type Rows } from './prepared.ts'
import type { Tables } from './schema.ts'
import type { Backlog, Claim, EventKey, Kept, Lease, Outgoing, Purpose } from './store.ts'
import { fromColumn, toColumn } from './text.ts'

type Row = Selectable<Tables['outbox']>

/** After so many tries, about half a day, nobody waits for a reply any more. */
const MOST_ATTEMPTS = 20
/** A wish to be erased, or to be called by somebody, never lapses. */
const LASTING: readonly Purpose[] = ['erase', 'hand_off', 'notify']

/** Something to be said in another conversation than the event's. */
export interface Told {
  conversation: string
  address: string
  cards: Card[]
}

/** Rows for a reply, its effects and words to others, leased from the first moment. */
export async function post(
  trx: Transaction<Tables>,
  key: EventKey,
  lease: Lease,
  { cards, effects, told }: { cards: Card[]; effects: readonly Effect[]; told: readonly Told[] },
): Promise<Outgoing[]> {
  const reply = outgoingOf(key, 'reply', cards)
  const others = [
    ...effects.flatMap((effect) =>
      isKept(effect) ? [] : [outgoingOf(key, effect.kind, 'cards' in effect ? effect.cards : [])],
    ),
    ...told.map((word) => outgoingOf({ ...key, ...word }, 'notify', word.cards)),
  ]
  const row = (outgoing: Outgoing): Row => toRow(outgoing, key.at, lease)
  await insertOutgoing(trx, row(reply), ...others.map(row))
  return [reply, ...others]
}

const insertOutgoing = prepared((db, rows: Rows<Row>) => db.insertInto('outbox').values(rows))

const KEPT: readonly Effect['kind'][] = ['take', 'ask_later', 'asked'] satisfies Kept[]

const isKept = (effect: Effect): effect is Extract<Effect, { kind: Kept }> => KEPT.includes(effect.kind)

const outgoingOf = (
  { event, conversation, address }: EventKey,
  purpose: Purpose,
  cards: Card[],
): Outgoing => ({ id: createOutgoingId(), event, conversation, address, purpose, cards, attempt: 1 })

const toRow = (outgoing: Outgoing, at: string, lease: Lease): Row => ({
  id: outgoing.id,
  platform: toColumn(platformOf(outgoing.conversation)),
  event: toColumn(outgoing.event),
  conversation: toColumn(outgoing.conversation),
  address: toColumn(outgoing.address),
  purpose: outgoing.purpose,
  cards: JSON.stringify(outgoing.cards),
  created_at: at,
  delivered_at: null,
  attempts: outgoing.attempt,
  leased_until: lease.until,
  retry_at: lease.from,
})

const toOutgoing = (row: Row): Outgoing => ({
  id: row.id,
  event: fromColumn(row.event),
  conversation: fromColumn(row.conversation),
  address: fromColumn(row.address),
  purpose: row.purpose as Purpose,
  cards: JSON.parse(row.cards),
  attempt: row.attempts,
})

type Condition = (eb: ExpressionBuilder<Tables, 'outbox'>) => Expression<SqlBool>

/** Not delivered, and not given up. */
export const isOwed: Condition = (eb) =>
  eb.and([
    eb('outbox.delivered_at', 'is', null),
    eb.or([eb('outbox.attempts', '<', MOST_ATTEMPTS), eb('outbox.purpose', 'in', LASTING)]),
  ])

const isFree =
  (now: string): Condition =>
  (eb) =>
    eb.or([eb('outbox.leased_until', 'is', null), eb('outbox.leased_until', '<=', now)])

/** Erasing takes everything that is owed with it, so the farewell goes first. */
const isNotTooEarly: Condition = (eb) =>
  eb.or([
    eb('outbox.purpose', '<>', 'erase'),
    eb.not(
      eb.exists(
        eb
          .selectFrom('outbox as farewell')
          .select('farewell.id')
          .whereRef('farewell.platform', '=', 'outbox.platform')
          .whereRef('farewell.event', '=', 'outbox.event')
          .where('farewell.purpose', '<>', 'erase')
          .where('farewell.delivered_at', 'is', null)
          .where('farewell.attempts', '<', MOST_ATTEMPTS),
      ),
    ),
  ])

/** See `Store.claim`. */
export async function claim(db: Kysely<Tables>, claim: Claim, lease: Lease): Promise<Outgoing[]> {
  const { platform, conversation, which, after = '', limit } = claim
  const takeable: Condition = (eb) =>
    eb.and([
      isOwed(eb),
      ...(which === 'all' ? [] : [isFree(lease.from)(eb)]),
      ...(which === 'due' ? [eb('outbox.retry_at', '<=', lease.from)] : []),
    ])
  const chosen = db
    .selectFrom('outbox')
    .select('outbox.id')
    .where('outbox.platform', '=', toColumn(platform))
    .where('outbox.id', '>', after)
    .$if(conversation !== undefined, (query) =>
      query.where('outbox.conversation', '=', toColumn(conversation ?? '')),
    )
    .where(takeable)
    .where(isNotTooEarly)
    .orderBy('outbox.id')
    .limit(limit)
  // Asked again of each row: another process may have taken it between our choosing and our writing.
  return lend(db, lease, (eb) => eb.and([eb('outbox.id', 'in', chosen), takeable(eb)]))
}

/** Takes a lease on what is still owed of an event. */
export async function claimEvent(db: Kysely<Tables>, key: EventKey, lease: Lease): Promise<Outgoing[]> {
  const { conversation, event } = key
  return lend(db, lease, (eb) =>
    eb.and([
      eb('outbox.platform', '=', toColumn(platformOf(conversation))),
      eb('outbox.event', '=', toColumn(event)),
      isOwed(eb),
      isFree(lease.from)(eb),
      isNotTooEarly(eb),
    ]),
  )
}

async function lend(db: Kysely<Tables>, lease: Lease, which: Condition): Promise<Outgoing[]> {
  const rows = await db
    .updateTable('outbox')
    .set((eb) => ({ leased_until: lease.until, attempts: eb('attempts', '+', 1) }))
    .where(which)
    .returningAll()
    .execute()
  return rows.sort(inOrder).map(toOutgoing)
}

/** What was shown holds people's words: once it has arrived, nobody needs it any more. */
export async function delivered(db: Kysely<Tables>, id: string, at: string): Promise<void> {
  await markDelivered(db, { id, at })
}

const markDelivered = prepared((db, [{ id, at }]: Rows<{ id: string; at: string }>) =>
  db.updateTable('outbox').set({ delivered_at: at, leased_until: null, cards: '[]' }).where('id', '=', id),
)

/** See `Store.postpone`. */
export async function postpone(db: Kysely<Tables>, { id, attempt }: Outgoing, until: string): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ leased_until: null, retry_at: until })
    .where('id', '=', id)
    .where('attempts', '=', attempt)
    .where('delivered_at', 'is', null)
    .execute()
}

/** See `Store.undelivered`. */
export async function undelivered(db: Kysely<Tables>, platform: string): Promise<Outgoing[]> {
  const rows = await db
    .selectFrom('outbox')
    .selectAll()
    .where('platform', '=', toColumn(platform))
    .where(isOwed)
    .execute()
  return rows.sort(inOrder).map(toOutgoing)
}

/** See `Store.backlog`. */
export async function backlog(db: Kysely<Tables>): Promise<Backlog[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(({ fn }) => ['platform', fn.countAll().as('owed'), fn.min('created_at').as('oldest')])
    .where(isOwed)
    .groupBy('platform')
    .execute()
  return rows.map(({ platform, owed, oldest }) => ({
    platform: fromColumn(platform),
    owed: Number(owed),
    oldest,
  }))
}

/** Not left to the database: some sort text by the rules of a language. */
const inOrder = (a: Row, b: Row): number => (a.id < b.id ? -1 : 1)
