/** Where a reply goes, as it is kept with what is owed: everything another process needs to deliver it. */
export interface Address {
  /** The workspace. */
  team: string
  /** The organisation, where the app was installed for all its workspaces at once; null elsewhere. */
  org: string | null
  /** Who asked. */
  user: string
  place: Place
  /** Answers what was done for half an hour and five times, wherever it was done. */
  hook: Hook | null
  /** The message whose button was pressed. */
  pressed: { channel: string; ts: string } | null
}

export type Place =
  /** Seen by the one who asked only; without a channel it goes to their direct messages. */
  | { kind: 'private'; channel: string | null; thread: string | null }
  /** Direct messages with the app; without a channel the one Slack opens. */
  | { kind: 'direct'; channel: string | null; thread: string | null }
  /** A consultation several people share. */
  | { kind: 'thread'; channel: string; thread: string }

export interface Hook {
  url: string
  /** ISO 8601 time it was given. */
  at: string
  /** Whether the card that was pressed makes room for the reply. */
  replaces: boolean
}

export const encodeAddress = (address: Address): string => JSON.stringify(address)

/** Reads an address of our own making. */
export const decodeAddress = (encoded: string): Address => JSON.parse(encoded) as Address

/** The conversation that lives at an address: shared in a thread, else the person's own, wherever they are. */
export function conversationAt({ team, user, place }: Pick<Address, 'team' | 'user' | 'place'>): string {
  return place.kind === 'thread' ? `slack:${team}:${place.channel}:${place.thread}` : `slack:${team}:${user}`
}

/** The same address, for something only the one who asked should see. */
export function asideOf(address: Address): Address {
  const { place, hook } = address
  const quiet: Place = place.kind === 'thread' ? { ...place, kind: 'private' } : place
  return { ...address, place: quiet, hook: hook && { ...hook, replaces: false } }
}

/** The same person, for something that is said long after they did anything: a message of its own. */
export function laterAddress(address: Address): Address {
  const { place } = address
  const own: Place = place.kind === 'private' ? { kind: 'direct', channel: null, thread: null } : place
  return { ...address, place: own, hook: null, pressed: null }
}
