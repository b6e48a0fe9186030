import type { NeedRequirement, Requirements } from '../advice/requirements.ts'
import type { Doubt } from './conversation.ts'
import type { Context } from './state.ts'

/** What a hard wish is until it is confirmed. */
const SOFTER = { must: 'should', excluded: 'not_needed' } as const

/**
 * The hard requirements that are new and would rule out something the person named, has or knows.
 *
 * @param named alternatives the person spoke of in the same message
 */
export function doubtsIn(
  { consultant }: Context,
  before: Requirements,
  after: Requirements,
  named: readonly string[],
): Doubt[] {
  const theirs = new Set([...named, ...after.only, ...after.context.skills, ...after.context.existing])
  if (theirs.size === 0) return []
  const out = (requirements: Requirements): string[] =>
    consultant
      .advise(requirements)
      .ranking.filter(({ id, excluded }) => excluded !== null && theirs.has(id))
      .map(({ id }) => id)
  const suspects = [...hardNeeds(before, after), ...newRuntime(before, after)]
  const soft = new Set(out(suspects.reduce(softened, after)))
  return suspects.flatMap((doubt) => {
    const others = suspects.filter((other) => other !== doubt)
    const eliminates = out(others.reduce(softened, after)).filter((id) => !soft.has(id))
    return eliminates.length > 0 ? [{ ...doubt, eliminates }] : []
  })
}

function hardNeeds(before: Requirements, after: Requirements): Doubt[] {
  return Object.entries(after.needs).flatMap(([need, { priority }]): Doubt[] => {
    if ((priority !== 'must' && priority !== 'excluded') || before.needs[need]?.priority === priority)
      return []
    return [{ kind: 'need', need, priority, eliminates: [] }]
  })
}

function newRuntime(before: Requirements, { context: { runtime } }: Requirements): Doubt[] {
  if (runtime === null || runtime === before.context.runtime) return []
  return [{ kind: 'runtime', version: runtime, eliminates: [] }]
}

/** What a button that decides a doubt calls it. */
export const nameOfDoubt = (doubt: Doubt): string => (doubt.kind === 'need' ? doubt.need : doubt.version)

/** The requirements with a doubtful one not ruling out anything. */
export function softened(requirements: Requirements, doubt: Doubt): Requirements {
  return doubt.kind === 'need'
    ? withPriority(requirements, doubt.need, SOFTER[doubt.priority])
    : withRuntime(requirements, null)
}

/** True while a doubtful one does not rule out anything, because it is not confirmed yet. */
export const isSoftened = ({ needs, context }: Requirements, doubt: Doubt): boolean =>
  doubt.kind === 'need' ? needs[doubt.need]?.priority === SOFTER[doubt.priority] : context.runtime === null

/** The requirements with a doubtful one confirmed. */
export function hardened(requirements: Requirements, doubt: Doubt): Requirements {
  return doubt.kind === 'need'
    ? withPriority(requirements, doubt.need, doubt.priority)
    : withRuntime(requirements, doubt.version)
}

function withPriority(
  requirements: Requirements,
  need: string,
  priority: NeedRequirement['priority'],
): Requirements {
  const known = requirements.needs[need]
  if (!known) return requirements
  return { ...requirements, needs: { ...requirements.needs, [need]: { ...known, priority } } }
}

const withRuntime = (requirements: Requirements, runtime: string | null): Requirements => ({
  ...requirements,
  context: { ...requirements.context, runtime },
})
