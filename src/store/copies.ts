import type { Kysely, Transaction } from 'kysely'
import type { Effect } from '../dialogue/conversation.ts'
import { platformOf } from './platform.ts'
import type { Tables } from './schema.ts'
import type { EventKey } from './store.ts'
import { toColumn } from './text.ts'

/** Keeps what was shared until it is taken back, or the conversation it came from is erased. */
export async function keepCopies(
  trx: Transaction<Tables>,
  key: EventKey,
  effects: readonly Effect[],
): Promise<void> {
  for (const effect of effects) {
    if (effect.kind === 'share') await keep(trx, key, effect)
    if (effect.kind === 'unshare') await takeBack(trx, key, effect.reference)
  }
}

async function keep(
  trx: Transaction<Tables>,
  { conversation, at }: EventKey,
  { reference, copy }: Extract<Effect, { kind: 'share' }>,
): Promise<void> {
  await trx
    .insertInto('copies')
    .values({
      platform: toColumn(platformOf(conversation)),
      reference: toColumn(reference),
      conversation: toColumn(conversation),
      made_at: at,
      copy: JSON.stringify(copy),
    })
    .onConflict((conflict) => conflict.columns(['platform', 'reference']).doNothing())
    .execute()
}

/** Only by whoever shared it. */
async function takeBack(
  trx: Transaction<Tables>,
  { conversation }: EventKey,
  reference: string,
): Promise<void> {
  await trx
    .deleteFrom('copies')
    .where('reference', '=', toColumn(reference))
    .where('conversation', '=', toColumn(conversation))
    .execute()
}

/** See `Store.copy`. */
export async function readCopy(db: Kysely<Tables>, platform: string, reference: string): Promise<unknown> {
  const row = await db
    .selectFrom('copies')
    .select('copy')
    .where('platform', '=', toColumn(platform))
    .where('reference', '=', toColumn(reference))
    .executeTakeFirst()
  return row === undefined ? null : JSON.parse(row.copy)
}
