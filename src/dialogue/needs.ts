import type { NeedRequirement, Priority, Requirements } from '../advice/requirements.ts'

/** Whether a need with this priority is shown ticked. */
export const isWanted = (priority: Priority | undefined): boolean =>
  priority !== undefined && priority !== 'not_needed' && priority !== 'excluded'

/** Requirements after a checklist came back: new ticks are wanted, cleared ones go, the rest stays as it is. */
export function withTicked(
  requirements: Requirements,
  offered: readonly string[],
  ticked: readonly string[],
): Requirements {
  const kept = Object.entries(requirements.needs).filter(
    ([need, { priority }]) => !offered.includes(need) || isWanted(priority) === ticked.includes(need),
  )
  const fresh = offered
    .filter((need) => ticked.includes(need) && !kept.some(([known]) => known === need))
    .map((need): [string, NeedRequirement] => [need, { priority: 'should', origin: 'answered' }])
  return { ...requirements, needs: Object.fromEntries([...kept, ...fresh]) }
}
