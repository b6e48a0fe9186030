/** Spaces between two columns. */
const GAP = 2

/** Rows as lines of a monospaced block: columns as wide as their longest cell, nothing behind the last one. */
export function textGrid(rows: readonly (readonly string[])[]): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, i) =>
    Math.max(...rows.map((row) => cellsOf(row[i] ?? ''))),
  )
  return rows.map((row) =>
    row
      .map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - cellsOf(cell) + GAP))
      .join('')
      .trimEnd(),
  )
}

const cellsOf = (text: string): number => [...text].length

const FULL = '█'
const EMPTY = '░'

/** A value of 0 to 100 as a bar of `cells` cells. */
export function textBar(value: number, cells: number): string {
  const filled = Math.min(cells, Math.max(0, Math.round((value / 100) * cells)))
  return FULL.repeat(filled) + EMPTY.repeat(cells - filled)
}
