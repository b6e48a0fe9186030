import type { types } from '@slack/bolt'
import type { TablePart } from '../../src/card/card.ts'
import type { Span } from '../../src/card/markup.ts'
import { safeSpans, safeText } from '../shared/paragraphs.ts'
import { textGrid } from '../shared/text-grid.ts'
import type { Canvas } from './canvas.ts'
import { SLACK } from './limits.ts'
import { bold, fitsColumns, richColumns, richLines, section } from './rich-text.ts'

/** A native table where the message has room for one, else columns of text, else one line a row. */
export function table(part: TablePart, canvas: Canvas): types.KnownBlock[] {
  const grid = [part.columns, ...part.rows]
  const texts = grid.map((row) => row.map((cell) => safeText(cell).replace(/\s+/g, ' ')))
  const characters = texts.flat().reduce((sum, cell) => sum + Math.max(1, cell.length), 0)
  const columns = Math.max(...grid.map((row) => row.length))
  const native = grid.length <= SLACK.table.rows && columns > 0 && columns <= SLACK.table.columns
  if (native && canvas.takeTable(characters + grid.length * columns)) {
    return [
      ...caption(part),
      { type: 'table', rows: nativeRows(grid, columns), column_settings: settings(texts) },
    ]
  }
  const lines = textGrid(texts)
  return fitsColumns(lines) ? [richColumns(part.caption, lines)] : stacked(part)
}

function stacked(part: TablePart): types.KnownBlock[] {
  const lines =
    part.rows.length === 0 ? part.columns.map(safeSpans) : part.rows.map((row) => inOneLine(part, row))
  return [...caption(part), richLines(lines)]
}

const caption = (part: TablePart): types.KnownBlock[] => [richLines([bold(part.caption)])]

const nativeRows = (grid: readonly string[][], columns: number): types.TableBlock['rows'] =>
  grid.map((row) => Array.from({ length: columns }, (_, i) => cell(row[i] ?? '')))

function cell(marked: string): types.TableBlock['rows'][number][number] {
  const spans = safeSpans(marked)
  const [only] = spans
  const text = spans.map((span) => span.text).join('')
  if (text.trim() === '') return { type: 'raw_text', text: ' ' }
  const unmarked = spans.length === 1 && only && Object.keys(only).length === 1
  return unmarked ? { type: 'raw_text', text } : { type: 'rich_text', elements: [section(spans)] }
}

const NUMBER = /^[+-]?[\d.,]+(?: ?%|\/\d+)?$|^-?$/

/** Names wrap, columns of numbers stand on the right. */
const settings = ([head = [], ...rows]: readonly string[][]): NonNullable<
  types.TableBlock['column_settings']
> =>
  head.map((_, i) =>
    i > 0 && rows.length > 0 && rows.every((row) => NUMBER.test(row[i] ?? ''))
      ? { align: 'right' }
      : { is_wrapped: true },
  )

function inOneLine({ columns }: TablePart, [name = '', ...cells]: readonly string[]): Span[] {
  const values = cells.flatMap((value, i): Span[] => [
    { text: i === 0 ? ': ' : '; ' },
    ...safeSpans(columns[i + 1] ?? ''),
    { text: ' ' },
    ...safeSpans(value),
  ])
  const heading = columns[0]?.trim() ? [...safeSpans(columns[0]), { text: ' ' }] : []
  return [...heading, ...bold(name), ...values]
}
