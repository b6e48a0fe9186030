import type { Requirements } from '../advice/requirements.ts'
import type { Level } from '../knowledge/schema/levels.ts'
import { LEVELS } from '../knowledge/schema/levels.ts'
import type { Consultant } from './consultant.ts'
import type { Consultation, Panel, View } from './conversation.ts'
import { withLevel } from './merge.ts'

/* What follows when several people answer for themselves: where they agree, where not, and what each view leads to. */

/** A level and who wants it, by display name. */
export interface Side {
  level: Level
  names: string[]
  /** What would be recommended if the group took this level; null = nothing is left. */
  winner: string | null
}

/** A criterion on which people differ. */
export interface Dispute {
  criterion: string
  sides: Side[]
  /** Whether the recommendation depends on it. */
  matters: boolean
}

/** What the group agrees on, and what not, with what is settled. */
export interface Stand {
  /** Of the whole group, without what is in dispute. */
  requirements: Requirements
  /** Criteria all who have a view on see alike. */
  agreed: string[]
  /** Not settled yet; those the recommendation depends on come first, then in the order of the questions. */
  disputes: Dispute[]
}

/** Those who have said anything. */
export const viewsIn = ({ views }: Panel): View[] =>
  Object.values(views).filter(({ levels }) => Object.keys(levels).length > 0)

/** Where the group stands. */
export function standOf(consultant: Consultant, { requirements, panel }: Consultation): Stand {
  const criteria = consultant.catalogue.criteria.map(({ id }) => id)
  if (panel === null) return { requirements, agreed: [], disputes: [] }
  const sides = new Map(criteria.map((id) => [id, sidesOn(panel, id)]))
  const agreed = criteria.filter((id) => sides.get(id)?.length === 1)
  const disputed = criteria.filter((id) => (sides.get(id)?.length ?? 0) > 1)
  const common = [...agreed, ...disputed].reduce((before, id) => {
    const [only, ...more] = sides.get(id) ?? []
    const level = only && more.length === 0 ? only.level : (panel.settled[id]?.level ?? null)
    return withLevel(before, id, level === null ? null : { level, origin: 'answered' })
  }, requirements)
  const disputes = disputed
    .filter((id) => !Object.hasOwn(panel.settled, id))
    .map((id) => disputeOn(consultant, common, id, sides.get(id) ?? []))
    .toSorted((a, b) => Number(b.matters) - Number(a.matters))
  return { requirements: common, agreed, disputes }
}

function disputeOn(
  consultant: Consultant,
  common: Requirements,
  criterion: string,
  sides: readonly Omit<Side, 'winner'>[],
): Dispute {
  const led = sides.map((side) => ({
    ...side,
    winner: winnerWith(consultant, common, criterion, side.level),
  }))
  return { criterion, sides: led, matters: new Set(led.map(({ winner }) => winner)).size > 1 }
}

const winnerWith = (
  { advise }: Consultant,
  requirements: Requirements,
  criterion: string,
  level: Level,
): string | null => advise(withLevel(requirements, criterion, { level, origin: 'answered' })).winner

/** Levels people want on a criterion, the lowest first; who is not sure has no side. */
const sidesOn = (panel: Panel, criterion: string): Omit<Side, 'winner'>[] =>
  LEVELS.flatMap((level) => {
    const names = viewsIn(panel).flatMap(({ name, levels }) => (levels[criterion] === level ? [name] : []))
    return names.length === 0 ? [] : [{ level, names }]
  })

/** What one person alone would be recommended: their answers, and what the group has said together besides. */
export function winnerOfView(
  consultant: Consultant,
  { requirements }: Consultation,
  { levels }: View,
): string | null {
  const own = Object.entries(levels).reduce(
    (before, [id, level]) =>
      withLevel(before, id, level === 'unknown' ? null : { level, origin: 'answered' }),
    requirements,
  )
  return consultant.advise(own).winner
}

/** A view the group decided against. */
export interface Dissent extends Side {
  criterion: string
  /** Null: the group left it open. */
  settled: Level | null
}

/** Views that the settled points went against, with what they would have led to. */
export function dissentsOf(consultant: Consultant, { requirements, panel }: Consultation): Dissent[] {
  if (panel === null || panel.open) return []
  return Object.entries(panel.settled).flatMap(([criterion, { level: settled }]) =>
    sidesOn(panel, criterion)
      .filter(({ level }) => level !== settled)
      .map((side) => ({
        ...side,
        ...{ criterion, settled },
        winner: winnerWith(consultant, requirements, criterion, side.level),
      })),
  )
}
