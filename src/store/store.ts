import type { Card } from '../card/card.ts'
import type { Conversation, Effect } from '../dialogue/conversation.ts'

/** One event from a front end, as the store records it. */
export interface EventKey {
  /** Unique per platform, repeated by the platform when it delivers again. */
  event: string
  /** `<platform>:<...>`, such as `terminal:main`. */
  conversation: string
  /** Where the reply goes, in the adapter's own terms; kept so that another process can deliver it. */
  address: string
  /** ISO 8601 time at which it was received. */
  at: string
}

/** A reply that is owed until it is marked delivered. */
export interface Outgoing {
  id: string
  event: string
  conversation: string
  address: string
  cards: Card[]
  effects: Effect[]
}

/** A saved conversation as it comes back from disk: shape not yet checked, it may be of an older version. */
export type Snapshot = unknown

export interface Step {
  conversation: Conversation
  cards: Card[]
  effects: Effect[]
}

/** Port to what is kept. Every implementation passes `test/store/contract.ts`. */
export interface Store {
  /**
   * Applies one event in one transaction: when it is new, `step` is called with the conversation's last snapshot
   * (null when there is none) and its outcome is saved; when it was recorded before, `step` is not called and the
   * saved reply comes back. `step` must be pure: after a write conflict it runs again.
   */
  apply(
    key: EventKey,
    step: (snapshot: Snapshot | null) => Step,
  ): Promise<{ outgoing: Outgoing; repeated: boolean }>
  /** Replies of a platform that were never marked delivered, oldest first. */
  undelivered(platform: string): Promise<Outgoing[]>
  delivered(id: string, at: string): Promise<void>
  /** Removes the conversation and everything recorded for it. */
  erase(conversation: string): Promise<void>
  /** Removes events received before `before` (ISO 8601) that were delivered. */
  forgetEvents(before: string): Promise<void>
  close(): Promise<void>
}
