import type { Catalogue } from '../knowledge/catalogue.ts'
import type { NeedRequirement, Requirements } from './requirements.ts'
import { LEVEL_NAMES, PRIORITY_NAMES } from './words.ts'

/** One point of what is known about the project. */
export interface Point {
  /** What it is about, the same before and after a change. */
  key: string
  label: string
  value: string
  /** The person's own words; null when there were none. */
  said: string | null
}

/** Everything that is known about the project, point by point: criteria, needs, kind of project, context. */
export function pointsOf(catalogue: Catalogue, requirements: Requirements): Point[] {
  return [
    ...levelPoints(catalogue, requirements),
    ...needPoints(catalogue, requirements),
    ...contextPoints(catalogue, requirements),
  ]
}

function levelPoints(catalogue: Catalogue, { levels, emphasis }: Requirements): Point[] {
  return catalogue.criteria.flatMap((criterion): Point[] => {
    const own = levels[criterion.id]
    const factor = emphasis[criterion.id]
    if (!own && !factor) return []
    const weight = factor === 2 ? ', counts double' : factor === 0.5 ? ', counts half' : ''
    const value = own ? `${LEVEL_NAMES[own.level]}${weight}` : `not answered${weight}`
    return [{ key: `level:${criterion.id}`, label: criterion.short, value, said: own?.words ?? null }]
  })
}

function needPoints(catalogue: Catalogue, { needs }: Requirements): Point[] {
  return Object.entries(needs).flatMap(([id, need]: [string, NeedRequirement]) => {
    const capability = catalogue.capability(id)
    if (!capability) return []
    return [
      {
        key: `need:${id}`,
        label: capability.name,
        value: PRIORITY_NAMES[need.priority],
        said: need.words ?? null,
      },
    ]
  })
}

function contextPoints(catalogue: Catalogue, requirements: Requirements): Point[] {
  const { kind, likeness, context, refused, only } = requirements
  const names = (ids: readonly string[]): string => ids.map((id) => catalogue.nameOf(id)).join(', ')
  const list = (key: string, label: string, ids: readonly string[]): Point[] =>
    ids.length === 0 ? [] : [{ key, label, value: names(ids), said: null }]
  const project = kind && catalogue.kind(kind.id)
  return [
    ...(project
      ? [{ key: 'kind', label: 'Kind of project', value: project.name, said: kind.words ?? null }]
      : []),
    ...likenessPoints(catalogue, likeness),
    ...list('existing', context.leaving ? 'Moving away from' : 'Runs today', context.existing),
    ...list('skills', 'The team knows', context.skills),
    ...circumstancePoints(catalogue, context),
    ...list('refused', 'Ruled out', refused),
    ...list('only', 'Only considered', only),
  ]
}

/** The likeliest one alone: the others are for who takes the score apart. */
function likenessPoints(catalogue: Catalogue, likeness: Requirements['likeness']): Point[] {
  const [first] = likeness?.situations ?? []
  const name = first && catalogue.situation(first.id)?.name
  return name ? [{ key: 'likeness', label: 'Reads like', value: name, said: null }] : []
}

function circumstancePoints(catalogue: Catalogue, { rules, runtime }: Requirements['context']): Point[] {
  const points = rules.flatMap((id): Point[] => {
    const rule = catalogue.contextRule(id)
    return rule ? [{ key: `context:${id}`, label: rule.about, value: rule.name, said: null }] : []
  })
  if (runtime === null) return points
  const label = catalogue.domain.runtime?.name ?? 'Version'
  return [...points, { key: 'runtime', label, value: runtime, said: null }]
}
