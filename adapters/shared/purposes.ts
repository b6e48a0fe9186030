import type { Outgoing, Sent } from '../../src/desk.ts'
import type { Step } from './steps.ts'

/** How a front end does each of the things that are owed to people. */
export interface Purposes<Address> {
  /** Shows the cards where the address is. */
  reply(outgoing: Outgoing, address: Address): Step[]
  /** Shows them to everybody there. */
  share(outgoing: Outgoing, address: Address): Step[] | Promise<Step[]>
  /** Takes back what was shared. */
  unshare(address: Address): Promise<unknown>
  /** Shows them to those who answer requests. */
  handOff(outgoing: Outgoing, address: Address): Step[]
  /** The same place, for something only the one who asked should see. */
  asideOf(address: Address): Address
  /** The same person, for something that is said long after they did anything. */
  laterAddress(address: Address): Address
}

/** What a delivery consists of. */
export async function stepsFor<Address>(
  front: Purposes<Address>,
  outgoing: Sent,
  address: Address,
): Promise<Step[]> {
  switch (outgoing.purpose) {
    case 'reply':
      return front.reply(outgoing, address)
    case 'whisper':
      return front.reply(outgoing, front.asideOf(address))
    case 'share':
      return front.share(outgoing, address)
    case 'unshare':
      return [() => front.unshare(address)]
    case 'hand_off':
      return front.handOff(outgoing, address)
    case 'notify':
      return front.reply(outgoing, front.laterAddress(address))
    default:
      return outgoing.purpose satisfies never
  }
}

/**
 * Posts for everybody, one after the other. Where one cannot be written the others are not tried either.
 *
 * @param posts each gives whether it could be written
 * @param excuse said once, to whoever wanted it
 */
export function postsForAll(
  posts: readonly (() => Promise<boolean>)[],
  excuse: () => Promise<unknown>,
): Step[] {
  let shutOut = false
  return posts.map((post) => async () => {
    if (shutOut || (await post())) return
    shutOut = true
    await excuse()
  })
}
