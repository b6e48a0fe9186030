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
import { LEVELS } from '../knowledge/schema/levels.ts'
import type { Consultation, Conversation, Copy, Undo } from './conversation.ts'

/*
 * What is read from a store is believed only after its shape was checked: a damaged row would otherwise make every
 * further turn of that person fail. What a shape test lets pass may still name ids that no longer exist.
 */

/** A snapshot of this version or an earlier one, whose requirements are `SavedRequirements`. */
export type Saved = Omit<
  Conversation,
  'version' | 'active' | 'history' | 'undo' | 'offered' | 'shares' | 'told' | 'followUp'
> & {
  version: 1 | 2 | 3 | 4
  active: SavedConsultation | null
  history: SavedConsultation[]
  undo: SavedUndo[]
} & Partial<Pick<Conversation, 'offered' | 'shares' | 'told' | 'followUp'>>

/** Before version 3 nobody was named as giver or client; before version 4 nobody answered for themselves. */
type Later = 'client' | 'givers' | 'since' | 'panel' | 'askAt' | 'outcome'
type SavedConsultation = Omit<Consultation, Later> & Partial<Pick<Consultation, Later>>
type SavedUndo = Omit<Undo, 'givers' | 'panel'> & Partial<Pick<Undo, 'givers' | 'panel'>>

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
const LEVEL = oneOf(...LEVELS)
const PANEL = orNull(
  having({
    views: mapOf(having({ name: isText, levels: mapOf(oneOf(...LEVELS, 'unknown')) })),
    settled: mapOf(having({ level: orNull(LEVEL), by: isText })),
    open: isFlag,
  }),
)

const OUTCOME: Test = (value) =>
  having({ kind: oneOf('chosen'), alternative: isText })(value) ||
  having({ kind: oneOf('other', 'undecided') })(value)

const FOLLOW_UP = having({ off: isFlag, askedAt: orNull(isText), open: isFlag })

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
  {
    ...{ client: orNull(isText), givers: GIVERS, since: isCount },
    ...{ panel: PANEL, askAt: orNull(isText), outcome: orNull(OUTCOME) },
  },
)

const OFFER = having({ action: isText, label: isText }, { quiet: isFlag, primary: isFlag })

const CONVERSATION = having(
  {
    version: oneOf(1, 2, 3, 4),
    step: isCount,
    active: orNull(CONSULTATION),
    undo: listOf(having(UNDO, { givers: GIVERS, panel: PANEL })),
    history: listOf(CONSULTATION),
    shown: having({ alternatives: TEXTS, topic: orNull(isText) }),
    unclear: isCount,
  },
  { offered: listOf(OFFER), shares: TEXTS, told: orNull(TOLD), followUp: FOLLOW_UP },
)

const COPY = having({ requirements: REQUIREMENTS, said: TEXTS, name: orNull(isText), client: orNull(isText) })

/** True for a project that somebody shared, with everything others need to go on with it. */
export const isSavedCopy = (value: unknown): value is SavedCopy => COPY(value)

/** A copy whose requirements are still `SavedRequirements`. */
export type SavedCopy = Copy
