import type { ScoreChartPart } from '../../src/card/card.ts'
import { GAP, grid } from './columns.ts'
import { cellsOf, type Line, marked, padded, plain, space } from './line.ts'
import { hang, onOneLine, wrap } from './wrap.ts'

const MOST_BAR_CELLS = 16
/** A shorter bar shows no difference worth looking at. */
const LEAST_BAR_CELLS = 6
/** A space and up to three digits behind the bar. */
const NUMBER_CELLS = 4
const LEAST_LABEL_CELLS = 12

interface Row {
  label: Line
  values: (number | null)[]
}

/** Bars with their numbers: candidates side by side where they fit, else below each other for every row. */
export function chart(part: ScoreChartPart, columns: number): Line[] {
  const names = part.candidates.map((candidate) => onOneLine(marked(candidate.name)))
  const overall = { label: [plain('Overall')], values: part.candidates.map((each) => each.score) }
  const rows = [
    overall,
    ...part.rows.map((row) => ({ label: onOneLine(marked(row.label)), values: row.values })),
  ]
  const body = sideBySide(names, rows, columns) ?? rows.flatMap((row) => stackedRow(names, row, columns))
  return [...wrap(marked(part.caption, 'bold'), columns), ...body]
}

function sideBySide(names: Line[], rows: Row[], columns: number): Line[] | null {
  const labelCells = Math.min(
    Math.max(...rows.map((row) => cellsOf(row.label))),
    Math.max(LEAST_LABEL_CELLS, Math.floor(columns / 3)),
  )
  const each = Math.floor((columns - labelCells) / Math.max(1, names.length)) - GAP
  const bar = Math.min(MOST_BAR_CELLS, each - NUMBER_CELLS)
  if (bar < LEAST_BAR_CELLS || names.some((name) => cellsOf(name) > bar + NUMBER_CELLS)) return null
  const cells = [labelCells, ...names.map(() => bar + NUMBER_CELLS)]
  return grid(
    [
      [[], ...names.map(emphasised)],
      ...rows.map((row) => [row.label, ...row.values.map((value) => rated(value, bar))]),
    ],
    cells,
  )
}

function stackedRow(names: Line[], row: Row, columns: number): Line[] {
  const nameCells = Math.max(0, ...names.map(cellsOf))
  const beside = columns - 2 * GAP - nameCells - NUMBER_CELLS
  const below = columns - GAP - NUMBER_CELLS
  const bars = row.values.flatMap((value, i): Line[] => {
    const name = names[i] ?? []
    return beside >= LEAST_BAR_CELLS
      ? [
          [
            space(GAP),
            ...padded(name, nameCells),
            space(GAP),
            ...rated(value, Math.min(beside, MOST_BAR_CELLS)),
          ],
        ]
      : [...hang([space(GAP)], name, columns), [space(GAP), ...rated(value, Math.min(below, MOST_BAR_CELLS))]]
  })
  return [[], ...wrap(emphasised(row.label), columns), ...bars]
}

const emphasised = (line: Line): Line => line.map((piece) => ({ ...piece, look: 'bold' }))

/** A value of 0 to 100 as a bar and its number; both halves of the bar differ without colour. */
function rated(value: number | null, cells: number): Line {
  if (value === null) return [plain('not rated', 'dim')]
  const filled = Math.min(cells, Math.max(0, Math.round((value / 100) * cells)))
  return [plain('█'.repeat(filled)), plain('░'.repeat(cells - filled), 'dim'), plain(` ${Math.round(value)}`)]
}
