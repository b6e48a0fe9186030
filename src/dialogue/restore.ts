import { escapeMarkup } from '../card/markup.ts'
import type { Catalogue } from '../knowledge/catalogue.ts'
import { LINES } from './cards/lines.ts'
import type { Consultation, Conversation, Copy, Doubt, Panel, Pending, View } from './conversation.ts'
import { createKnown, type Known, mendRequirements, pick } from './known.ts'
import { isSaved, isSavedCopy, type Saved } from './saved-shape.ts'
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
  const { step, active, undo, history, shown, unclear } = snapshot
  const { offered = [], shares = [], told = null, followUp = newConversation().followUp } = snapshot
  const conversation: Conversation = {
    version: 4,
    step,
    active: active && mendConsultation(known, active),
    undo: undo.map((entry) => mend(known, entry)),
    history: history.map((entry) => mendConsultation(known, entry)),
    shown: { ...shown, alternatives: shown.alternatives.filter(known.alternative) },
    unclear,
    offered,
    shares,
    told,
    followUp,
  }
  if (known.gone.size === 0) return { conversation, lost: null }
  return {
    conversation,
    lost: LINES.knowledgeChanged(escapeMarkup([...known.gone].join(', '))),
  }
}

type Mendable = Pick<Consultation, 'requirements' | 'pending' | 'unsure' | 'skipped'> & {
  givers?: Consultation['givers']
  panel?: Consultation['panel']
}

const mendConsultation = (
  known: Known,
  { client = null, since = 0, askAt = null, outcome = null, ...entry }: Saved['history'][number],
): Consultation => ({ ...mend(known, entry), client, since, askAt, outcome })

function mend<T extends Mendable>(known: Known, entry: T): T & Pick<Consultation, 'givers' | 'panel'> {
  return {
    ...entry,
    givers: entry.givers ?? {},
    panel: entry.panel ? mendPanel(known, entry.panel) : null,
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

function mendPanel(known: Known, { views, settled, open }: Panel): Panel {
  const mended = Object.entries(views).map(([person, { name, levels }]): [string, View] => [
    person,
    { name, levels: pick(levels, known.criterion) },
  ])
  return { views: Object.fromEntries(mended), settled: pick(settled, known.criterion), open }
}

/** A project somebody shared, as far as today's knowledge knows what is in it; null when it is none. */
export function restoreCopy(catalogue: Catalogue, copy: unknown): Copy | null {
  if (!isSavedCopy(copy)) return null
  const { said, name, client } = copy
  return { requirements: mendRequirements(createKnown(catalogue), copy.requirements), said, name, client }
}
