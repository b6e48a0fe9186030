import type { Cases, Part } from './cases.ts'
import { type Count, type Figure, percent, type Reach } from './tally.ts'

const HEAD = [
  '',
  'count',
  '%',
  'floor',
  'aim',
  'reached',
  'within the knowledge',
  'folds %',
  'fuse.js',
  'commonest',
]
const PARTS: readonly Part[] = ['briefs', 'questions', 'answers']
const DASH = '-'

/** The figures as an aligned table, with what each column means above it. */
export function renderTable(figures: readonly Figure[], cases: Cases, reach: Reach): string {
  const lines = PARTS.flatMap((part) => [
    [caption(part, cases)],
    ...figures.filter((figure) => figure.part === part && says(figure)).map(cellsOf),
  ])
  return [...legend(reach), '', ...aligned([HEAD, ...lines])].join('\n')
}

/** A row that only informs says nothing where no case has the labels for it. */
const says = ({ total, floor }: Figure): boolean => total > 0 || floor !== null

function legend(reach: Reach): string[] {
  const met = (part: Part): string => `${reach[part].met.size} of ${reach[part].of}`
  return [
    `With the entries there are, ${met('briefs')} clear briefs and ${met('questions')} questions can be met;`,
    '"within the knowledge" counts those alone. "folds" is the lowest and highest of five parts, split by source.',
    'fuse.js: its best hit over the same documents. commonest: always the most frequent label of these cases.',
  ]
}

function caption(part: Part, cases: Cases): string {
  const clear = part === 'briefs' ? ', judged by the clear ones' : ''
  return `${part} (${cases[part].length}${clear})`
}

function cellsOf(figure: Figure): string[] {
  const bound = figure.better === 'fewer' ? '<=' : '>='
  const limit = (value: number | null): string => (value === null ? '' : `${bound} ${value}`)
  return [
    `  ${figure.label}`,
    counted(figure),
    share(figure),
    limit(figure.floor),
    limit(figure.aim),
    reached(figure),
    withShare(figure.within),
    figure.folds ? `${figure.folds.min.toFixed(0)} to ${figure.folds.max.toFixed(0)}` : DASH,
    withShare(figure.baselines.fuse),
    withShare(figure.baselines.commonest),
  ]
}

const counted = ({ hits, total }: Count): string => `${hits}/${total}`
const share = (count: Count): string => percent(count)?.toFixed(1) ?? DASH
const withShare = (count: Count | null): string =>
  count === null || count.total === 0 ? DASH : `${counted(count)} ${share(count)}`

/** How far a row has come: `aim`, `floor`, or `below` both; empty where nothing is asked of it. */
export function reached(figure: Pick<Figure, 'better' | 'floor' | 'aim' | 'hits' | 'total'>): string {
  const value = percent(figure)
  if (value === null || figure.floor === null || figure.aim === null) return ''
  const meets = (limit: number): boolean => (figure.better === 'fewer' ? value <= limit : value >= limit)
  if (meets(figure.aim)) return 'aim'
  return meets(figure.floor) ? 'floor' : 'below'
}

function aligned(rows: readonly string[][]): string[] {
  // A caption is a row of one cell and takes no part in the widths.
  const table = rows.filter((row) => row.length > 1)
  const widths = HEAD.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = row.length > 1 ? (widths[column] ?? 0) : 0
        return column === 0 ? cell.padEnd(width) : cell.padStart(width)
      })
      .join('  ')
      .trimEnd(),
  )
}
