import { type Desk, type Incoming, isSigned, type Received } from '../../src/desk.ts'
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
  /** Ids of users who may see what is counted. */
  operators: readonly string[]
}

/**
 * Hands the desk what was promised an answer. Discord shows that we are at work until it comes; where none will, that
 * goes away.
 *
 * @param promised the address as `promiseAnswer` gave it
 */
export async function takePromised(
  front: Front,
  event: string,
  promised: Address,
  input: Incoming['input'],
): Promise<void> {
  const { passedOver } = await take(front, event, promised, input)
  if (passedOver && promised.hook !== null) await front.api.deleteOriginal(promised.hook.token)
}

/**
 * Hands the desk what a person did.
 *
 * @param event the same whenever Discord sends the same thing again
 */
export async function take(
  { desk, operators }: Pick<Front, 'desk' | 'operators'>,
  event: string,
  address: Address,
  input: Incoming['input'],
): Promise<Received> {
  const shared = address.place.kind === 'shared'
  const named = shared || (input.kind === 'action' && isSigned(input.action))
  return desk.receive({
    event,
    conversation: conversationAt(address),
    address: encodeAddress(address),
    from: {
      id: address.user,
      name: named ? address.name : null,
      operator: operators.includes(address.user),
    },
    ...(shared && { shared }),
    input,
    at: new Date().toISOString(),
  })
}
