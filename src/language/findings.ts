import type { Catalogue } from '../knowledge/catalogue.ts'
import type { Priority } from '../knowledge/schema/lists.ts'
import { type Circumstances, findCircumstances } from './circumstances.ts'
import { type Deadline, findDeadline } from './deadline.ts'
import { clauseOf, type FoundLevel, findLevels } from './levels.ts'
import type { FoundLikeness } from './likeness.ts'
import { findNames } from './names.ts'
import { findParts, type Parts } from './parts.ts'
import { longest, type Reading } from './reading.ts'
import { createScope, type Scope } from './scope.ts'

export interface FoundNeed {
  need: string
  priority: Priority
  words: string
}

/** Everything a text says about a project. Each point keeps the words it came from. */
export interface Findings extends Parts, Circumstances {
  levels: FoundLevel[]
  /** Criteria the text says count double or half. */
  emphasis: { criterion: string; factor: 0.5 | 2 }[]
  needs: FoundNeed[]
  kind: { id: string; words: string } | null
  /** What the text as a whole resembles; alone it says nothing about a project. */
  likeness: FoundLikeness | null
}

/** What a text says that is not about any project. */
export const NO_FINDINGS: Findings = {
  levels: [],
  emphasis: [],
  needs: [],
  kind: null,
  likeness: null,
  existing: [],
  skills: [],
  refused: [],
  only: [],
  leaving: null,
  context: [],
  runtime: null,
}

/** Reads what a text says about a project: a client's brief, or anything said along the way. */
export function findRequirements(catalogue: Catalogue, reading: Reading, now: Date | null): Findings {
  const scope = createScope(reading)
  const deadline: Deadline | null = findDeadline(reading, false, now)
  const { alternatives } = findNames(reading)
  const levels = findLevels(catalogue, reading, scope, deadline)
  const needs = findNeeds(reading, scope)
  const described = levels.length + needs.length + reading.of('project').length > 0
  const family = (id: string): string => catalogue.alternative(id)?.part_of ?? id
  const parts = findParts(reading, scope, alternatives, described, family)
  const findings = {
    ...NO_FINDINGS,
    levels,
    emphasis: findEmphasis(reading, scope),
    needs,
    kind: findKind(catalogue, reading, scope, parts.existing.length > 0),
    ...parts,
  }
  const told = {
    described: !isEmpty({ ...findings, existing: [] }),
    running: findings.existing.length > 0,
    naming: alternatives.length > 0,
    leaving: findings.leaving === true,
  }
  return { ...findings, ...findCircumstances(reading, scope, told, catalogue.domain.runtime?.retired_below) }
}

/** True when the text said nothing about a project. */
export function isEmpty(findings: Findings): boolean {
  const { levels, emphasis, needs, kind, existing, skills, refused, only, context, runtime } = findings
  return (
    kind === null &&
    runtime === null &&
    [levels, emphasis, needs, existing, skills, refused, only, context].every((list) => list.length === 0)
  )
}

const RANK: readonly Priority[] = ['excluded', 'not_needed', 'could', 'should', 'must']

/** Needs with the strongest wish stated for each; a wish outranks "not needed" said elsewhere. */
export function findNeeds(reading: Reading, scope: Scope): FoundNeed[] {
  const found = new Map<string, FoundNeed>()
  for (const match of longest(reading.of('need'))) {
    const need = match.meaning.id
    const priority = priorityOf(match, scope)
    const known = found.get(need)
    if (known && RANK.indexOf(known.priority) >= RANK.indexOf(priority)) continue
    found.set(need, { need, priority, words: clauseOf(reading, match.from) })
  }
  return [...found.values()]
}

function priorityOf(match: { from: number; to: number }, scope: Scope): Priority {
  if (scope.precedes('refuse', match, 2, 'sentence')) return 'excluded'
  return scope.negated(match) ? 'not_needed' : scope.priority(match)
}

const TIERS = ['specific', 'general', 'setting', 'last_resort'] as const

/** @param running whether it is known what runs today: that says more than a kind taken as a last resort */
function findKind(catalogue: Catalogue, reading: Reading, scope: Scope, running: boolean): Findings['kind'] {
  const votes = new Map<string, { weight: number; from: number }>()
  for (const match of longest(reading.of('project'))) {
    if (scope.negated(match) || scope.precedes('beyond', match, 2, 'clause')) continue
    if (isOfRuntime(reading, match)) continue
    const known = votes.get(match.meaning.id)
    const weight = (known?.weight ?? 0) + match.to - match.from
    votes.set(match.meaning.id, { weight, from: known?.from ?? match.from })
  }
  const tier = (id: string): number => TIERS.indexOf(catalogue.kind(id)?.tier ?? 'specific')
  const [best] = [...votes]
    .filter(([id]) => !(running && catalogue.kind(id)?.tier === 'last_resort'))
    .sort(([a, of], [b, other]) => tier(a) - tier(b) || other.weight - of.weight || of.from - other.from)
  return best ? { id: best[0], words: clauseOf(reading, best[1].from) } : null
}

/** "Stuck on" a version says where it runs and nothing about the kind of project. */
const isOfRuntime = (reading: Reading, { from, to }: { from: number; to: number }): boolean =>
  reading.of('runtime').some((runtime) => runtime.from <= to && from < runtime.to)

function findEmphasis(reading: Reading, scope: Scope): Findings['emphasis'] {
  const factors = new Map<string, 0.5 | 2>()
  for (const match of longest(reading.of('cue'))) {
    const { criterion } = match.meaning
    const factor = factorOf(match, scope, 'phrase') ?? factorOf(match, scope, 'clause')
    if (factor !== null) factors.set(criterion, factor)
  }
  return [...factors].map(([criterion, factor]) => ({ criterion, factor }))
}

function factorOf(
  match: { from: number; to: number },
  scope: Scope,
  within: 'clause' | 'phrase',
): 0.5 | 2 | null {
  if (scope.near('less', match, within)) return 0.5
  return scope.near('more', match, within) ? 2 : null
}
