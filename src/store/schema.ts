import { type Kysely, sql } from 'kysely'
import { PyframeError } from '../errors.ts'

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
    cards: string
    effects: string
    created_at: string
    delivered_at: string | null
  }
  schema_version: { version: number }
}

/** Each entry takes the schema one version further. Entries are only ever added: shipped ones never change. */
const MIGRATIONS: readonly ((db: Kysely<Tables>) => Promise<void>)[] = [createTables]

/**
 * Brings a database to the schema of this build, all or nothing.
 *
 * @throws PyframeError `config` when it was written by a newer build
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  await db.transaction().execute(async (trx) => {
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
  await db.schema.createIndex('outbox_conversation').on('outbox').column('conversation').execute()
  await db.schema
    .createIndex('outbox_owed')
    .on('outbox')
    .columns(['platform', 'id'])
    .where(sql.ref('delivered_at'), 'is', null)
    .execute()
}
