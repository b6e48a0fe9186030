/** Where a reply goes, as it is kept with what is owed: everything another process needs to deliver it. */
export interface Address {
  /** Who asked, and what they are called there. */
  user: string
  name: string
  place: Place
  hook: Hook | null
  /** The message that is answered. */
  answering: string | null
  /** The message whose button was pressed. */
  pressed: { channel: string; message: string } | null
  /** A further part of the whole form that is offered with the reply. */
  nextPart: number | null
}

export type Place =
  /** Seen by the one who asked only; where that is over, it goes to their direct messages. */
  | { kind: 'private'; channel: string | null }
  /** Direct messages with the bot. */
  | { kind: 'direct'; channel: string }
  /** A consultation several people share: that of a thread or a channel. */
  | { kind: 'shared'; channel: string }

/** Answers what somebody did, for a quarter of an hour. */
export interface Hook {
  token: string
  /** ISO 8601 time it was given. */
  at: string
  /** `original`: the first message takes the place of what is shown there; `more`: everything is added. */
  first: 'original' | 'more'
}

export const encodeAddress = (address: Address): string => JSON.stringify(address)

/** Reads an address of our own making. */
export const decodeAddress = (encoded: string): Address => JSON.parse(encoded) as Address

/** The conversation that lives at an address: shared in a thread or channel, else the person's own. */
export const conversationAt = ({ user, place }: Pick<Address, 'user' | 'place'>): string =>
  `discord:${place.kind === 'shared' ? place.channel : user}`

/** The same address, for something only the one who asked should see; where nothing is private, everybody does. */
export function asideOf(address: Address): Address {
  const { place, hook } = address
  if (hook === null) return address
  const quiet: Place = place.kind === 'shared' ? { kind: 'private', channel: place.channel } : place
  const first = hook.first === 'original' && address.pressed === null ? 'original' : 'more'
  return { ...address, place: quiet, hook: { ...hook, first } }
}

/** The same person, for something that is said long after they did anything: a message of its own. */
export function laterAddress(address: Address): Address {
  const { place } = address
  const own: Place = place.kind === 'private' ? { kind: 'private', channel: null } : place
  return { ...address, place: own, hook: null, answering: null, pressed: null, nextPart: null }
}
