import { ComponentType } from 'discord.js'
import type { ScoreChartPart } from '../../src/card/card.ts'
import { cardToText } from '../../src/card/plain.ts'
import { labelText } from '../shared/label.ts'
import { neutralise } from '../shared/neutralise.ts'
import { chunks } from '../shared/shorten.ts'
import { textBar, textGrid } from '../shared/text-grid.ts'
import type { Canvas } from './canvas.ts'
import { type Piece, textDisplay } from './components.ts'
import { DISCORD } from './limits.ts'
import { columns, escapeDiscord, fitsColumns, markdownOf, small } from './markdown.ts'

/** The chart as a picture, else as bars of text. */
export const chart = (part: ScoreChartPart, canvas: Canvas): Piece[] =>
  canvas.look.files ? picture(part, canvas) : bars(part)

/** The picture with the chart in words as its alternative text; what does not fit there follows in small print. */
function picture(part: ScoreChartPart, canvas: Canvas): Piece[] {
  const words = neutralise(cardToText({ parts: [part] }))
  const [alt = '', ...rest] = chunks(words, DISCORD.gallery.alt)
  const url = canvas.attach({ name: 'score-chart.png', part })
  return [
    { type: ComponentType.MediaGallery, items: [{ media: { url }, description: alt }] },
    ...textDisplay(
      rest
        .flatMap((text) => text.split('\n'))
        .map(smallLine)
        .join('\n'),
    ),
  ]
}

const smallLine = (line: string): string => (line.trim() === '' ? '' : small(escapeDiscord(line)))

const BAR_CELLS = 8

/** Candidates beside each other if that fits; else bars for the overall scores only, and a line for each row. */
function bars(part: ScoreChartPart): Piece[] {
  const names = part.candidates.map(({ name }) => labelText(name))
  const rows = part.rows.map(({ label, values }) => ({ label: labelText(label), values }))
  const overall = { label: 'Overall', values: part.candidates.map(({ score }) => score) }
  const beside = textGrid([
    ['', ...names],
    ...[overall, ...rows].map(({ label, values }) => [label, ...values.map(rated)]),
  ])
  if (fitsColumns(beside)) return textDisplay(columns(part.caption, beside))
  const scores = textGrid(part.candidates.map(({ score }, i) => [names[i] ?? '', rated(score)]))
  return [
    ...textDisplay(columns(part.caption, scores)),
    ...textDisplay(rows.map((row) => inOneLine(names, row)).join('\n')),
  ]
}

const inOneLine = (
  names: readonly string[],
  { label, values }: { label: string; values: (number | null)[] },
): string => {
  const each = values.map((value, i) => `${names[i] ?? ''} ${value === null ? NOT_RATED : Math.round(value)}`)
  return markdownOf([{ text: label, bold: true }, { text: `: ${each.join(', ')}` }])
}

const NOT_RATED = 'not rated'

const rated = (value: number | null): string =>
  value === null ? NOT_RATED : `${textBar(value, BAR_CELLS)} ${Math.round(value)}`
