import { noRequirements, type Requirements } from '../advice/requirements.ts'
import { card, notice } from '../card/build.ts'
import type { Catalogue } from '../knowledge/catalogue.ts'
import type { Consultant } from './consultant.ts'
import type { Consultation, Conversation, Input, Turn } from './conversation.ts'
import { newConversation } from './state.ts'
import { turn } from './turn.ts'

/** A turn on a snapshot as it comes back from the store: not yet checked, perhaps of another version. */
export type Step = (snapshot: unknown, input: Input, now: Date) => Turn

/** Binds the consultant: what the desk calls for every event. */
export function createStep(consultant: Consultant): Step {
  return (snapshot, input, now) => {
    const { conversation, lost } = restore(consultant.catalogue, snapshot)
    const outcome = turn(consultant, conversation, input, now)
    if (lost === null) return outcome
    return { ...outcome, cards: [card(null, notice('info', lost)), ...outcome.cards] }
  }
}

interface Restored {
  conversation: Conversation
  /** What could not be kept, in words; null when everything was. */
  lost: string | null
}

/**
 * Makes a saved snapshot usable with today's knowledge: answers to criteria, needs or kinds that no longer exist are
 * left out and said so; a snapshot of an unknown version starts over.
 */
export function restore(catalogue: Catalogue, snapshot: unknown): Restored {
  if (snapshot === null || snapshot === undefined) return { conversation: newConversation(), lost: null }
  if (!isConversation(snapshot)) {
    const lost = 'Your saved conversation comes from another version of this program, so we begin anew.'
    return { conversation: newConversation(), lost }
  }
  const gone = new Set<string>()
  const conversation: Conversation = {
    ...snapshot,
    active: snapshot.active && mend(catalogue, snapshot.active, gone),
    undo: snapshot.undo.map((undo) => mend(catalogue, undo, gone)),
    history: snapshot.history.map((entry) => mend(catalogue, entry, gone)),
  }
  if (gone.size === 0) return { conversation, lost: null }
  return {
    conversation,
    lost: `What I know has changed. No longer asked or considered: ${[...gone].join(', ')}.`,
  }
}

function isConversation(snapshot: unknown): snapshot is Conversation {
  return typeof snapshot === 'object' && snapshot !== null && 'version' in snapshot && snapshot.version === 1
}

type Mendable = Pick<Consultation, 'requirements' | 'pending' | 'unsure' | 'skipped'>

function mend<T extends Mendable>(catalogue: Catalogue, entry: T, gone: Set<string>): T {
  const criterion = (id: string): boolean => keep(catalogue.criterion(id), id, gone)
  const { pending } = entry
  const asks = pending?.kind === 'question' && !criterion(pending.criterion)
  const confirms =
    pending?.kind === 'confirm' && !keep(catalogue.capability(pending.need), pending.need, gone)
  return {
    ...entry,
    requirements: mendRequirements(catalogue, entry.requirements, gone),
    pending: asks || confirms ? null : pending,
    unsure: entry.unsure.filter(criterion),
    skipped: entry.skipped.filter(criterion),
  }
}

function mendRequirements(catalogue: Catalogue, saved: Requirements, gone: Set<string>): Requirements {
  const pick = <T>(record: Record<string, T>, known: (id: string) => unknown): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([id]) => keep(known(id), id, gone)))
  return {
    ...noRequirements(),
    ...saved,
    levels: pick(saved.levels, catalogue.criterion),
    emphasis: pick(saved.emphasis, catalogue.criterion),
    needs: pick(saved.needs, catalogue.capability),
    kind: saved.kind && keep(catalogue.kind(saved.kind.id), saved.kind.id, gone) ? saved.kind : null,
  }
}

function keep(found: unknown, id: string, gone: Set<string>): boolean {
  if (found === undefined) gone.add(id)
  return found !== undefined
}
