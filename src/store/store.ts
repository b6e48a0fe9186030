import type { Card } from '../card/card.ts'
import type { Conversation, Effect, Remark, Tallied, Tally } from '../dialogue/conversation.ts'

export type { Tallied } from '../dialogue/conversation.ts'

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

/**
 * What a turn left to do: its reply, one of its effects, or a word (`notify`) to somebody in another conversation, who
 * must be told although they did nothing now.
 */
export type Purpose = 'reply' | Exclude<Effect['kind'], Kept>

/** Effects the store itself has: nothing is delivered for these. */
export type Kept = 'take' | 'ask_later' | 'asked'

/** Something that is owed until it is marked delivered: a reply, or an effect of the same turn. */
export interface Outgoing {
  id: string
  event: string
  conversation: string
  address: string
  purpose: Purpose
  /** Empty when the purpose says it all. */
  cards: Card[]
  /** 1 at first; from 2 on it may have reached the platform before, and only the word about it was lost. */
  attempt: number
}

/**
 * The sole right to deliver, until it runs out. ISO 8601 times by the clock of who takes it: several machines keep theirs
 * within a few seconds of each other.
 */
export interface Lease {
  from: string
  until: string
}

/** How much is owed on a platform. */
export interface Backlog {
  platform: string
  owed: number
  /** ISO 8601 time at which the oldest of it was made. */
  oldest: string
}

/** Which owed rows to take, oldest first. */
export interface Claim {
  platform: string
  /** Only those of one conversation. */
  conversation?: string
  /** `due`: whose time to be tried (again) has come; `free`: nobody has a lease on; `all`: also with one. */
  which: 'due' | 'free' | 'all'
  /** Only those made after this id. */
  after?: string
  limit: number
}

/** A saved conversation as it comes back from disk: shape not yet checked, it may be of an older version. */
export type Snapshot = unknown

export interface Step {
  conversation: Conversation
  cards: Card[]
  effects: Effect[]
  remark?: Remark
  tallies?: readonly Tally[]
}

/** A remark and when it was made (ISO 8601). */
export interface KeptRemark extends Remark {
  at: string
}

/** A project of a conversation whose time to be asked about has come, and where the question goes. */
export interface FollowUp {
  conversation: string
  project: string
  address: string
  /** ISO 8601. */
  dueAt: string
}

/** What a platform needs to act for a workspace that installed the program, such as its tokens. */
export interface Installations {
  /** @returns null when there is none */
  find(platform: string, key: string): Promise<unknown>
  /** Replaces what was saved under the key before. */
  save(platform: string, key: string, installation: unknown): Promise<void>
  remove(platform: string, key: string): Promise<void>
}

/** Port to what is kept. Every implementation passes `test/store/contract.ts`. */
export interface Store {
  /** Whether processes on other machines may be at work on it too. */
  readonly shared: boolean
  /**
   * Applies one event in one transaction: when it is new, `step` is called with the conversation's last snapshot
   * (null when there is none), its outcome is saved, and what is to be delivered comes back; when it was recorded
   * before, `step` is not called and what is still owed of it comes back, unless somebody has a lease on it. `step`
   * must be pure: after a write conflict it runs again. What comes back is leased to the caller.
   */
  apply(
    key: EventKey,
    lease: Lease,
    step: (snapshot: Snapshot | null) => Step,
  ): Promise<{ outgoing: Outgoing[]; repeated: boolean }>
  /** Takes a lease on owed rows; no two callers get the same one while it lasts. */
  claim(claim: Claim, lease: Lease): Promise<Outgoing[]>
  /** Marks a row done and drops what it showed. */
  delivered(id: string, at: string): Promise<void>
  /** Gives a lease back after a failure: the row is due again at `until`. Nothing when somebody else took it since. */
  postpone(outgoing: Outgoing, until: string): Promise<void>
  /** Rows of a platform that are owed, oldest first, leased or not; only looks. */
  undelivered(platform: string): Promise<Outgoing[]>
  /** How much is owed on each platform on which anything is. */
  backlog(): Promise<Backlog[]>
  /** The last snapshot; null when there is none. */
  read(conversation: string): Promise<Snapshot | null>
  /** Removes the conversation and everything recorded for it but the ids of its events. */
  erase(conversation: string): Promise<void>
  /** Removes events received before `before` (ISO 8601) of which nothing is owed. */
  forgetEvents(before: string): Promise<void>
  /** Erases conversations in which nothing was said since `before` (ISO 8601). */
  expire(before: string): Promise<void>
  /**
   * Removes what erasing left in the files: what is deleted is no longer found, but its bytes are there until something
   * takes their place. Does nothing where nothing was erased, or where that is the server's business.
   */
  scrub(): Promise<void>
  /** Everything that was counted, by week, kind and name. */
  tallies(): Promise<Tallied[]>
  /** Remarks for the keeper of the knowledge, oldest first. */
  remarks(): Promise<KeptRemark[]>
  /** Projects to be asked about by `now` (ISO 8601), the longest due first; only looks. */
  dueFollowUps(platform: string, now: string, limit: number): Promise<FollowUp[]>
  /** What was shared under a reference; null when it was taken back, or whoever shared it is erased. */
  copy(platform: string, reference: string): Promise<unknown>
  installations: Installations
  /** Waits for what was asked for before. */
  close(): Promise<void>
}
