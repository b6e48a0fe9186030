import type { Requirements } from '../advice/requirements.ts'
import type { SavedRequirements } from '../advice/saved-requirements.ts'
import { escapeMarkup } from '../card/markup.ts'
import type { Catalogue } from '../knowledge/catalogue.ts'
import { LINES } from './cards/lines.ts'
import type { Consultation, Conversation, Doubt, Pending } from './conversation.ts'
import { isSaved, type Saved } from './saved-shape.ts'
import { newConversation } from './state.ts'

interface Restored {
  conversation: Conversation
  /** What could not be kept, as marked text; null when everything was. */
  lost: string | null
}

/**
 * Makes a saved snapshot usable with today's knowledge: criteria, needs, kinds and alternatives that no longer exist
 * are left out and said so; one of an earlier version gets what is new since; one of an unknown version or shape
 * starts over.
 */
export function restore(catalogue: Catalogue, snapshot: unknown): Restored {
  if (snapshot === null || snapshot === undefined) return { conversation: newConversation(), lost: null }
  if (!isSaved(snapshot)) {
    const lost = LINES.otherVersion
    return { conversation: newConversation(), lost }
  }
  const known = createKnown(catalogue)
  const { step, active, undo, history, shown, unclear, offered = [], shares = [], told = null } = snapshot
  const conversation: Conversation = {
    version: 3,
    step,
    active: active && mendConsultation(known, active),
    undo: undo.map((entry) => mend(known, entry)),
    history: history.map((entry) => mendConsultation(known, entry)),
    shown: { ...shown, alternatives: shown.alternatives.filter(known.alternative) },
    unclear,
    offered,
    shares,
    told,
  }
  if (known.gone.size === 0) return { conversation, lost: null }
  return {
    conversation,
    lost: LINES.knowledgeChanged(escapeMarkup([...known.gone].join(', '))),
  }
}

/** Tests of ids that remember which were not found. */
interface Known {
  criterion(id: string): boolean
  capability(id: string): boolean
  kind(id: string): boolean
  contextRule(id: string): boolean
  alternative(id: string): boolean
  gone: Set<string>
}

function createKnown(catalogue: Catalogue): Known {
  const gone = new Set<string>()
  const test =
    (find: (id: string) => unknown) =>
    (id: string): boolean => {
      const found = find(id) !== undefined
      if (!found) gone.add(id)
      return found
    }
  return {
    criterion: test(catalogue.criterion),
    capability: test(catalogue.capability),
    kind: test(catalogue.kind),
    contextRule: test(catalogue.contextRule),
    alternative: test((id) => catalogue.alternative(id) ?? catalogue.neighbour(id)),
    gone,
  }
}

type Mendable = Pick<Consultation, 'requirements' | 'pending' | 'unsure' | 'skipped'> & {
  givers?: Consultation['givers']
}

const mendConsultation = (
  known: Known,
  { client = null, since = 0, ...entry }: Saved['history'][number],
): Consultation => ({
  ...mend(known, entry),
  client,
  since,
})

function mend<T extends Mendable>(known: Known, entry: T): T & Pick<Consultation, 'givers'> {
  return {
    ...entry,
    givers: entry.givers ?? {},
    requirements: mendRequirements(known, entry.requirements),
    pending: entry.pending && mendPending(known, entry.pending),
    unsure: entry.unsure.filter(known.criterion),
    skipped: entry.skipped.filter(known.criterion),
  }
}

function mendPending(known: Known, pending: Pending | OldConfirm): Pending | null {
  switch (pending.kind) {
    case 'question':
      return known.criterion(pending.criterion) ? pending : null
    case 'confirm':
      return mendConfirm(known, pending)
    case 'what_if': {
      const back = pending.back && mendPending(known, pending.back)
      return { ...pending, requirements: mendRequirements(known, pending.requirements), back }
    }
    case 'hand_off':
    case 'remark':
      return { ...pending, back: pending.back && mendPending(known, pending.back) }
    case 'open':
    case 'erase':
      return pending
    default:
      return pending satisfies never
  }
}

/** A must to be confirmed, as it was saved before version 3. */
interface OldConfirm {
  kind: 'confirm'
  need: string
  eliminates: string[]
}

function mendConfirm(
  known: Known,
  pending: Extract<Pending, { kind: 'confirm' }> | OldConfirm,
): Pending | null {
  const doubts: Doubt[] =
    'doubt' in pending
      ? [pending.doubt, ...pending.more]
      : [{ kind: 'need', need: pending.need, priority: 'must', eliminates: pending.eliminates }]
  const [doubt, ...more] = doubts.filter((each) => each.kind !== 'need' || known.capability(each.need))
  return doubt ? { kind: 'confirm', doubt, more } : null
}

function mendRequirements(known: Known, saved: SavedRequirements): Requirements {
  const pick = <T>(record: Record<string, T>, isKnown: (id: string) => boolean): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([id]) => isKnown(id)))
  const { existing, skills, leaving, rules = [], runtime = null } = saved.context
  return {
    levels: pick(saved.levels, known.criterion),
    emphasis: pick(saved.emphasis, known.criterion),
    needs: pick(saved.needs, known.capability),
    kind: saved.kind && known.kind(saved.kind.id) ? saved.kind : null,
    context: {
      existing: existing.filter(known.alternative),
      skills: skills.filter(known.alternative),
      leaving,
      rules: rules.filter(known.contextRule),
      runtime,
    },
    refused: saved.refused.filter(known.alternative),
    only: saved.only.filter(known.alternative),
  }
}
