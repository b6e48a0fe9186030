import { type Kysely, sql } from 'kysely'
import { PyframeError } from '../errors.ts'
import { createOutgoingId } from './outgoing-id.ts'

/** What is kept. Only text and integers, so that every database keeps the same; JSON and times (ISO 8601) are text. */
export interface Tables {
  conversations: { key: string; version: number; snapshot: string; updated_at: string }
  /** `conversation` is null once it was erased: the id alone stays, so that a late repeat finds it. */
  events: { platform: string; id: string; conversation: string | null; received_at: string }
  outbox: {
    id: string
    platform: string
    event: string
    conversation: string
    address: string
    purpose: string
    cards: string
    created_at: string
    delivered_at: string | null
    /** How often it was claimed; also tells an old lease from a new one. */
    attempts: number
    leased_until: string | null
    /** From when on it is to be tried. */
    retry_at: string
  }
  /** `sealed` is the encrypted installation. */
  installations: { platform: string; key: string; sealed: string; updated_at: string }
  /** Requests for an engineer; `taken_at` is null while nobody took it. */
  hand_offs: {
    platform: string
    reference: string
    conversation: string
    address: string
    asked_at: string
    taken_at: string | null
  }
  /** How often something was counted in a week such as 2026-W47; nothing in it leads to a person. */
  tallies: { week: string; kind: string; name: string; count: number }
  /** `remark` is JSON; goes with the conversation it was made in. */
  remarks: { id: string; conversation: string; made_at: string; remark: string }
  /** When which project of a conversation is asked about; goes with the conversation. */
  follow_ups: { conversation: string; project: string; platform: string; address: string; due_at: string }
  /** What was shared for others to go on with, as JSON; goes with the conversation it came from. */
  copies: { platform: string; reference: string; conversation: string; made_at: string; copy: string }
  schema_version: { version: number }
}

type Migration = (db: Kysely<Tables>) => Promise<void>

/** Each entry takes the schema one version further. Entries are only ever added: shipped ones never change. */
const MIGRATIONS: readonly Migration[] = [createTables, rowPerPurpose, afterTheCall, afterSomeTime]

/**
 * Brings a database to the schema of this build, all or nothing.
 *
 * @param lock keeps other processes out until the transaction ends, where beginning one does not
 * @throws PyframeError `config` when it was written by a newer build
 */
export async function migrate(db: Kysely<Tables>, lock: Migration = async () => {}): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await lock(trx)
    const found = await schemaVersion(trx)
    if (found > MIGRATIONS.length) throw tooNew(found)
    if (found === MIGRATIONS.length) return
    for (const step of MIGRATIONS.slice(found)) await step(trx)
    await trx.deleteFrom('schema_version').execute()
    await trx.insertInto('schema_version').values({ version: MIGRATIONS.length }).execute()
  })
}

async function schemaVersion(db: Kysely<Tables>): Promise<number> {
  await db.schema
    .createTable('schema_version')
    .ifNotExists()
    .addColumn('version', 'integer', (column) => column.notNull())
    .execute()
  const row = await db.selectFrom('schema_version').select('version').executeTakeFirst()
  return row?.version ?? 0
}

function tooNew(found: number): PyframeError {
  return new PyframeError(
    'config',
    `The database has schema version ${found}; this build knows versions up to ${MIGRATIONS.length}.`,
    { cure: 'Run the newer build that wrote it, or let DATABASE_URL name another database.' },
  )
}

async function createTables(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('conversations')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('snapshot', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .execute()
  await createEvents(db)
  await createOutbox(db)
}

async function createEvents(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('events')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text')
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('events_key', ['platform', 'id'])
    .execute()
}

async function createOutbox(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('outbox')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('cards', 'text', (column) => column.notNull())
    .addColumn('effects', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('delivered_at', 'text')
    .addUniqueConstraint('outbox_event', ['platform', 'event'])
    .addForeignKeyConstraint(
      'outbox_of_event',
      ['platform', 'event'],
      'events',
      ['platform', 'id'],
      (reference) => reference.onDelete('cascade'),
    )
    .execute()
  await indexOutbox(db)
}

async function indexOutbox(db: Kysely<Tables>): Promise<void> {
  await db.schema.createIndex('outbox_conversation').on('outbox').column('conversation').execute()
  await db.schema
    .createIndex('outbox_owed')
    .on('outbox')
    .columns(['platform', 'id'])
    .where(sql.ref('delivered_at'), 'is', null)
    .execute()
}

/** Version 2: a row for the reply and one for each effect, with leases; and installations. */
async function rowPerPurpose(db: Kysely<Tables>): Promise<void> {
  // Made anew: SQLite cannot take back that an event has only one row.
  await db.schema.alterTable('outbox').renameTo('outbox_before').execute()
  await db.schema.dropIndex('outbox_conversation').execute()
  await db.schema.dropIndex('outbox_owed').execute()
  await createOutboxOfPurposes(db)
  await moveOutbox(db)
  await db.schema.dropTable('outbox_before').execute()
  await indexOutbox(db)
  await db.schema.createIndex('outbox_of').on('outbox').columns(['platform', 'event']).execute()
  await db.schema
    .createTable('installations')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('installations_key', ['platform', 'key'])
    .execute()
}

async function createOutboxOfPurposes(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('outbox')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('cards', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('delivered_at', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('leased_until', 'text')
    .addColumn('retry_at', 'text', (column) => column.notNull())
    .addForeignKeyConstraint(
      'outbox_of_event',
      ['platform', 'event'],
      'events',
      ['platform', 'id'],
      (reference) => reference.onDelete('cascade'),
    )
    .execute()
}

interface BeforePurposes {
  outbox_before: Omit<Tables['outbox'], 'purpose' | 'attempts' | 'leased_until' | 'retry_at'> & {
    effects: string
  }
}

/** The only effect there was is a wish to be erased; one that was done took its row with it. */
async function moveOutbox(db: Kysely<Tables>): Promise<void> {
  const before = db as unknown as Kysely<BeforePurposes>
  for (const { effects, ...row } of await before.selectFrom('outbox_before').selectAll().execute()) {
    const fresh = { attempts: 0, leased_until: null, retry_at: row.created_at }
    const reply = { ...row, ...fresh, purpose: 'reply' }
    const erasing = { ...reply, id: createOutgoingId(), purpose: 'erase', cards: '[]' }
    const rows = effects === '[]' ? [reply] : [reply, erasing]
    await db.insertInto('outbox').values(rows).execute()
  }
}

/** Version 3: what comes after the advice. */
async function afterTheCall(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('hand_offs')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('reference', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('asked_at', 'text', (column) => column.notNull())
    .addColumn('taken_at', 'text')
    .addPrimaryKeyConstraint('hand_offs_key', ['platform', 'reference'])
    .execute()
  await db.schema.createIndex('hand_offs_conversation').on('hand_offs').column('conversation').execute()
  await db.schema
    .createTable('tallies')
    .addColumn('week', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('tallies_key', ['week', 'kind', 'name'])
    .execute()
  await db.schema
    .createTable('remarks')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addColumn('remark', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('remarks_conversation').on('remarks').column('conversation').execute()
}

/** Version 4: what is asked some days later, and what others go on with. */
async function afterSomeTime(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('follow_ups')
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('project', 'text', (column) => column.notNull())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('follow_ups_key', ['conversation', 'project'])
    .execute()
  await db.schema.createIndex('follow_ups_due').on('follow_ups').columns(['platform', 'due_at']).execute()
  await db.schema
    .createTable('copies')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('reference', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addColumn('copy', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('copies_key', ['platform', 'reference'])
    .execute()
  await db.schema.createIndex('copies_conversation').on('copies').column('conversation').execute()
}
