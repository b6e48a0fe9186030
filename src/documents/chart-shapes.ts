import type { ScoreChartPart } from '../card/card.ts'
import { escapeMarkup, plainText } from '../card/markup.ts'
import { inLines, SIZE, text } from './chart-text.ts'
import { drawable, fontOf, type Weight } from './font.ts'
import type { Palette } from './palette.ts'

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
/** Least and most share of the width that names the rows. */
const LABEL_SHARE = { least: 0.27, most: 0.33 } as const
const BAR_HEIGHT = 12
/** Room for "100" behind a bar. */
const VALUE_WIDTH = 34
const MOST_CANDIDATES = 3

/** A score chart as shapes: a column a candidate, a row a criterion or need. What does not fit is counted below. */
export function chartShapes(chart: ScoreChartPart, frame: ChartFrame): Drawing {
  const { width, rowHeight, margin, mostRows } = frame
  const candidates = chart.candidates.slice(0, MOST_CANDIDATES)
  // A note about one row left out would take the place of that row.
  const rows = chart.rows.length === mostRows + 1 ? chart.rows : chart.rows.slice(0, mostRows)
  const labels = labelWidth(rows, frame)
  const columns = columnsFor(candidates.length, labels, frame)
  const names = candidates.map(({ name }, i) => inLines(name, columns[i]?.width ?? 0, 'bold', SIZE.name))
  const score =
    FIRST_NAME + NAME_TO_SCORE + NAME_LINE * (Math.max(1, ...names.map(({ length }) => length)) - 1)
  const top = score + SCORE_TO_ROWS
  const left = chart.rows.length - rows.length
  const tops = [top]
  for (const { label } of rows) tops.push((tops.at(-1) ?? 0) + heightOf(label, labels, frame))
  const bottom = tops.at(-1) ?? top
  return {
    width,
    height: bottom + (left > 0 ? rowHeight : 0) + BELOW,
    shapes: [
      text(margin, CAPTION, chart.caption, 'caption', { weight: 'bold', most: width - 2 * margin }),
      ...columns.flatMap((column, i) =>
        head(column, names[i] ?? [], candidates[i]?.score ?? 0, score, i === 0),
      ),
      ...rows.flatMap((row, i) => rowShapes(row, labels, columns, middleOf(tops, i), frame)),
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

const middleOf = (tops: readonly number[], row: number): number =>
  ((tops[row] ?? 0) + (tops[row + 1] ?? 0)) / 2

/** As wide as the widest label, within bounds. */
function labelWidth(rows: ScoreChartPart['rows'], { width }: ChartFrame): number {
  const widest = rows.map(({ label }) => fontOf('regular').width(drawable(plainText(label))) * SIZE.label)
  return Math.min(LABEL_SHARE.most * width, Math.max(LABEL_SHARE.least * width, ...widest))
}

interface Column {
  x: number
  width: number
}

function columnsFor(count: number, labels: number, frame: ChartFrame): Column[] {
  const from = frame.margin + labels + GAP
  const each = (frame.width - frame.margin - from - GAP * (count - 1)) / Math.max(1, count)
  return Array.from({ length: count }, (_, i) => ({ x: from + i * (each + GAP), width: each }))
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
  labels: number,
  columns: readonly Column[],
  middle: number,
  frame: ChartFrame,
): Shape[] {
  const values = columns.map((_, i) => row.values[i] ?? null)
  // One value alone is no better than others.
  const best = values.length > 1 ? Math.max(...values.map((value) => value ?? 0)) : null
  return [
    ...labelShapes(row.label, labels, frame.margin, middle),
    ...columns.flatMap((column, i) => rated(column, values[i] ?? null, i === 0, best, middle)),
  ]
}

/** A row is higher where its label takes two lines. */
const heightOf = (label: string, width: number, { rowHeight }: ChartFrame): number =>
  inLines(label, width, 'regular', SIZE.label).length === 1 ? rowHeight : rowHeight + SECOND_LINE

/** What a row is called; smaller in two lines where it is too wide for one. */
function labelShapes(label: string, width: number, x: number, middle: number): Shape[] {
  const whole = inLines(label, width, 'regular', SIZE.label)
  if (whole.length === 1) return [text(x, middle + SIZE.label * CENTRED, label, 'label', { most: width })]
  return inLines(label, width, 'regular', SIZE.note).map((line, i, { length }) => {
    const centre = middle + (i - (length - 1) / 2) * LABEL_LINE
    return text(x, centre + SIZE.note * CENTRED, escapeMarkup(line), 'note', { colour: 'text' })
  })
}

const LABEL_LINE = 12.5
const SECOND_LINE = 7

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
