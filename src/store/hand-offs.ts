import type { Transaction } from 'kysely'
import type { Card } from '../card/card.ts'
import type { Effect } from '../dialogue/conversation.ts'
import type { Told } from './outbox.ts'
import { platformOf } from './platform.ts'
import type { Tables } from './schema.ts'
import type { EventKey } from './store.ts'
import { fromColumn, toColumn } from './text.ts'

/**
 * Records who asked for an engineer, and settles who was the first to take it.
 *
 * @returns what whoever takes it is answered, and what whoever asked is told
 */
export async function handOver(
  trx: Transaction<Tables>,
  key: EventKey,
  effects: readonly Effect[],
): Promise<{ answered: Card[]; told: Told[] }> {
  const answered: Card[] = []
  const told: Told[] = []
  for (const effect of effects) {
    if (effect.kind === 'hand_off') await ask(trx, key, effect.reference)
    if (effect.kind !== 'take') continue
    const asker = await take(trx, key, effect.reference)
    answered.push(...(asker ? effect.mine : effect.late))
    if (asker) told.push({ ...asker, cards: effect.told })
  }
  return { answered, told }
}

async function ask(trx: Transaction<Tables>, key: EventKey, reference: string): Promise<void> {
  await trx
    .insertInto('hand_offs')
    .values({
      platform: toColumn(platformOf(key.conversation)),
      reference: toColumn(reference),
      conversation: toColumn(key.conversation),
      address: toColumn(key.address),
      asked_at: key.at,
      taken_at: null,
    })
    .execute()
}

/** Who asked; undefined when it was taken before, or erased. Only on the platform it was asked on. */
async function take(
  trx: Transaction<Tables>,
  key: EventKey,
  reference: string,
): Promise<Pick<Told, 'conversation' | 'address'> | undefined> {
  const row = await trx
    .updateTable('hand_offs')
    .set({ taken_at: key.at })
    .where('platform', '=', toColumn(platformOf(key.conversation)))
    .where('reference', '=', toColumn(reference))
    .where('taken_at', 'is', null)
    .returning(['conversation', 'address'])
    .executeTakeFirst()
  return row && { conversation: fromColumn(row.conversation), address: fromColumn(row.address) }
}
