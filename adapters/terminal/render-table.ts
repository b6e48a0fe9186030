import type { TablePart } from '../../src/card/card.ts'
import { GAP, grid } from './columns.ts'
import { cellsOf, type Line, marked, plain } from './line.ts'
import { hang, wrap } from './wrap.ts'

/** A column that has to wrap keeps at least this many cells, else rows are stacked. */
const LEAST_CELLS = 14

/** A table side by side where it fits, else one block for each row. */
export function table(part: TablePart, columns: number): Line[] {
  const cells = columnCells(part, columns)
  const body = cells === null ? stacked(part, columns) : aligned(part, cells)
  return [...wrap(marked(part.caption, 'bold'), columns), ...body]
}

function aligned(part: TablePart, cells: number[]): Line[] {
  const head = part.columns.map((name) => marked(name, 'bold'))
  const rule = cells.map((count) => [plain('─'.repeat(count), 'dim')])
  const rows = part.rows.map((row) => row.map((cell) => marked(cell)))
  return grid([head, rule, ...rows], cells)
}

function stacked(part: TablePart, columns: number): Line[] {
  return part.rows.flatMap(([name = '', ...values], i) => [
    ...(i === 0 ? [] : [[]]),
    ...wrap(marked(name, 'bold'), columns),
    ...values.flatMap((value, j) =>
      hang([plain('  ')], [...marked(part.columns[j + 1] ?? ''), plain(': '), ...marked(value)], columns),
    ),
  ])
}

/** Cells for each column, the widest made narrower until all fit; null when they cannot. */
function columnCells(part: TablePart, columns: number): number[] | null {
  const natural = part.columns.map((name, i) =>
    Math.max(1, ...[name, ...part.rows.map((row) => row[i] ?? '')].map((cell) => cellsOf(marked(cell)))),
  )
  const room = columns - GAP * (natural.length - 1)
  const cells = [...natural]
  while (sum(cells) > room) {
    const widest = cells.indexOf(Math.max(...cells))
    if ((cells[widest] ?? 0) <= LEAST_CELLS) return null
    cells[widest] = (cells[widest] ?? 0) - 1
  }
  return cells
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
