import type { Origin, Requirements } from '../../src/advice/requirements.ts'
import { WEIGHTS } from '../../src/advice/weights.ts'
import type { Catalogue } from '../../src/knowledge/catalogue.ts'
import type { Alternative } from '../../src/knowledge/schema/alternative.ts'

/*
 * The model a second time, as plainly as it can be said: one alternative at a time, no columns, no running sums, nothing
 * shared with the code it checks but the numbers themselves. Slow, and meant to be.
 */

type Weighed = [weight: number, value: number]

/** What is known after the kind of project has filled the gaps. */
interface Known {
  levels: Map<string, { level: 'low' | 'medium' | 'high'; origin: Origin }>
  needs: Map<string, { priority: string; origin: Origin }>
}

/** Score of one alternative, 0 to 100, whether or not it is out. */
export function scoreByHand(catalogue: Catalogue, given: Requirements, one: Alternative): number {
  const terms = weigh(catalogue, given, one)
  const total = terms.reduce((sum, [weight]) => sum + weight, 0)
  return (100 * terms.reduce((sum, [weight, value]) => sum + weight * value, 0)) / total
}

/** Who wins: the best of those that are not out; ties by standing, then id. Null when all are out. */
export function winnerByHand(catalogue: Catalogue, given: Requirements): string | null {
  const left = catalogue.alternatives
    .filter((one) => !isOutByHand(catalogue, given, one))
    .map((one) => ({ one, score: scoreByHand(catalogue, given, one) }))
  const best = Math.max(...left.map(({ score }) => score))
  const first = left
    .filter(({ score }) => best - score < 1e-9)
    .sort((a, b) => standing(b.one) - standing(a.one) || (a.one.id < b.one.id ? -1 : 1))[0]
  return first?.one.id ?? null
}

/** Whether something rules an alternative out. */
export function isOutByHand(catalogue: Catalogue, given: Requirements, one: Alternative): boolean {
  const { needs } = known(catalogue, given)
  const { existing, leaving, runtime } = given.context
  const stays = existing.includes(one.id) && !leaving
  const only = given.only.filter((id) => catalogue.alternative(id))
  if (given.refused.includes(one.id) || (only.length > 0 && !only.includes(one.id))) return true
  if (one.maintenance.status === 'dormant' && !stays) return true
  if (isTooNew(one, runtime) && !stays) return true
  return catalogue.capabilities.some(({ id, hard }) => {
    const level = one.capabilities[id]?.level
    const priority = needs.get(id)?.priority
    if (priority === 'must') return level === 'none' || (hard && level === 'manual')
    return priority === 'excluded' && level === 'built-in'
  })
}

/** In the versions these tests use, the order of the list is the order of age. */
const VERSIONS = ['1.9', '1.10', '2.0']
const isTooNew = ({ latest_release: { requires } }: Alternative, runtime: string | null): boolean =>
  runtime !== null && requires !== undefined && VERSIONS.indexOf(requires) > VERSIONS.indexOf(runtime)

function weigh(catalogue: Catalogue, given: Requirements, one: Alternative): Weighed[] {
  const { levels, needs } = known(catalogue, given)
  const half = (origin: Origin): number => (origin === 'kind' ? WEIGHTS.implied : 1)
  const terms: Weighed[] = [[WEIGHTS.standing, standing(one)]]
  for (const { id, levels: demands } of catalogue.criteria) {
    const answer = levels.get(id)
    if (!answer) continue
    const position = one.positions[id]
    const set = position?.fits?.[answer.level]?.value
    const value = position ? (set ?? onCurve(demands[answer.level].demand, position.value)) : WEIGHTS.unplaced
    const emphasis = given.emphasis[id] ?? 1
    terms.push([WEIGHTS.criterion * emphasis * half(answer.origin), value])
  }
  for (const { id } of catalogue.capabilities) {
    const need = needs.get(id)
    if (need?.priority !== 'must' && need?.priority !== 'should' && need?.priority !== 'could') continue
    terms.push([WEIGHTS.need * WEIGHTS[need.priority] * half(need.origin), servesNeed(one, id)])
  }
  const kind = given.kind && catalogue.kind(given.kind.id)
  if (kind) terms.push([WEIGHTS.kind, suits(one, kind.id)])
  const { existing, skills, leaving } = given.context
  const addsTo = catalogue.alternative(one.part_of ?? '')
  const from = addsTo && existing.includes(addsTo.id) ? 'same' : kin(catalogue, existing, one)
  const to = kin(catalogue, skills, one)
  const { familiarRelated, familiarOther } = WEIGHTS
  const familiar = { same: 1, related: familiarRelated, other: familiarOther }
  const misses = leaving === null && lacksSomething(catalogue, given, existing)
  const unsaid = leaving === null ? WEIGHTS.existing * WEIGHTS.existingUnsaid : WEIGHTS.existing
  const weight = misses || leaving === false ? WEIGHTS.existingKept : unsaid
  if (from)
    terms.push([weight, leaving || misses ? whenMoving(catalogue, existing, one, misses) : familiar[from]])
  if (to) terms.push([WEIGHTS.skills, familiar[to]])
  const alike = likeness(catalogue, given, one)
  const words = given.likeness?.words ?? 0
  const answered = catalogue.criteria.filter(
    ({ id }) => levels.get(id) && levels.get(id)?.origin !== 'kind',
  ).length
  const guess = (WEIGHTS.likeness * words) / (words + WEIGHTS.likenessHalf)
  if (alike !== null && words > 0) terms.push([guess * (1 - WEIGHTS.likenessReplaced * answered), alike])
  const team = kin(catalogue, [...skills, ...existing], one)
  for (const rule of catalogue.context) {
    const answer = rule.follows && levels.get(rule.follows.criterion)
    const stated = given.context.rules.includes(rule.id)
    if (!stated && !(answer && rule.follows?.levels.includes(answer.level))) continue
    const rated = one.context[rule.rated_as ?? rule.id]?.value ?? rule.otherwise
    const weight = rule.weight * (stated || !answer ? 1 : half(answer.origin))
    if (!rule.to_learn) terms.push([weight, rated])
    else if (team) terms.push([weight, { same: 1, related: familiarRelated, other: rated }[team]])
  }
  return terms
}

function known({ kind: kindOf }: Catalogue, { kind, levels, needs }: Requirements): Known {
  const implied = kind ? kindOf(kind.id) : undefined
  const known: Known = { levels: new Map(), needs: new Map() }
  for (const [id, level] of Object.entries(implied?.levels ?? {}))
    if (level) known.levels.set(id, { level, origin: 'kind' })
  for (const [id, priority] of Object.entries(implied?.needs ?? {}))
    if (priority) known.needs.set(id, { priority, origin: 'kind' })
  for (const [id, level] of Object.entries(levels)) known.levels.set(id, level)
  for (const [id, need] of Object.entries(needs)) known.needs.set(id, need)
  return known
}

const standing = ({ standing: { maintenance, community, age } }: Alternative): number =>
  (maintenance + community + age) / 3

function servesNeed(one: Alternative, need: string): number {
  const { firstParty, thirdParty, manual, unmentioned } = WEIGHTS
  const values = {
    'built-in': 1,
    'first-party-extension': firstParty,
    'third-party': thirdParty,
    manual,
    none: 0,
  }
  const level = one.capabilities[need]?.level
  return level ? values[level] : unmentioned
}

function suits({ best_for, avoid_for }: Alternative, kind: string): number {
  if (best_for.some(({ kinds }) => kinds?.includes(kind))) return 1
  return avoid_for.some(({ kinds }) => kinds?.includes(kind)) ? 0 : WEIGHTS.kindUnmentioned
}

/** How near an alternative is to some others; null when none of those has an entry. */
function kin(
  catalogue: Catalogue,
  ids: readonly string[],
  one: Alternative,
): 'same' | 'related' | 'other' | null {
  const others = ids.map((id) => catalogue.alternative(id)).filter((entry) => entry !== undefined)
  if (others.length === 0) return null
  if (others.includes(one)) return 'same'
  const mentions = (a: Alternative, b: Alternative) => a.related.some(({ id }) => id === b.id)
  return others.some((other) => mentions(one, other) || mentions(other, one)) ? 'related' : 'other'
}

/** Whether something that was asked for, not implied, is served badly by everything that runs. */
function lacksSomething(catalogue: Catalogue, { needs }: Requirements, existing: readonly string[]): boolean {
  const running = existing.map((id) => catalogue.alternative(id)).filter((entry) => entry !== undefined)
  return catalogue.capabilities.some(({ id }) => {
    const need = needs[id]
    if (need === undefined || need.origin === 'kind' || running.length === 0) return false
    if (need.priority !== 'must' && need.priority !== 'should') return false
    return running.every((entry) => servesNeed(entry, id) < WEIGHTS.lackBelow)
  })
}

/** The mean of what the situations say, by their shares; what keeps says nothing where nothing runs. */
function likeness(
  catalogue: Catalogue,
  { likeness: read, context }: Requirements,
  one: Alternative,
): number | null {
  const runs = context.existing.filter((id) => catalogue.alternative(id))
  let weighed = 0
  let shares = 0
  for (const { id, share } of read?.situations ?? []) {
    const situation = catalogue.situation(id)
    if (!situation || (situation.keeps && runs.length === 0)) continue
    const stays = context.existing.includes(one.id) || context.existing.includes(one.part_of ?? '')
    const kept = situation.keeps && stays ? 1 : situation.otherwise
    weighed += share * (situation.keeps ? kept : (one.situations[id] ?? situation.otherwise))
    shares += share
  }
  return shares === 0 ? null : weighed / shares
}

/** What is left is worth least; the rest as much as is carried over on the easiest of the moves. */
function whenMoving(
  catalogue: Catalogue,
  ids: readonly string[],
  one: Alternative,
  extending: boolean,
): number {
  const left = ids.map((id) => catalogue.alternative(id)).filter((entry) => entry !== undefined)
  if (left.some(({ id }) => id === one.id || id === one.part_of)) return WEIGHTS.moveNone
  const efforts = left.map((other) => {
    const described = [other, one]
      .flatMap(({ migration }) => migration)
      .filter(({ from, to }) => from?.includes(other.id) && to?.includes(one.id))
      .map(({ effort }) => effort)
    if (described.includes('small')) return WEIGHTS.moveSmall
    if (extending && described.includes('medium')) return WEIGHTS.extendMedium
    if (extending && described.includes('large')) return WEIGHTS.familiarOther
    if (described.includes('medium')) return WEIGHTS.moveMedium
    if (described.includes('large')) return WEIGHTS.moveLarge
    if (other.related.some(({ id }) => id === one.id)) return WEIGHTS.moveSmall
    return extending ? WEIGHTS.familiarOther : WEIGHTS.moveUnknown
  })
  return efforts.sort((a, b) => b - a)[0] ?? 0
}

/** Straight lines between corner points that span 0 to 1. */
function onCurve(curve: readonly (readonly [number, number])[], at: number): number {
  const after = Math.max(
    1,
    curve.findIndex(([x]) => x >= at),
  )
  const [x0, y0] = curve[after - 1] ?? [0, 0]
  const [x1, y1] = curve[after] ?? [1, 0]
  return y0 + ((y1 - y0) * (at - x0)) / (x1 - x0)
}
