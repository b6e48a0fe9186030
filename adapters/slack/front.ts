import { type Desk, type Incoming, isSigned, type Received } from '../../src/desk.ts'
import type { Log } from '../../src/log.ts'
import { type Address, conversationAt, encodeAddress } from './address.ts'
import type { Delivery } from './deliver.ts'
import type { People } from './people.ts'
import type { Windows } from './windows.ts'
import type { Workspaces } from './workspaces.ts'

/** What the listeners work with. */
export interface Front {
  desk: Desk
  log: Log
  people: People
  workspaces: Workspaces
  tell: Delivery['tell']
  windows: Windows
  /** Whether somebody may see what is counted. */
  isOperator(address: Pick<Address, 'team' | 'user'>): boolean
}

/** Stands for somebody whose name Slack does not say. */
const NAMELESS = 'Someone'

/**
 * Hands the desk what a person did.
 *
 * @param event the same whenever Slack sends the same thing again
 */
export async function take(
  { desk, people, isOperator }: Pick<Front, 'desk' | 'people' | 'isOperator'>,
  event: string,
  address: Address,
  input: Incoming['input'],
): Promise<Received> {
  const shared = address.place.kind === 'thread'
  const named = shared || (input.kind === 'action' && isSigned(input.action))
  return desk.receive({
    event,
    conversation: conversationAt(address),
    address: encodeAddress(address),
    from: {
      id: address.user,
      name: named ? ((await people.nameOf(address)) ?? NAMELESS) : null,
      operator: isOperator(address),
    },
    ...(shared && { shared }),
    input,
    at: new Date().toISOString(),
  })
}

/** A hook as it was just given. */
export const hookOf = (url: string | undefined, replaces: boolean): Address['hook'] =>
  url ? { url, at: new Date().toISOString(), replaces } : null
