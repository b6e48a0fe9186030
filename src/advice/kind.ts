import type { Catalogue } from '../knowledge/catalogue.ts'
import type { LevelRequirement, NeedRequirement, Origin, Requirements } from './requirements.ts'

/**
 * Adds what the kind of project implies, below everything that was answered or read from the text. What an earlier
 * kind implied is dropped first, so that a corrected kind leaves nothing behind. Applying it twice changes nothing.
 *
 * @returns new requirements; levels and needs the kind implies have the origin 'kind'
 */
export function applyKind(catalogue: Catalogue, requirements: Requirements): Requirements {
  const kind = requirements.kind === null ? undefined : catalogue.kind(requirements.kind.id)
  return {
    ...requirements,
    levels: {
      ...implied(kind?.levels ?? {}, (level): LevelRequirement => ({ level, origin: 'kind' })),
      ...said(requirements.levels),
    },
    needs: {
      ...implied(kind?.needs ?? {}, (priority): NeedRequirement => ({ priority, origin: 'kind' })),
      ...said(requirements.needs),
    },
  }
}

/** Whether somebody said it; what the kind implies is still asked. */
export const isSaid = (requirement: { origin: Origin } | undefined): boolean =>
  requirement !== undefined && requirement.origin !== 'kind'

function said<T extends { origin: Origin }>(requirements: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(requirements).filter(([, requirement]) => isSaid(requirement)))
}

function implied<V, T>(entries: Partial<Record<string, V>>, requirement: (value: V) => T): Record<string, T> {
  const pairs = Object.entries(entries).flatMap(([id, value]) =>
    value === undefined ? [] : [[id, requirement(value)] as const],
  )
  return Object.fromEntries(pairs)
}
