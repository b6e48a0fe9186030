import { REQUIREMENTS } from '../advice/saved-requirements.ts'
import {
  having,
  isCount,
  isFlag,
  isObject,
  isText,
  isVersion,
  listOf,
  mapOf,
  oneOf,
  orNull,
  TEXTS,
  type Test,
} from '../advice/shape.ts'
import type { Consultation, Conversation, Undo } from './conversation.ts'

/*
 * What is read from a store is believed only after its shape was checked: a damaged row would otherwise make every
 * further turn of that person fail. What a shape test lets pass may still name ids that no longer exist.
 */

/** A snapshot of this version or an earlier one, whose requirements are `SavedRequirements`. */
export type Saved = Omit<
  Conversation,
  'version' | 'active' | 'history' | 'undo' | 'offered' | 'shares' | 'told'
> & {
  version: 1 | 2 | 3
  active: SavedConsultation | null
  history: SavedConsultation[]
  undo: SavedUndo[]
} & Partial<Pick<Conversation, 'offered' | 'shares' | 'told'>>

/** Before version 3 nobody was named as giver or client. */
type SavedConsultation = Omit<Consultation, 'client' | 'givers' | 'since'> &
  Partial<Pick<Consultation, 'client' | 'givers' | 'since'>>
type SavedUndo = Omit<Undo, 'givers'> & Partial<Pick<Undo, 'givers'>>

/** True for a snapshot with everything a turn relies on; what came with a later version than the first may be missing. */
export const isSaved = (snapshot: unknown): snapshot is Saved => CONVERSATION(snapshot)

const DOUBT: Test = (value) =>
  having({ kind: oneOf('need'), need: isText, priority: oneOf('must', 'excluded'), eliminates: TEXTS })(
    value,
  ) || having({ kind: oneOf('runtime'), version: isVersion, eliminates: TEXTS })(value)
const DOUBTS = having({ doubt: DOUBT, more: listOf(DOUBT) })
/** Before version 3 only a must was confirmed. */
const OLD_CONFIRM = having({ need: isText, eliminates: TEXTS })

const CLAIM = having({ text: isText, sources: TEXTS })
const TOLD = having({
  about: oneOf('result', 'answer'),
  topic: orNull(isText),
  alternatives: TEXTS,
  claims: listOf(CLAIM),
})

const PENDING: Record<string, Test> = {
  open: isObject,
  question: having({ criterion: isText }),
  confirm: (value) => DOUBTS(value) || OLD_CONFIRM(value),
  what_if: having({ requirements: REQUIREMENTS, back: orNull(isPending) }),
  erase: having({ back: orNull(isPending) }),
  hand_off: having({ back: orNull(isPending) }),
  remark: having({
    verdict: oneOf('useful', 'not_useful', 'wrong'),
    told: TOLD,
    claim: orNull(CLAIM),
    back: orNull(isPending),
  }),
}

function isPending(value: unknown): boolean {
  if (!isObject(value) || typeof value.kind !== 'string' || !Object.hasOwn(PENDING, value.kind)) return false
  return PENDING[value.kind]?.(value) ?? false
}

const GIVERS = mapOf(isText)

const UNDO = {
  requirements: REQUIREMENTS,
  unsure: TEXTS,
  skipped: TEXTS,
  said: TEXTS,
  pending: orNull(isPending),
  concluded: isFlag,
  thorough: isFlag,
}

const CONSULTATION = having(
  { ...UNDO, id: isText, name: orNull(isText), startedAt: isText, updatedAt: isText },
  { client: orNull(isText), givers: GIVERS, since: isCount },
)

const OFFER = having({ action: isText, label: isText }, { quiet: isFlag, primary: isFlag })

const CONVERSATION = having(
  {
    version: oneOf(1, 2, 3),
    step: isCount,
    active: orNull(CONSULTATION),
    undo: listOf(having(UNDO, { givers: GIVERS })),
    history: listOf(CONSULTATION),
    shown: having({ alternatives: TEXTS, topic: orNull(isText) }),
    unclear: isCount,
  },
  { offered: listOf(OFFER), shares: TEXTS, told: orNull(TOLD) },
)
