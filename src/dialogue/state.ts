import { noRequirements } from '../advice/requirements.ts'
import type { Card } from '../card/card.ts'
import type { Consultant } from './consultant.ts'
import type { Consultation, Conversation, Effect, Pending, Place, Told, Turn, Undo } from './conversation.ts'
import { giversAfter } from './givers.ts'

/** Everything a step may look at. */
export interface Context {
  consultant: Consultant
  conversation: Conversation
  now: Date
  /** Who speaks; null where only one person can. */
  by: string | null
  place: Place
}

/** Where nothing is known of the place: nobody is named, and nobody else is reached. */
export const NOWHERE: Place = {
  name: null,
  engineers: false,
  reference: '',
  person: '',
  operator: false,
  askAfterDays: null,
  copy: null,
}

const MAX_UNDO = 40
const MAX_HISTORY = 30
const MAX_SAID = 20
/** One message of the longest kind: each state "back" can restore keeps a copy, so all of them together stay small. */
const MAX_SAID_CHARACTERS = 12_000

/** A conversation in which nothing was said yet. */
export function newConversation(): Conversation {
  return {
    version: 4,
    step: 0,
    active: null,
    undo: [],
    history: [],
    shown: { alternatives: [], topic: null },
    unclear: 0,
    offered: [],
    shares: [],
    told: null,
    followUp: { off: false, askedAt: null, open: false },
  }
}

export function turn(conversation: Conversation, cards: Card[], effects: Effect[] = []): Turn {
  return { conversation, cards, effects }
}

/** The active consultation, or a fresh one. */
export function activeOf({ conversation, now }: Context): Consultation {
  return conversation.active ?? newConsultation(conversation, now)
}

/** A consultation in which nothing was said yet. */
export function newConsultation(conversation: Conversation, now: Date): Consultation {
  const at = now.toISOString()
  return {
    id: `${at}-${conversation.step}`.replace(/[^0-9a-z-]/gi, '-'),
    name: null,
    client: null,
    startedAt: at,
    since: conversation.step,
    updatedAt: at,
    requirements: noRequirements(),
    unsure: [],
    skipped: [],
    said: [],
    pending: null,
    concluded: false,
    thorough: false,
    givers: {},
    panel: null,
    askAt: null,
    outcome: null,
  }
}

/** The context with the active consultation changed in a way "back" can take back. */
export function change(context: Context, part: Partial<Consultation>): Context {
  const before = activeOf(context)
  const after = { ...before, ...part }
  const changed = JSON.stringify(takenBack(before)) !== JSON.stringify(takenBack(after))
  const active = { ...after, givers: giversAfter(context.consultant.catalogue, before, after, context.by) }
  const undo: Undo = { ...takenBack(before), pending: before.pending, givers: before.givers }
  const stack = context.conversation.undo
  return withActive(context, active, changed ? [...stack, undo].slice(-MAX_UNDO) : stack)
}

/** What "back" restores, besides the question that waited: a press that changes none of it needs no way back. */
const takenBack = ({ requirements, unsure, skipped, concluded, said, thorough, panel }: Consultation) => ({
  requirements,
  unsure,
  skipped,
  concluded,
  said,
  thorough,
  panel,
})

/** The context with another question waiting; nothing "back" needs to know. */
export function wait(context: Context, pending: Pending | null): Context {
  return withActive(context, { ...activeOf(context), pending: unstacked(pending) }, context.conversation.undo)
}

/** A decision instead of a decision leads back to what waited before both, so that they never pile up. */
function unstacked(pending: Pending | null): Pending | null {
  if (pending === null || !('back' in pending)) return pending
  const { back } = pending
  return back !== null && 'back' in back ? { ...pending, back: back.back } : pending
}

/** The last messages, as many as fit. */
function newest(said: readonly string[]): string[] {
  let left = MAX_SAID_CHARACTERS
  const from = said.findLastIndex((message) => {
    left -= message.length
    return left < 0
  })
  return said.slice(from + 1).slice(-MAX_SAID)
}

export function withActive(context: Context, active: Consultation | null, undo: Undo[]): Context {
  const dated = active && {
    ...active,
    said: newest(active.said),
    updatedAt: context.now.toISOString(),
  }
  return { ...context, conversation: { ...context.conversation, active: dated, undo, unclear: 0 } }
}

/**
 * Whether anything was said about the present project. One that was opened again has nothing that could be taken back,
 * and was begun all the same.
 */
export function isBegun({ active, undo }: Conversation): boolean {
  if (active === null) return false
  const { concluded, said, panel, requirements } = active
  const { levels, needs } = requirements
  const answered = Object.keys(levels).length + Object.keys(needs).length > 0
  return concluded || undo.length > 0 || said.length > 0 || panel !== null || answered
}

/** The context with the active consultation put into the history, unless nothing was said in it. */
export function archive(context: Context): Context {
  const { active, history } = context.conversation
  const kept =
    active !== null && isBegun(context.conversation)
      ? [...history, { ...active, pending: null }].slice(-MAX_HISTORY)
      : history
  const conversation = { ...context.conversation, active: null, history: kept, undo: [], unclear: 0 }
  return { ...context, conversation }
}

/** Remembers what was spoken about, for "and does it have ...?"; a topic alone leaves the names as they are. */
export function remember(context: Context, alternatives: readonly string[], topic: string | null): Context {
  if (alternatives.length === 0 && topic === null) return context
  const { shown } = context.conversation
  const next = {
    alternatives: alternatives.length > 0 ? [...alternatives] : shown.alternatives,
    topic: topic ?? (alternatives.length > 0 ? null : shown.topic),
  }
  return { ...context, conversation: { ...context.conversation, shown: next } }
}

/** Remembers what was told last, for feedback on it. */
export const tell = (context: Context, told: Told): Context => ({
  ...context,
  conversation: { ...context.conversation, told },
})
