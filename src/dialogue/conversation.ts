import type { Requirements } from '../advice/requirements.ts'
import type { Card } from '../card/card.ts'
import type { CommandId } from './commands.ts'

/** What a person did, whatever the platform. */
export type Input =
  | { kind: 'text'; text: string }
  /** A pressed button or submitted checklist; `values` are the ticked ones, `text` the content of a form. */
  | { kind: 'action'; action: string; values?: string[]; text?: string }
  | { kind: 'command'; command: CommandId; text: string }

/** What the bot waits for. */
export type Pending =
  | { kind: 'open' }
  | { kind: 'question'; criterion: string }
  /** A must that would eliminate something the person named: confirmed first. */
  | { kind: 'confirm'; need: string; eliminates: string[] }
  /** A what-if was shown: kept or dropped next. */
  | { kind: 'what_if'; requirements: Requirements; back: Pending | null }
  | { kind: 'erase'; back: Pending | null }

/** One consultation: what was said about one project. */
export interface Consultation {
  id: string
  name: string | null
  startedAt: string
  updatedAt: string
  requirements: Requirements
  /** Criteria answered with "not sure": different from skipped, asked again only on request. */
  unsure: string[]
  skipped: string[]
  /** The client's words, newest last. */
  said: string[]
  pending: Pending | null
  /** True once a recommendation was shown. */
  concluded: boolean
  /** True when they want every question asked, also those that can no longer change the advice. */
  thorough: boolean
}

/** What can be taken back with "back": the state before a change of the consultation. */
export type Undo = Pick<
  Consultation,
  'requirements' | 'unsure' | 'skipped' | 'pending' | 'concluded' | 'said' | 'thorough'
>

/** Everything remembered between two turns. Stored as JSON; `version` changes with its shape. */
export interface Conversation {
  version: 2
  /** Counts turns; buttons carry the step they were made for. */
  step: number
  active: Consultation | null
  undo: Undo[]
  /** Finished or replaced consultations, newest last. */
  history: Consultation[]
  /** What was last spoken about, for "and does it have ...?". */
  shown: { alternatives: string[]; topic: string | null }
  /** Turns in a row that were not understood. */
  unclear: number
}

/** Something to be done outside the conversation, at least once, by the desk. */
export type Effect = { kind: 'erase' }

/** Outcome of one step. */
export interface Turn {
  conversation: Conversation
  cards: Card[]
  effects: Effect[]
}
