import { type Desk, type Incoming, isSigned } from '../../src/desk.ts'
import type { Log } from '../../src/log.ts'
import { type Address, conversationAt, encodeAddress } from './address.ts'
import type { Api } from './api.ts'
import type { Delivery } from './deliver.ts'

/** What the listeners work with. */
export interface Front {
  desk: Desk
  api: Api
  log: Log
  tell: Delivery['tell']
}

/**
 * Hands the desk what a person did.
 *
 * @param event the same whenever Discord sends the same thing again
 */
export async function take(
  { desk }: Pick<Front, 'desk'>,
  event: string,
  address: Address,
  input: Incoming['input'],
): Promise<void> {
  const shared = address.place.kind === 'shared'
  const named = shared || (input.kind === 'action' && isSigned(input.action))
  await desk.receive({
    event,
    conversation: conversationAt(address),
    address: encodeAddress(address),
    from: { id: address.user, name: named ? address.name : null },
    ...(shared && { shared }),
    input,
    at: new Date().toISOString(),
  })
}
