import type { Conversation } from './conversation.ts'

/*
 * What is read from a store is believed only after its shape was checked: a damaged row would otherwise make every
 * further turn of that person fail. What a shape test lets pass may still name ids that no longer exist.
 */

type Test = (value: unknown) => boolean

/** True for a snapshot of the present version with everything a turn relies on. */
export const isConversation = (snapshot: unknown): snapshot is Conversation => CONVERSATION(snapshot)

const isText: Test = (value) => typeof value === 'string'
const isCount: Test = (value) => Number.isSafeInteger(value) && Number(value) >= 0
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

/** Own fields only: what an object inherits was never saved. */
const having =
  (fields: Record<string, Test>): Test =>
  (value) =>
    isObject(value) &&
    Object.entries(fields).every(([name, test]) => Object.hasOwn(value, name) && test(value[name]))

const ORIGIN = oneOf('answered', 'text', 'kind')
const TEXTS = listOf(isText)

const REQUIREMENTS = having({
  levels: mapOf(having({ level: oneOf('low', 'medium', 'high'), origin: ORIGIN })),
  emphasis: mapOf(oneOf(0.5, 1, 2)),
  needs: mapOf(
    having({ priority: oneOf('must', 'should', 'could', 'not_needed', 'excluded'), origin: ORIGIN }),
  ),
  kind: orNull(having({ id: isText })),
  context: having({ existing: TEXTS, skills: TEXTS, leaving: isFlag }),
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
  version: oneOf(1),
  step: isCount,
  active: orNull(CONSULTATION),
  undo: listOf(having(UNDO)),
  history: listOf(CONSULTATION),
  shown: having({ alternatives: TEXTS, topic: orNull(isText) }),
  unclear: isCount,
})
