import { pointsOf as pointsIn } from '../../advice/points.ts'
import type { Requirements } from '../../advice/requirements.ts'
import { escapeMarkup } from '../../card/markup.ts'
import type { Catalogue } from '../../knowledge/catalogue.ts'

/** One point of what was understood. */
export interface Point {
  /** What it is about, the same before and after a change. */
  key: string
  label: string
  /** Marked text. */
  value: string
  /** The client's words, marked text. */
  said: string | null
}

/** Everything that was understood, point by point: criteria, needs, kind of project, context. */
export const pointsOf = (catalogue: Catalogue, requirements: Requirements): Point[] =>
  pointsIn(catalogue, requirements).map((point) => ({
    ...point,
    value: escapeMarkup(point.value),
    said: point.said === null ? null : escapeMarkup(point.said),
  }))

/** The value of a point with the words it follows from and, where several people speak, with who gave it. */
export function withGiver({ key, value, said }: Point, givers: Readonly<Record<string, string>>): string {
  const giver = givers[key]
  if (giver === undefined) return said ? `${value} (you said: "${said}")` : value
  const who = escapeMarkup(giver)
  return said ? `${value} (${who}: "${said}")` : `${value} (${who})`
}

/** Everybody with the points they gave, one line; null where only one person speaks. */
export function pointsByGiver(
  catalogue: Catalogue,
  requirements: Requirements,
  givers: Readonly<Record<string, string>>,
): string | null {
  const given = new Map<string, string[]>()
  for (const { key, label, value } of pointsOf(catalogue, requirements)) {
    const giver = givers[key]
    if (giver !== undefined) given.set(giver, [...(given.get(giver) ?? []), `${label} ${value}`])
  }
  const lines = [...given].map(([giver, points]) => `${escapeMarkup(giver)}: ${points.join(', ')}`)
  return lines.length === 0 ? null : lines.join('; ')
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
