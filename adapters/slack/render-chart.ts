import type { ScoreChartPart } from '../../src/card/card.ts'
import { labelText } from '../shared/label.ts'
import { textBar, textGrid } from '../shared/text-grid.ts'
import type { SlackBlock } from './block.ts'
import type { Canvas } from './canvas.ts'
import { nativeChart } from './render-native-chart.ts'
import { fitsColumns, richColumns, richLines } from './rich-text.ts'

type Row = ScoreChartPart['rows'][number]

/** The chart as Slack draws it where it does, else as bars of text. */
export function chart(part: ScoreChartPart, canvas: Canvas): SlackBlock[] {
  const native = canvas.look.textCharts ? null : drawn(part)
  return native !== null && canvas.takeChart() ? native : bars(part)
}

/** Slack draws a bar for every candidate; rows that lack one follow in words. */
function drawn(part: ScoreChartPart): SlackBlock[] | null {
  const { caption, candidates, rows } = part
  const rated = rows.filter(isRated)
  const others = rows.filter((row) => !isRated(row))
  const native = nativeChart({
    caption,
    candidates: candidates.map(({ name }) => name),
    rows: [overallOf(part), ...rated],
  })
  return native && [...native, ...inLines(part, others)]
}

const isRated = (row: Row): row is Row & { values: number[] } => row.values.every((value) => value !== null)

const overallOf = ({ candidates }: ScoreChartPart): { label: string; values: number[] } => ({
  label: 'Overall',
  values: candidates.map(({ score }) => score),
})

const BAR_CELLS = 8
/** Alone in their line, bars may show smaller differences. */
const LONE_BAR_CELLS = 16

/** Candidates beside each other if that fits; else bars for the overall scores only, and a line for each row. */
function bars(part: ScoreChartPart): SlackBlock[] {
  const { caption, candidates, rows } = part
  const names = namesIn(part)
  const beside = textGrid([
    ['', ...names],
    ...[overallOf(part), ...rows].map(({ label, values }) => [
      labelText(label),
      ...values.map((value) => rated(value, BAR_CELLS)),
    ]),
  ])
  if (fitsColumns(beside)) return [richColumns(caption, beside)]
  const scores = textGrid(candidates.map(({ score }, i) => [names[i] ?? '', rated(score, LONE_BAR_CELLS)]))
  return [richColumns(caption, scores), ...inLines(part, rows)]
}

const namesIn = ({ candidates }: ScoreChartPart): string[] => candidates.map(({ name }) => labelText(name))

const inLines = (part: ScoreChartPart, rows: readonly Row[]): SlackBlock[] =>
  rows.length === 0 ? [] : [richLines(rows.map((row) => inOneLine(namesIn(part), row)))]

const inOneLine = (names: readonly string[], { label, values }: Row) => [
  { text: labelText(label), bold: true as const },
  {
    text: `: ${values.map((value, i) => `${names[i] ?? ''} ${value === null ? NOT_RATED : Math.round(value)}`).join(', ')}`,
  },
]

const NOT_RATED = 'not rated'

const rated = (value: number | null, cells: number): string =>
  value === null ? NOT_RATED : `${textBar(value, cells)} ${Math.round(value)}`
