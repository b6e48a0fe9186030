import type { Catalogue } from '../knowledge/catalogue.ts'
import { pointsOf } from './cards/understood.ts'
import type { Consultation } from './conversation.ts'

type Stated = Pick<Consultation, 'requirements' | 'unsure' | 'skipped'>

/** Longer names are cut: they stand behind every answer. */
const MAX_NAME = 40

/**
 * Who said each point after a change: whoever made it for what is new or different, the one before for the rest.
 *
 * @param by display name; null where only one person can speak, so that there is nobody to name
 * @returns name by key of a point, see `pointsOf`; an open question counts as the point of its level
 */
export function giversAfter(
  catalogue: Catalogue,
  before: Consultation,
  after: Stated,
  by: string | null,
): Record<string, string> {
  const old = statedIn(catalogue, before)
  const entries = [...statedIn(catalogue, after)].flatMap(([key, value]): [string, string][] => {
    const giver = old.get(key) === value ? before.givers[key] : by?.slice(0, MAX_NAME)
    return giver === undefined ? [] : [[key, giver]]
  })
  return Object.fromEntries(entries)
}

const statedIn = (catalogue: Catalogue, { requirements, unsure, skipped }: Stated): Map<string, string> =>
  new Map([
    ...pointsOf(catalogue, requirements).map(({ key, value }) => [key, value] as const),
    ...unsure.map((id) => [`level:${id}`, 'unsure'] as const),
    ...skipped.map((id) => [`level:${id}`, 'skipped'] as const),
  ])
