import type { Catalogue } from '../knowledge/catalogue.ts'
import type { Alternative } from '../knowledge/schema/alternative.ts'
import type { Criterion } from '../knowledge/schema/criterion.ts'
import type { Level } from '../knowledge/schema/levels.ts'
import { fitAt } from './curve.ts'
import { own } from './own.ts'
import { needValue, WEIGHTS, type Weights } from './weights.ts'

/** One value (0 to 1) for each alternative, in the field's order. */
export type Column = readonly number[]

/** All alternatives in the order that breaks ties, and how each serves what can be asked for. */
export interface Field {
  catalogue: Catalogue
  weights: Weights
  /** By standing, best first, then by id. */
  alternatives: readonly Alternative[]
  standing: Column
  fit(criterion: Criterion, level: Level): Column
  need(capability: string): Column
}

/** Lines the alternatives up. Columns are computed when first asked for and kept: what-if reads them often. */
export function createField(catalogue: Catalogue, weights: Weights): Field {
  const alternatives = [...catalogue.alternatives].sort(byStandingThenId)
  const fits = new Map<string, Column>()
  const needs = new Map<string, Column>()
  return {
    catalogue,
    weights,
    alternatives,
    standing: alternatives.map(standingOf),
    fit: (criterion, level) =>
      kept(fits, `${criterion.id} ${level}`, () =>
        alternatives.map((a) => fitOf(a, criterion, level, weights)),
      ),
    need: (capability) =>
      kept(needs, capability, () => alternatives.map((a) => needOf(a, capability, weights))),
  }
}

const fields = new WeakMap<Catalogue, Field>()

/** The field of a catalogue with the usual weights, lined up once: every turn asks for it. */
export function fieldOf(catalogue: Catalogue): Field {
  const field = fields.get(catalogue) ?? createField(catalogue, WEIGHTS)
  fields.set(catalogue, field)
  return field
}

/** How an alternative stands before any question, 0 to 1: the mean of maintenance, community and age. */
function standingOf({ standing }: Alternative): number {
  return (standing.maintenance + standing.community + standing.age) / 3
}

/** How well an alternative serves a level, 0 to 1: its own fit where the entry gives one, else the demand curve. */
function fitOf(alternative: Alternative, criterion: Criterion, level: Level, { unplaced }: Weights): number {
  const position = own(alternative.positions, criterion.id)
  if (position === undefined) return unplaced
  return position.fits?.[level]?.value ?? fitAt(criterion.levels[level].demand, position.value)
}

function needOf({ capabilities }: Alternative, capability: string, weights: Weights): number {
  const entry = own(capabilities, capability)
  return entry?.serves?.value ?? needValue(weights, entry?.level)
}

function byStandingThenId(a: Alternative, b: Alternative): number {
  return standingOf(b) - standingOf(a) || (a.id < b.id ? -1 : 1)
}

function kept(columns: Map<string, Column>, key: string, compute: () => Column): Column {
  const column = columns.get(key) ?? compute()
  columns.set(key, column)
  return column
}
