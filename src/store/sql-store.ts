import type { Kysely, Transaction } from 'kysely'
import { keepCopies, readCopy } from './copies.ts'
import { erase, eraseWords, expire, forgetEvents } from './erase.ts'
import { dueFollowUps, followUp } from './follow-ups.ts'
import { handOver } from './hand-offs.ts'
import { backlog, claim, claimEvent, delivered, post, postpone, undelivered } from './outbox.ts'
import { platformOf } from './platform.ts'
import { prepared, type Rows } from './prepared.ts'
import { keepRemark, readRemarks } from './remarks.ts'
import type { Tables } from './schema.ts'
import { createInstallations } from './sealed.ts'
import type { EventKey, Lease, Outgoing, Snapshot, Step, Store } from './store.ts'
import { count, readTallies } from './tallies.ts'
import { toColumn } from './text.ts'

/** Another process wrote the conversation between our reading and our writing. */
class WriteConflict extends Error {}

/** What differs from one database to the next. */
export interface Engine {
  db: Kysely<Tables>
  shared: boolean
  /** Turns an error of the database into one that says what to do; anything else comes back as it is. */
  explain(error: unknown): unknown
  /** Whether the database undid a transaction because of another one, so that it may be tried again at once. */
  isConflict(error: unknown): boolean
  /** Notes, within the transaction that erases something, that there is something to `scrub`. */
  noteErasure(trx: Transaction<Tables>): Promise<void>
  /** See `Store.scrub`. */
  scrub(): Promise<void>
}

/**
 * The store over any SQL database Kysely speaks to, whose schema was brought up to date by `migrate`. Closing it
 * closes the database.
 *
 * @param installationKey 32 bytes that installations are sealed with; null = none can be kept
 */
export function createSqlStore(engine: Engine, installationKey: Buffer | null): Store {
  const { db } = engine
  const running = new Set<Promise<unknown>>()
  /** Some databases let go of who still waits for a connection when they close. */
  const run = async <T>(work: () => Promise<T>): Promise<T> => {
    const outcome = work()
    running.add(outcome)
    try {
      return await outcome
    } catch (error) {
      throw engine.explain(error)
    } finally {
      running.delete(outcome)
    }
  }
  const atOnce = <T>(work: (trx: Transaction<Tables>) => Promise<T>): Promise<T> =>
    run(() => uncontested(engine, () => db.transaction().execute(work)))
  const erasing = (work: (trx: Transaction<Tables>) => Promise<void>): Promise<void> =>
    uncontested(engine, () =>
      db.transaction().execute(async (trx) => {
        await work(trx)
        await engine.noteErasure(trx)
      }),
    )
  return {
    shared: engine.shared,
    apply: (key, lease, step) => atOnce((trx) => applyOnce(trx, key, lease, step)),
    claim: (wanted, lease) => run(() => claim(db, wanted, lease)),
    delivered: (id, at) => run(() => delivered(db, id, at)),
    postpone: (outgoing, until) => run(() => postpone(db, outgoing, until)),
    backlog: () => run(() => backlog(db)),
    undelivered: (platform) => run(() => undelivered(db, platform)),
    read: (conversation) => run(async () => (await readLast(db, conversation))?.snapshot ?? null),
    erase: (conversation) => run(() => erasing((trx) => erase(trx, toColumn(conversation)))),
    forgetEvents: (before) => run(() => forgetEvents(db, before)),
    expire: (before) => run(() => expire(db, before, erasing)),
    scrub: () => run(engine.scrub),
    tallies: () => run(() => readTallies(db)),
    remarks: () => run(() => readRemarks(db)),
    dueFollowUps: (platform, now, limit) => run(() => dueFollowUps(db, platform, now, limit)),
    copy: (platform, reference) => run(() => readCopy(db, platform, reference)),
    installations: createInstallations(db, installationKey, run),
    async close() {
      await Promise.allSettled(running)
      // What it could not do now is noted, and done by the next process.
      await engine.scrub().catch(() => {})
      await db.destroy()
    },
  }
}

async function uncontested<T>(engine: Engine, attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof WriteConflict || engine.isConflict(error))) throw error
    }
  }
}

async function applyOnce(
  trx: Transaction<Tables>,
  key: EventKey,
  lease: Lease,
  step: (snapshot: Snapshot | null) => Step,
): Promise<{ outgoing: Outgoing[]; repeated: boolean }> {
  if (!(await record(trx, key))) return { outgoing: await claimEvent(trx, key, lease), repeated: true }
  const last = await readLast(trx, key.conversation)
  const { conversation, cards, effects, remark, tallies } = step(last?.snapshot ?? null)
  await save(trx, key, last?.version ?? null, JSON.stringify(conversation))
  if (remark !== undefined) await keepRemark(trx, key, remark)
  await keepCopies(trx, key, effects)
  await followUp(trx, key, effects)
  if (effects.some(({ kind }) => kind === 'erase')) await eraseWords(trx, toColumn(key.conversation))
  const { answered, told } = await handOver(trx, key, effects)
  const outgoing = await post(trx, key, lease, { cards: [...cards, ...answered], effects, told })
  // Last, since everybody counts in the same rows and waits for them.
  if (tallies !== undefined) await count(trx, key.at, tallies)
  return { outgoing, repeated: false }
}

/** Records the event; false when it was recorded before. Comes first, so that two deliveries cannot both go on. */
async function record(trx: Transaction<Tables>, key: EventKey): Promise<boolean> {
  const result = await insertEvent(trx, {
    platform: toColumn(platformOf(key.conversation)),
    id: toColumn(key.event),
    conversation: toColumn(key.conversation),
    received_at: key.at,
  })
  return result.numAffectedRows === 1n
}

const insertEvent = prepared((db, rows: Rows<Tables['events']>) =>
  db
    .insertInto('events')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['platform', 'id']).doNothing()),
)

async function readLast(
  db: Kysely<Tables>,
  conversation: string,
): Promise<{ version: number; snapshot: Snapshot } | undefined> {
  const { rows } = await selectLast(db, { key: toColumn(conversation) })
  const [row] = rows
  return row && { version: row.version, snapshot: readSnapshot(row.snapshot) }
}

const selectLast = prepared((db, [{ key }]: Rows<{ key: string }>) =>
  db.selectFrom('conversations').select(['version', 'snapshot']).where('key', '=', key),
)

/** A text that is no JSON is passed on as it is: the dialogue knows how to go on from what it cannot read. */
function readSnapshot(text: string): Snapshot {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/**
 * Writes only over the version that was read. A conversation erased in between must not come back with what it held,
 * so one that was there is never inserted.
 */
async function save(
  trx: Transaction<Tables>,
  key: EventKey,
  read: number | null,
  snapshot: string,
): Promise<void> {
  const row = { key: toColumn(key.conversation), version: (read ?? 0) + 1, snapshot, updated_at: key.at }
  const { numAffectedRows } = await (read === null
    ? insertConversation(trx, row)
    : updateConversation(trx, { ...row, read }))
  if (numAffectedRows !== 1n) throw new WriteConflict()
}

const insertConversation = prepared((db, rows: Rows<Tables['conversations']>) =>
  db
    .insertInto('conversations')
    .values(rows)
    .onConflict((conflict) => conflict.column('key').doNothing()),
)

const updateConversation = prepared(
  (db, [{ key, read, ...next }]: Rows<Tables['conversations'] & { read: number }>) =>
    db.updateTable('conversations').set(next).where('key', '=', key).where('version', '=', read),
)
