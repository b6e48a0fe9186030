import type { Kysely, Transaction } from 'kysely'
import type { Remark } from '../dialogue/conversation.ts'
import { createOutgoingId } from './outgoing-id.ts'
import type { Tables } from './schema.ts'
import type { EventKey, KeptRemark } from './store.ts'
import { toColumn } from './text.ts'

/** Keeps a remark until the conversation it was made in is erased. */
export async function keepRemark(trx: Transaction<Tables>, key: EventKey, remark: Remark): Promise<void> {
  await trx
    .insertInto('remarks')
    .values({
      id: createOutgoingId(),
      conversation: toColumn(key.conversation),
      made_at: key.at,
      remark: JSON.stringify(remark),
    })
    .execute()
}

/** See `Store.remarks`. */
export async function readRemarks(db: Kysely<Tables>): Promise<KeptRemark[]> {
  const rows = await db.selectFrom('remarks').select(['made_at', 'remark']).orderBy('made_at').execute()
  return rows.map((row) => ({ ...JSON.parse(row.remark), at: row.made_at }))
}
