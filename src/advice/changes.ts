import type { Catalogue } from '../knowledge/catalogue.ts'
import type { Change } from './advice.ts'
import { type Field, fieldOf } from './field.ts'
import { applyKind } from './kind.ts'
import { possibleChanges } from './possible-changes.ts'
import { afterBoth, type Race, scoreIn, startRace, winnerOf } from './race.ts'
import type { Requirements } from './requirements.ts'
import { termsOf } from './terms.ts'

/** As many as can be read at a glance. */
const MOST_SHOWN = 6

/** An alternative before and after: its score, 0 to 100, or null where it is out. */
export interface Shift {
  id: string
  before: number | null
  after: number | null
}

/** Changes, made together, that give another winner. */
export interface TurningPoint {
  changes: Change[]
  /** Who wins then. */
  winner: string
  /** The new winner first, then the one of today, if there is one. */
  shifts: Shift[]
}

/** The requirements after a change, as if it had been answered; the ones given stay as they are. */
export function apply(requirements: Requirements, change: Change): Requirements {
  switch (change.kind) {
    case 'level': {
      const level = change.to === null ? null : { level: change.to, origin: 'answered' as const }
      return { ...requirements, levels: withEntry(requirements.levels, change.criterion, level) }
    }
    case 'emphasis': {
      const emphasis = change.to === 1 ? null : change.to
      return { ...requirements, emphasis: withEntry(requirements.emphasis, change.criterion, emphasis) }
    }
    case 'need': {
      const need = change.to === null ? null : { priority: change.to, origin: 'answered' as const }
      return { ...requirements, needs: withEntry(requirements.needs, change.need, need) }
    }
  }
}

/**
 * The smallest sets of changes that give another winner: every single change that does, and only where there is none
 * every pair. At most six, in the order levels, emphases, needs, each in the knowledge base's order.
 */
export function whatWouldChange(catalogue: Catalogue, requirements: Requirements): TurningPoint[] {
  return smallestSets(catalogue, requirements, () => true)
}

/** As `whatWouldChange`, but only what puts one alternative first; none when it is first already, or cannot be. */
export function whatWouldFavour(
  catalogue: Catalogue,
  requirements: Requirements,
  id: string,
): TurningPoint[] {
  return smallestSets(catalogue, requirements, (winner) => winner === id)
}

function smallestSets(
  catalogue: Catalogue,
  requirements: Requirements,
  wanted: (winner: string) => boolean,
): TurningPoint[] {
  const field = fieldOf(catalogue)
  const before = raceAfter(field, requirements, [])
  const singles = possibleChanges(catalogue, requirements).map(
    (change): Trial => ({ changes: [change], race: raceAfter(field, requirements, [change]) }),
  )
  const points = turningPoints(field, before, singles, wanted)
  return points.length > 0
    ? points
    : turningPoints(field, before, pairsOf(field, requirements, before, singles), wanted)
}

/** Changes and the race after them. */
interface Trial {
  changes: Change[]
  race: Race
}

function turningPoints(
  { alternatives }: Field,
  before: Race,
  trials: Iterable<Trial>,
  wanted: (winner: string) => boolean,
): TurningPoint[] {
  const points: TurningPoint[] = []
  const kept = winnerOf(before)
  for (const { changes, race } of trials) {
    const winner = winnerOf(race)
    const alternative = alternatives[winner]
    if (!alternative || winner === kept || !wanted(alternative.id)) continue
    points.push({ changes, winner: alternative.id, shifts: [winner, kept].flatMap(shiftTo(race)) })
    if (points.length === MOST_SHOWN) break
  }
  return points

  function shiftTo(after: Race): (index: number) => Shift[] {
    return (index) => {
      const id = alternatives[index]?.id
      return id === undefined ? [] : [{ id, before: scoreIn(before, index), after: scoreIn(after, index) }]
    }
  }
}

/** Every two changes; of two that set the same thing the later counts, and that one alone was tried before. */
function* pairsOf(field: Field, requirements: Requirements, before: Race, singles: Trial[]): Iterable<Trial> {
  for (const [i, first] of singles.entries()) {
    for (const second of singles.slice(i + 1)) {
      const changes = [...first.changes, ...second.changes]
      const touched = new Set(changes.map(touches))
      // What touches different things adds up; level and emphasis of one criterion multiply.
      const adds = touched.size === changes.length
      yield {
        changes,
        race: adds ? afterBoth(before, first.race, second.race) : raceAfter(field, requirements, changes),
      }
    }
  }
}

function raceAfter(field: Field, requirements: Requirements, changes: Change[]): Race {
  const applied = applyKind(field.catalogue, changes.reduce(apply, requirements))
  return startRace(field, applied, termsOf(field, applied))
}

const touches = (change: Change): string =>
  change.kind === 'need' ? `need ${change.need}` : `criterion ${change.criterion}`

function withEntry<T>(record: Record<string, T>, key: string, value: T | null): Record<string, T> {
  const { [key]: _, ...others } = record
  return value === null ? others : { ...others, [key]: value }
}
