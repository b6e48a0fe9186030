import { cellsOf, type Line, padded, plain, space } from './line.ts'
import { hang, onOneLine, wrap } from './wrap.ts'

/** From this many columns on, two things may stand side by side. */
const SIDE_BY_SIDE_COLUMNS = 50
/** The share of the window that names may take before what belongs to them goes below. */
const LEFT_SHARE = 0.4
export const GAP = 2

/** A row of two columns; `mark` stands before it, such as a number to type. */
export interface Pair {
  mark: Line
  left: Line
  right: Line
}

/** Pairs as two aligned columns where there is room, else the right one below its left one, indented. */
export function pairs(rows: readonly Pair[], columns: number): Line[] {
  const markCells = Math.max(0, ...rows.map((row) => cellsOf(row.mark)))
  const leftCells = Math.max(
    0,
    ...rows.filter((row) => row.right.length > 0).map((row) => cellsOf(onOneLine(row.left))),
  )
  const aside = columns >= SIDE_BY_SIDE_COLUMNS && leftCells <= columns * LEFT_SHARE
  return rows.flatMap((row) => {
    const mark = padded(row.mark, markCells)
    if (row.right.length === 0) return hang(mark, row.left, columns)
    return aside
      ? hang([...mark, ...padded(onOneLine(row.left), leftCells), space(GAP)], row.right, columns)
      : [...hang(mark, row.left, columns), ...hang([space(Math.max(GAP, markCells))], row.right, columns)]
  })
}

/** Text behind a word that says what it is; below that word too where there is no room beside it. */
export const labelled = (label: Line, body: Line, columns: number): Line[] =>
  columns >= SIDE_BY_SIDE_COLUMNS ? hang(label, body, columns) : wrap([...label, ...body], columns)

/** Rows of cells, each wrapped inside its column. */
export function grid(rows: readonly (readonly Line[])[], cells: readonly number[]): Line[] {
  return rows.flatMap((row) => {
    const wrapped = cells.map((columns, i) => wrap(row[i] ?? [], columns))
    const height = Math.max(1, ...wrapped.map((lines) => lines.length))
    return Array.from({ length: height }, (_, y) =>
      wrapped.flatMap((lines, i) => [...padded(lines[y] ?? [], cells[i] ?? 0), space(GAP)]),
    )
  })
}

/** A list entry whose further lines stand under its first. */
export const bullet = (body: Line, columns: number): Line[] => hang([plain('- ')], body, columns)
