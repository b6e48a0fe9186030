import type { Catalogue } from '../../src/knowledge/catalogue.ts'
import type { Cases, Part } from './cases.ts'
import { type Folds, foldsOf } from './folds.ts'
import { accepted, isClear } from './judge.ts'
import type { Judgement } from './outcomes.ts'
import { type Baseline, ROWS, type Row } from './rows.ts'

/** Cases counted: `hits` of `total`. */
export interface Count {
  hits: number
  total: number
}

/** A row with its figures; shares in per cent, null where nothing was counted. */
export interface Figure extends Row, Count {
  /** The same over the cases that can be met with the entries there are. */
  within: Count
  /** Lowest and highest share of the folds. */
  folds: { min: number; max: number } | null
  baselines: Record<Baseline, Count | null>
}

/** Ids of the cases whose expected alternatives have an entry, and out of how many. */
export type Reach = Record<Part, { met: Set<string>; of: number }>

/** Share in per cent; null when nothing was counted. */
export const percent = ({ hits, total }: Count): number | null => (total === 0 ? null : (100 * hits) / total)

/** Adds up the judgements of one row, of all cases or of those given. */
export function count(judgements: readonly Judgement[], row: string, only?: ReadonlySet<string>): Count {
  const own = judgements.filter((one) => one.row === row && (only?.has(one.case) ?? true))
  return own.reduce(({ hits, total }, one) => ({ hits: hits + one.hits, total: total + one.of }), {
    hits: 0,
    total: 0,
  })
}

/** Which cases the catalogue can meet: a clear brief with one accepted entry, a question with all its entries. */
export function reachOf(cases: Cases, catalogue: Pick<Catalogue, 'alternative'>): Reach {
  const known = (id: string): boolean => catalogue.alternative(id) !== undefined
  const ids = (met: readonly { id: string }[]): Set<string> => new Set(met.map(({ id }) => id))
  const clear = cases.briefs.filter(isClear)
  return {
    briefs: { met: ids(clear.filter((brief) => accepted(brief).some(known))), of: clear.length },
    questions: {
      met: ids(cases.questions.filter((question) => question.frameworks.every(known))),
      of: cases.questions.length,
    },
    answers: { met: ids(cases.answers), of: cases.answers.length },
  }
}

/** The figures of every row, from the judgements of the program and of the baselines that were run. */
export function figuresOf(
  cases: Cases,
  ours: readonly Judgement[],
  baselines: Partial<Record<Baseline, readonly Judgement[]>>,
  reach: Reach,
): Figure[] {
  const folds = foldsOf(cases)
  const beside = (row: Row, name: Baseline): Count | null => {
    const judgements = baselines[name]
    return judgements && !row.without.includes(name) ? count(judgements, row.id) : null
  }
  return ROWS.map((row) => ({
    ...row,
    ...count(ours, row.id),
    within: count(ours, row.id, reach[row.part].met),
    folds: spread(ours, row, folds),
    baselines: { fuse: beside(row, 'fuse'), commonest: beside(row, 'commonest') },
  }))
}

function spread(judgements: readonly Judgement[], row: Row, folds: Folds): Figure['folds'] {
  const shares = folds[row.part]
    .map((fold) => percent(count(judgements, row.id, fold)))
    .filter((share) => share !== null)
  return shares.length === 0 ? null : { min: Math.min(...shares), max: Math.max(...shares) }
}
