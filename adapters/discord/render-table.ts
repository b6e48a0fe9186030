import type { TablePart } from '../../src/card/card.ts'
import { safeText } from '../shared/paragraphs.ts'
import { textGrid } from '../shared/text-grid.ts'
import { type Piece, textDisplay } from './components.ts'
import { bold, columns, fitsColumns, inline } from './markdown.ts'

/** Discord knows no tables: columns of text where they fit, else one line a row. */
export function table(part: TablePart): Piece[] {
  const grid = [part.columns, ...part.rows]
  const lines = textGrid(grid.map((row) => row.map((cell) => safeText(cell).replace(/\s+/g, ' '))))
  return textDisplay(fitsColumns(lines) ? columns(part.caption, lines) : stacked(part))
}

function stacked(part: TablePart): string {
  const rows =
    part.rows.length === 0 ? part.columns.map(inline) : part.rows.map((row) => inOneLine(part, row))
  return [bold(part.caption), ...rows.map((row) => `- ${row}`)].join('\n')
}

function inOneLine({ columns }: TablePart, [name = '', ...cells]: readonly string[]): string {
  const heading = columns[0]?.trim() ? `${inline(columns[0])} ` : ''
  const values = cells.map((cell, i) => `${inline(columns[i + 1] ?? '')} ${inline(cell)}`.trim())
  return `${heading}${bold(name)}${values.length === 0 ? '' : `: ${values.join('; ')}`}`
}
