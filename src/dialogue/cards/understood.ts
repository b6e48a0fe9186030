import type { NeedRequirement, Priority, Requirements } from '../../advice/requirements.ts'
import { escapeMarkup } from '../../card/markup.ts'
import type { Catalogue } from '../../knowledge/catalogue.ts'

/** One point of what was understood. */
export interface Point {
  /** What it is about, the same before and after a change. */
  key: string
  label: string
  value: string
  /** The client's words, marked text. */
  said: string | null
}

export const LEVEL_NAMES = { low: 'low', medium: 'medium', high: 'high' } as const

export const PRIORITY_NAMES: Record<Priority, string> = {
  must: 'must',
  should: 'wanted',
  could: 'nice to have',
  not_needed: 'not needed',
  excluded: 'not wanted',
}

const said = (words: string | undefined): string | null => (words ? escapeMarkup(words) : null)

/** Everything that was understood, point by point: criteria, needs, kind of project, context. */
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
    return [{ key: `level:${criterion.id}`, label: criterion.short, value, said: said(own?.words) }]
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
        said: said(need.words),
      },
    ]
  })
}

function contextPoints(catalogue: Catalogue, requirements: Requirements): Point[] {
  const { kind, context, refused, only } = requirements
  const names = (ids: readonly string[]): string =>
    ids.map((id) => escapeMarkup(catalogue.nameOf(id))).join(', ')
  const list = (key: string, label: string, ids: readonly string[]): Point[] =>
    ids.length === 0 ? [] : [{ key, label, value: names(ids), said: null }]
  const project = kind && catalogue.kind(kind.id)
  return [
    ...(project
      ? [{ key: 'kind', label: 'Kind of project', value: project.name, said: said(kind.words) }]
      : []),
    ...list('existing', context.leaving ? 'Moving away from' : 'Runs today', context.existing),
    ...list('skills', 'The team knows', context.skills),
    ...circumstancePoints(catalogue, context),
    ...list('refused', 'Ruled out', refused),
    ...list('only', 'Only considered', only),
  ]
}

function circumstancePoints(catalogue: Catalogue, { rules, runtime }: Requirements['context']): Point[] {
  const points = rules.flatMap((id): Point[] => {
    const rule = catalogue.contextRule(id)
    return rule ? [{ key: `context:${id}`, label: rule.about, value: rule.name, said: null }] : []
  })
  if (runtime === null) return points
  const label = catalogue.domain.runtime?.name ?? 'Version'
  return [...points, { key: 'runtime', label, value: escapeMarkup(runtime), said: null }]
}

/** What changed between two states, as "label: before -> after"; new points show only the value. */
export function differencesOf(
  catalogue: Catalogue,
  before: Requirements,
  after: Requirements,
): [string, string][] {
  const old = new Map(pointsOf(catalogue, before).map((point) => [point.key, point]))
  const changed = pointsOf(catalogue, after).flatMap((point): [string, string][] => {
    const previous = old.get(point.key)
    old.delete(point.key)
    if (previous?.value === point.value && previous.label === point.label) return []
    // "high, counts double" after "high" adds something and takes nothing back.
    const replaced = previous && !point.value.startsWith(previous.value)
    const value = replaced ? `${previous.value} → ${point.value}` : point.value
    return [[point.label, point.said ? `${value} (you said: "${point.said}")` : value]]
  })
  const gone = [...old.values()].map((point): [string, string] => [
    point.label,
    `${point.value} → taken back`,
  ])
  return [...changed, ...gone]
}
