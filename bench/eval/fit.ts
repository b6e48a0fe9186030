import { createField } from '../../src/advice/field.ts'
import { applyKind } from '../../src/advice/kind.ts'
import { rank } from '../../src/advice/rank.ts'
import type { Requirements } from '../../src/advice/requirements.ts'
import { WEIGHTS, type Weights } from '../../src/advice/weights.ts'
import { adviseOn } from '../../src/cli/recommendation.ts'
import type { Consultant } from '../../src/dialogue/consultant.ts'
import { type Catalogue, createCatalogue } from '../../src/knowledge/catalogue.ts'
import type { BriefCase, Cases } from './cases.ts'
import { foldsOf } from './folds.ts'
import { accepted, isClear } from './judge.ts'

/** Each weight is multiplied by each of these; one of them leaves it as it is. */
export const FACTORS = [0.5, 0.8, 1, 1.25, 2] as const
const SAME = FACTORS.indexOf(1)

/** Those that are values and end at 1. */
const VALUES: ReadonlySet<string> = new Set<keyof Weights>([
  'firstParty',
  'thirdParty',
  'manual',
  'unmentioned',
  'unplaced',
  'kindUnmentioned',
  'familiarRelated',
  'familiarOther',
  'moveNone',
  'moveSmall',
  'moveMedium',
  'moveLarge',
  'moveUnknown',
  'extendMedium',
  'lackBelow',
  'existingUnsaid',
])

/** How the figure follows one weight. */
export interface Fitted {
  weight: string
  value: number
  /** Clear briefs whose first place is accepted, at each of the factors. */
  hits: number[]
  /**
   * The weight tuned: for each fold, the factor that is best on the briefs of the other folds. Gained that way on the
   * briefs it was chosen by and on those held out, in briefs of all, over all folds.
   */
  tuned: { inFold: number; heldOut: number }
}

export interface Fit {
  briefs: number
  fitted: Fitted[]
}

/** One weight to vary, of the program or of a circumstance of the knowledge. */
interface Knob {
  weight: string
  value: number
  at(factor: number): { catalogue: Catalogue; weights: Weights }
}

/** How far the first places depend on every single weight, and whether tuning one would hold on briefs unseen. */
export function fitWeights(consultant: Consultant, cases: Cases): Fit {
  const briefs = cases.briefs.filter(isClear)
  const read = briefs.map((brief) => ({
    brief,
    requirements: adviseOn(consultant, brief.brief, null).requirements,
  }))
  const folds = foldsOf({ ...cases, briefs }).briefs.filter(({ size }) => size > 0)
  const fitted = knobsOf(consultant.catalogue).map((knob): Fitted => {
    const right = FACTORS.map((factor) => rightOnes(read, knob.at(factor)))
    const all = new Set(briefs.map(({ id }) => id))
    return {
      weight: knob.weight,
      value: knob.value,
      hits: right.map((ids) => within(ids, all)),
      tuned: tunedBy(right, folds, all),
    }
  })
  return { briefs: briefs.length, fitted }
}

function knobsOf(catalogue: Catalogue): Knob[] {
  const names = Object.keys(WEIGHTS) as (keyof Weights)[]
  const own = names.map(
    (name): Knob => ({
      weight: name,
      value: WEIGHTS[name],
      at: (factor) => ({ catalogue, weights: { ...WEIGHTS, [name]: scaled(name, factor) } }),
    }),
  )
  const rules = catalogue.context.map(
    (rule): Knob => ({
      weight: `context ${rule.id}`,
      value: rule.weight,
      at: (factor) => ({
        catalogue: withRuleWeight(catalogue, rule.id, rule.weight * factor),
        weights: WEIGHTS,
      }),
    }),
  )
  return [...own, ...rules]
}

function scaled(name: keyof Weights, factor: number): number {
  const value = WEIGHTS[name] * factor
  return VALUES.has(name) ? Math.min(1, value) : value
}

const withRuleWeight = (catalogue: Catalogue, id: string, weight: number): Catalogue =>
  createCatalogue({
    ...catalogue,
    context: catalogue.context.map((rule) => (rule.id === id ? { ...rule, weight } : rule)),
  })

interface Read {
  brief: BriefCase
  requirements: Requirements
}

/** Ids of the briefs whose first place is accepted. */
function rightOnes(
  read: readonly Read[],
  { catalogue, weights }: { catalogue: Catalogue; weights: Weights },
): Set<string> {
  const field = createField(catalogue, weights)
  const right = read.filter(({ brief, requirements }) => {
    const first = rank(field, applyKind(catalogue, requirements)).find(({ excluded }) => excluded === null)
    return first !== undefined && accepted(brief).includes(first.id)
  })
  return new Set(right.map(({ brief }) => brief.id))
}

function tunedBy(
  right: readonly ReadonlySet<string>[],
  folds: readonly ReadonlySet<string>[],
  all: ReadonlySet<string>,
): Fitted['tuned'] {
  const gains = folds.map((heldOut) => {
    const inFold = all.difference(heldOut)
    const best = bestOn(right, inFold)
    const gain = (ids: ReadonlySet<string>): number => within(right[best], ids) - within(right[SAME], ids)
    return { inFold: gain(inFold), heldOut: gain(heldOut) }
  })
  const sum = (part: 'inFold' | 'heldOut'): number => gains.reduce((total, gain) => total + gain[part], 0)
  // Every brief is held out once and chosen by in all folds but that one.
  return { inFold: sum('inFold') / Math.max(1, folds.length - 1), heldOut: sum('heldOut') }
}

/** Index of the factor that is best on some briefs; the one that leaves the weight alone unless another is better. */
function bestOn(right: readonly ReadonlySet<string>[], ids: ReadonlySet<string>): number {
  return right.reduce((best, hits, i) => (within(hits, ids) > within(right[best], ids) ? i : best), SAME)
}

const within = (hits: ReadonlySet<string> | undefined, ids: ReadonlySet<string>): number =>
  hits?.intersection(ids).size ?? 0
