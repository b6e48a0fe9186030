import type { Requirements } from '../advice/requirements.ts'
import type { Conversation } from './conversation.ts'

/*
 * What is read from a store is believed only after its shape was checked: a damaged row would otherwise make every
 * further turn of that person fail. What a shape test lets pass may still name ids that no longer exist.
 */

type Test = (value: unknown) => boolean

/** A snapshot of this version or the one before, whose requirements are `SavedRequirements`. */
export type Saved = Omit<Conversation, 'version'> & { version: 1 | 2 }

type SavedContext = Omit<Requirements['context'], 'rules' | 'runtime'> &
  Partial<Pick<Requirements['context'], 'rules' | 'runtime'>>

/** Requirements as they were saved: in version 1 nobody asked for circumstances or a runtime. */
export type SavedRequirements = Omit<Requirements, 'context'> & { context: SavedContext }

/** True for a snapshot with everything a turn relies on; what came with version 2 may be missing. */
export const isSaved = (snapshot: unknown): snapshot is Saved => CONVERSATION(snapshot)

const isText: Test = (value) => typeof value === 'string'
const isCount: Test = (value) => Number.isSafeInteger(value) && Number(value) >= 0
const isVersion: Test = (value) => typeof value === 'string' && /^\d+(\.\d+)*$/.test(value)
const isFlag: Test = (value) => typeof value === 'boolean'

const orNull =
  (test: Test): Test =>
  (value) =>
    value === null || test(value)

const listOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test)

const oneOf =
  (...values: unknown[]): Test =>
  (value) =>
    values.includes(value)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const mapOf =
  (test: Test): Test =>
  (value) =>
    isObject(value) && Object.values(value).every(test)

/** Own fields only: what an object inherits was never saved. The newer ones may be missing. */
const having =
  (fields: Record<string, Test>, newer: Record<string, Test> = {}): Test =>
  (value) =>
    isObject(value) &&
    Object.entries(fields).every(([name, test]) => Object.hasOwn(value, name) && test(value[name])) &&
    Object.entries(newer).every(([name, test]) => !Object.hasOwn(value, name) || test(value[name]))

const ORIGIN = oneOf('answered', 'text', 'kind')
const TEXTS = listOf(isText)

const REQUIREMENTS = having({
  levels: mapOf(having({ level: oneOf('low', 'medium', 'high'), origin: ORIGIN })),
  emphasis: mapOf(oneOf(0.5, 1, 2)),
  needs: mapOf(
    having({ priority: oneOf('must', 'should', 'could', 'not_needed', 'excluded'), origin: ORIGIN }),
  ),
  kind: orNull(having({ id: isText })),
  context: having(
    { existing: TEXTS, skills: TEXTS, leaving: isFlag },
    { rules: TEXTS, runtime: orNull(isVersion) },
  ),
  refused: TEXTS,
  only: TEXTS,
})

const PENDING: Record<string, Test> = {
  open: isObject,
  question: having({ criterion: isText }),
  confirm: having({ need: isText, eliminates: TEXTS }),
  what_if: having({ requirements: REQUIREMENTS, back: orNull(isPending) }),
  erase: having({ back: orNull(isPending) }),
}

function isPending(value: unknown): boolean {
  if (!isObject(value) || typeof value.kind !== 'string' || !Object.hasOwn(PENDING, value.kind)) return false
  return PENDING[value.kind]?.(value) ?? false
}

const UNDO = {
  requirements: REQUIREMENTS,
  unsure: TEXTS,
  skipped: TEXTS,
  said: TEXTS,
  pending: orNull(isPending),
  concluded: isFlag,
  thorough: isFlag,
}

const CONSULTATION = having({
  ...UNDO,
  id: isText,
  name: orNull(isText),
  startedAt: isText,
  updatedAt: isText,
})

const CONVERSATION = having({
  version: oneOf(1, 2),
  step: isCount,
  active: orNull(CONSULTATION),
  undo: listOf(having(UNDO)),
  history: listOf(CONSULTATION),
  shown: having({ alternatives: TEXTS, topic: orNull(isText) }),
  unclear: isCount,
})
