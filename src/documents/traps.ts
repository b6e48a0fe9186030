import type { Requirements } from '../advice/requirements.ts'
import { isDemanded, isWished } from '../advice/wishes.ts'
import type { Alternative, Gotcha } from '../knowledge/schema/alternative.ts'
import type { Risk } from './risks.ts'

/**
 * The known traps this project leads into: first those of what they want, then those of what they ask much of, then
 * those anybody can meet; among equals the newest first. A trap that only others meet is left out.
 */
export function trapsOf(requirements: Requirements, { gotchas }: Alternative): Risk[] {
  return REASONS.flatMap((leadsInto) =>
    gotchas
      .filter((gotcha) => leadsInto(gotcha, requirements))
      .toSorted(newestFirst)
      .map(toRisk),
  )
}

type Reason = (gotcha: Gotcha, requirements: Requirements) => boolean

const REASONS: readonly Reason[] = [
  ({ needs = [] }, requirements) => needs.some((need) => isWished(requirements, need)),
  ({ criteria = [] }, requirements) => criteria.some((criterion) => isDemanded(requirements, criterion)),
  ({ criteria, needs }) => criteria === undefined && needs === undefined,
]

/** What people ran into lately is more likely to meet the next project too. */
const newestFirst = (a: Gotcha, b: Gotcha): number => (b.as_of ?? '').localeCompare(a.as_of ?? '')

const toRisk = (gotcha: Gotcha): Risk => ({
  subject: gotcha.problem,
  risk: `${gotcha.problem}: ${gotcha.detail}`,
  remedy: gotcha.workaround,
  trial: true,
  claim: gotcha,
})
