import type { types } from '@slack/bolt'
import type { ScoreChartPart } from '../../src/card/card.ts'
import { cardToText } from '../../src/card/plain.ts'
import { labelText } from '../shared/label.ts'
import { neutralise } from '../shared/neutralise.ts'
import { chunks } from '../shared/shorten.ts'
import { textBar, textGrid } from '../shared/text-grid.ts'
import type { Canvas } from './canvas.ts'
import { SLACK } from './limits.ts'
import { label, plain } from './literal.ts'
import { smallPrint } from './render-text.ts'
import { fitsColumns, richColumns, richLines } from './rich-text.ts'

/** The chart as an uploaded picture if there is one, else as bars of text. */
export function chart(part: ScoreChartPart, canvas: Canvas): types.KnownBlock[] {
  const picture = canvas.look.picture?.(part)
  return picture === undefined ? bars(part) : image(part, picture)
}

/** The picture with the chart in words as its alternative text; what does not fit there follows in small print. */
function image(part: ScoreChartPart, id: string): types.KnownBlock[] {
  const [alt = '', ...rest] = chunks(neutralise(cardToText({ parts: [part] })), SLACK.image.alt)
  return [
    {
      type: 'image',
      slack_file: { id },
      title: label(part.caption, SLACK.image.title),
      alt_text: plain(alt, SLACK.image.alt).text,
    },
    ...rest.flatMap(smallPrint),
  ]
}

const BAR_CELLS = 8
/** Alone in their line, bars may show smaller differences. */
const LONE_BAR_CELLS = 16

/** Candidates beside each other if that fits; else bars for the overall scores only, and a line for each row. */
function bars(part: ScoreChartPart): types.KnownBlock[] {
  const names = part.candidates.map(({ name }) => labelText(name))
  const rows = part.rows.map(({ label, values }) => ({ label: labelText(label), values }))
  const overall = { label: 'Overall', values: part.candidates.map(({ score }) => score) }
  const beside = textGrid([
    ['', ...names],
    ...[overall, ...rows].map(({ label, values }) => [
      label,
      ...values.map((value) => rated(value, BAR_CELLS)),
    ]),
  ])
  if (fitsColumns(beside)) return [richColumns(part.caption, beside)]
  const scores = textGrid(
    part.candidates.map(({ score }, i) => [names[i] ?? '', rated(score, LONE_BAR_CELLS)]),
  )
  return [
    richColumns(part.caption, scores),
    ...(rows.length === 0 ? [] : [richLines(rows.map((row) => inOneLine(names, row)))]),
  ]
}

const inOneLine = (
  names: readonly string[],
  { label, values }: { label: string; values: (number | null)[] },
) => [
  { text: label, bold: true as const },
  {
    text: `: ${values.map((value, i) => `${names[i] ?? ''} ${value === null ? NOT_RATED : Math.round(value)}`).join(', ')}`,
  },
]

const NOT_RATED = 'not rated'

const rated = (value: number | null, cells: number): string =>
  value === null ? NOT_RATED : `${textBar(value, cells)} ${Math.round(value)}`
