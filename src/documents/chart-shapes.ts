import type { ScoreChartPart } from '../card/card.ts'
import { escapeMarkup, plainText } from '../card/markup.ts'
import { drawable, fontOf, type Weight } from './font.ts'
import type { Palette } from './palette.ts'
import { fitted } from './shorten.ts'

/** What a chart is drawn of, in pixels from the top left corner; a page draws the same shapes as a picture. */
export type Shape =
  | { kind: 'bar'; x: number; y: number; width: number; height: number; colour: keyof Palette }
  | {
      kind: 'text'
      x: number
      /** Of the base line. */
      y: number
      text: string
      size: number
      weight: Weight
      anchor: 'start' | 'end'
      colour: keyof Palette
    }

export interface Drawing {
  width: number
  height: number
  shapes: Shape[]
}

/** Where a chart is drawn, in its own pixels. */
export interface ChartFrame {
  width: number
  rowHeight: number
  /** Space to the left and right of everything. */
  margin: number
  /** Rows beyond these are only counted. */
  mostRows: number
}

/** As wide as a chat shows a picture without scaling it down, and low enough where it limits the height. */
export const CHAT_FRAME: ChartFrame = { width: 520, rowHeight: 24, margin: 14, mostRows: 12 }

const GAP = 14
/** Share of the width that names the rows. */
const LABEL_SHARE = 0.27
const BAR_HEIGHT = 12
/** Room for "100" behind a bar. */
const VALUE_WIDTH = 34
const SIZE = { caption: 14, name: 14, score: 22, label: 13, value: 13, note: 12 } as const
const MOST_CANDIDATES = 3

/** A score chart as shapes: a column a candidate, a row a criterion or need. What does not fit is counted below. */
export function chartShapes(chart: ScoreChartPart, frame: ChartFrame): Drawing {
  const { width, rowHeight, margin, mostRows } = frame
  const candidates = chart.candidates.slice(0, MOST_CANDIDATES)
  const columns = columnsFor(candidates.length, frame)
  const names = candidates.map(({ name }, i) => nameLines(name, columns[i]?.width ?? 0))
  const score =
    FIRST_NAME + NAME_TO_SCORE + NAME_LINE * (Math.max(1, ...names.map(({ length }) => length)) - 1)
  const top = score + SCORE_TO_ROWS
  // A note about one row left out would take the place of that row.
  const rows = chart.rows.length === mostRows + 1 ? chart.rows : chart.rows.slice(0, mostRows)
  const left = chart.rows.length - rows.length
  const bottom = top + rows.length * rowHeight
  return {
    width,
    height: bottom + (left > 0 ? rowHeight : 0) + BELOW,
    shapes: [
      text(margin, CAPTION, chart.caption, 'caption', { weight: 'bold', most: width - 2 * margin }),
      ...columns.flatMap((column, i) =>
        head(column, names[i] ?? [], candidates[i]?.score ?? 0, score, i === 0),
      ),
      ...rows.flatMap((row, i) => rowShapes(row, columns, top + (i + 0.5) * rowHeight, frame)),
      ...(left > 0 ? [text(margin, bottom + 17, `and ${left} more, not shown here`, 'note')] : []),
    ],
  }
}

/** Base lines from the top, and the distances between them. */
const CAPTION = 26
const FIRST_NAME = 53
const NAME_LINE = 17
const NAME_TO_SCORE = 23
const SCORE_TO_ROWS = 13
const BELOW = 9

const labelWidth = ({ width }: ChartFrame): number => width * LABEL_SHARE

interface Column {
  x: number
  width: number
}

function columnsFor(count: number, frame: ChartFrame): Column[] {
  const from = frame.margin + labelWidth(frame) + GAP
  const each = (frame.width - frame.margin - from - GAP * (count - 1)) / Math.max(1, count)
  return Array.from({ length: count }, (_, i) => ({ x: from + i * (each + GAP), width: each }))
}

/** A name in one line, or in two where it is too wide for one. */
function nameLines(marked: string, width: number): string[] {
  const name = drawable(plainText(marked))
  const fits = (words: string): boolean => fontOf('bold').width(words) * SIZE.name <= width
  if (fits(name)) return [name]
  const end = name.lastIndexOf(
    ' ',
    [...name.matchAll(/ /g)].findLast(({ index }) => fits(name.slice(0, index)))?.index ?? -1,
  )
  const lines = end > 0 ? [name.slice(0, end), name.slice(end + 1)] : [name]
  return lines.map((line) => fittedTo(line, width, 'bold', SIZE.name))
}

function head(
  { x }: Column,
  name: readonly string[],
  score: number,
  baseline: number,
  first: boolean,
): Shape[] {
  const lines = name.map((line, i) =>
    text(x, baseline - NAME_TO_SCORE - NAME_LINE * (name.length - 1 - i), escapeMarkup(line), 'name', {
      weight: 'bold',
    }),
  )
  const colour = first ? 'first' : 'quiet'
  return [...lines, text(x, baseline, score.toFixed(1), 'score', { weight: 'bold', colour })]
}

function rowShapes(
  row: ScoreChartPart['rows'][number],
  columns: readonly Column[],
  middle: number,
  frame: ChartFrame,
): Shape[] {
  const values = columns.map((_, i) => row.values[i] ?? null)
  // One value alone is no better than others.
  const best = values.length > 1 ? Math.max(...values.map((value) => value ?? 0)) : null
  return [
    text(frame.margin, middle + SIZE.label * CENTRED, row.label, 'label', { most: labelWidth(frame) }),
    ...columns.flatMap((column, i) => rated(column, values[i] ?? null, i === 0, best, middle)),
  ]
}

/** From the middle of a row to the base line of its text, in sizes of the type. */
const CENTRED = 0.36

function rated(
  { x, width }: Column,
  value: number | null,
  first: boolean,
  best: number | null,
  middle: number,
): Shape[] {
  const baseline = middle + SIZE.value * CENTRED
  if (value === null) return [text(x, baseline, 'not rated', 'note', { colour: 'quiet', most: width })]
  const room = width - VALUE_WIDTH
  const bar = { kind: 'bar', x, y: middle - BAR_HEIGHT / 2, height: BAR_HEIGHT } as const
  const filled = (room * Math.min(100, Math.max(0, value))) / 100
  return [
    { ...bar, width: room, colour: 'track' },
    ...(filled > 0 ? [{ ...bar, width: filled, colour: first ? 'first' : 'other' } as const] : []),
    text(x + width, baseline, String(Math.round(value)), 'value', {
      anchor: 'end',
      weight: value === best ? 'bold' : 'regular',
    }),
  ]
}

interface Look {
  weight?: Weight
  anchor?: 'start' | 'end'
  colour?: keyof Palette
  /** Most pixels it may take. */
  most?: number
}

function text(x: number, y: number, marked: string, as: keyof typeof SIZE, look: Look = {}): Shape {
  const { weight = 'regular', anchor = 'start', colour = as === 'note' ? 'quiet' : 'text', most } = look
  const size = SIZE[as]
  const whole = drawable(plainText(marked))
  const shown = most === undefined ? whole : fittedTo(whole, most, weight, size)
  return { kind: 'text', x, y, text: shown, size, weight, anchor, colour }
}

const fittedTo = (words: string, most: number, weight: Weight, size: number): string =>
  drawable(fitted(words, most, (some) => fontOf(weight).width(drawable(some)) * size))
