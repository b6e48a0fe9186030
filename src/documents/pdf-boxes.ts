import type { ScoreChartPart } from '../card/card.ts'
import { cardToText } from '../card/plain.ts'
import { chartShapes, type Shape } from './chart-shapes.ts'
import { drawable } from './font.ts'
import type { Block, CitedSource, Run } from './model.ts'
import { PALETTES } from './palette.ts'
import { drawText, type Pdf, type SetText, setText, type Tag, type TextStyle } from './pdf-pen.ts'
import { BANNER, CONTENT_WIDTH, PAGE, SPACE, TYPE } from './pdf-style.ts'
import { strong } from './runs.ts'
import { fitted } from './shorten.ts'

/** Something that stays on one page. */
export interface Box {
  height: number
  /** Space above it, unless it is the first of a page. */
  before: number
  /** True when it must stand on one page with what follows. */
  keep?: true
  /** Draws it at a height of the page, as part of `tag`. */
  draw(tag: Tag, top: number): void
}

/** Boxes under one element of the structure; a page may end between them. */
export interface Group {
  /** Type of the element, such as L for a list; null where each box makes its own. */
  tag: string | null
  boxes: Box[]
}

/** A block of the document as boxes. */
export function boxesOf(pdf: Pdf, block: Block): Group {
  switch (block.kind) {
    case 'lead':
      return { tag: null, boxes: [textBox(pdf, 'P', block.text, TYPE.lead, SPACE.small)] }
    case 'paragraph':
      return { tag: null, boxes: [textBox(pdf, 'P', block.text, TYPE.body, SPACE.small)] }
    case 'quote':
      return { tag: null, boxes: [quoteBox(pdf, block.text)] }
    case 'list':
      return {
        tag: 'L',
        boxes: block.items.map((item, i) => itemBox(pdf, item, block.numbered ? `${i + 1}.` : '•')),
      }
    case 'facts':
      return {
        tag: 'Table',
        boxes: block.rows.map((row, i) => factBox(pdf, row, i === 0 ? SPACE.medium : SPACE.hair)),
      }
    case 'table':
      return { tag: 'Table', boxes: tableBoxes(pdf, block.head, block.rows) }
    case 'chart':
      return { tag: null, boxes: [chartBox(pdf, block.chart, block.mostRows)] }
    case 'sources':
      return { tag: 'L', boxes: block.items.map((item) => sourceBox(pdf, item)) }
    default:
      return block satisfies never
  }
}

/** Text over the whole width as one element. */
export function textBox(pdf: Pdf, type: string, runs: readonly Run[], style: TextStyle, before: number): Box {
  const set = setText(pdf, runs, CONTENT_WIDTH, style)
  return { height: set.height, before, draw: (tag, top) => element(pdf, tag, type, set, PAGE.left, top) }
}

/** An element that holds nothing but text. */
function element(pdf: Pdf, parent: Tag, type: string, set: SetText, x: number, top: number): void {
  const tag = pdf.struct(type)
  parent.add(tag)
  drawText(pdf, tag, set, x, top)
  tag.end()
}

/** Something that says nothing: lines and backgrounds. */
export function decoration(pdf: Pdf, draw: () => void): void {
  pdf.markContent('Artifact', { type: 'Layout' })
  draw()
  pdf.endMarkedContent()
}

const QUOTE_INDENT = 11

function quoteBox(pdf: Pdf, runs: readonly Run[]): Box {
  const set = setText(pdf, runs, CONTENT_WIDTH - QUOTE_INDENT, TYPE.body)
  return {
    height: set.height,
    before: SPACE.small,
    draw: (tag, top) => {
      decoration(pdf, () => pdf.rect(PAGE.left, top + 2, 2, set.height - 3).fill(PALETTES.light.line))
      element(pdf, tag, 'BlockQuote', set, PAGE.left + QUOTE_INDENT, top)
    },
  }
}

/** A banner above everything else. */
export function bannerBox(pdf: Pdf, runs: readonly Run[]): Box {
  const set = setText(pdf, runs, CONTENT_WIDTH - 2 * SPACE.medium - 3, TYPE.cell)
  const height = set.height + 2 * SPACE.small
  return {
    height,
    before: SPACE.medium,
    draw: (tag, top) => {
      decoration(pdf, () => {
        pdf.rect(PAGE.left, top, CONTENT_WIDTH, height).fill(BANNER.background)
        pdf.rect(PAGE.left, top, 3, height).fill(BANNER.edge)
      })
      element(pdf, tag, 'P', set, PAGE.left + 3 + SPACE.medium, top + SPACE.small)
    },
  }
}

const ITEM_INDENT = 13

function itemBox(pdf: Pdf, runs: readonly Run[], sign: string): Box {
  const set = setText(pdf, runs, CONTENT_WIDTH - ITEM_INDENT, TYPE.body)
  const label = setText(pdf, [{ text: sign }], ITEM_INDENT, TYPE.sign)
  return {
    height: set.height,
    before: 3,
    draw: (tag, top) => listItem(pdf, tag, label, set, ITEM_INDENT, top),
  }
}

function listItem(pdf: Pdf, list: Tag, label: SetText, body: SetText, indent: number, top: number): void {
  const item = pdf.struct('LI')
  list.add(item)
  element(pdf, item, 'Lbl', label, PAGE.left, top)
  element(pdf, item, 'LBody', body, PAGE.left + indent, top)
  item.end()
}

/** Cells beside each other, as one row of a table. */
function rowBox(
  pdf: Pdf,
  cells: readonly { type: string; set: SetText; x: number }[],
  before: number,
  ruled: boolean,
): Box {
  const height = Math.max(...cells.map(({ set }) => set.height))
  return {
    height: ruled ? height + SPACE.small : height,
    before,
    draw: (tag, top) => {
      const row = pdf.struct('TR')
      tag.add(row)
      for (const { type, set, x } of cells) element(pdf, row, type, set, x, top)
      row.end()
      const y = top + height + SPACE.small - 0.5
      if (ruled) decoration(pdf, () => pdf.rect(PAGE.left, y, CONTENT_WIDTH, 0.5).fill(PALETTES.light.line))
    },
  }
}

const LABEL_WIDTH = 118

function factBox(pdf: Pdf, { label, value }: { label: string; value: Run[] }, before: number): Box {
  const cells = [
    {
      type: 'TH',
      set: setText(pdf, [{ text: label }], LABEL_WIDTH - SPACE.medium, TYPE.label),
      x: PAGE.left,
    },
    {
      type: 'TD',
      set: setText(pdf, value, CONTENT_WIDTH - LABEL_WIDTH, TYPE.body),
      x: PAGE.left + LABEL_WIDTH,
    },
  ]
  return rowBox(pdf, cells, before, false)
}

const GUTTER = 18

function tableBoxes(pdf: Pdf, head: readonly string[], rows: readonly (readonly Run[][])[]): Box[] {
  const width = (CONTENT_WIDTH - GUTTER) / 2
  const row = (cells: readonly Run[][], type: string, style: TextStyle): Box =>
    rowBox(
      pdf,
      cells.map((runs, i) => ({
        type,
        set: setText(pdf, runs, width, style),
        x: PAGE.left + i * (width + GUTTER),
      })),
      SPACE.small,
      true,
    )
  return [
    {
      ...row(
        head.map((words) => [{ text: words }]),
        'TH',
        TYPE.head,
      ),
      keep: true,
    },
    ...rows.map((cells) => row(cells, 'TD', TYPE.cell)),
  ]
}

/** The shapes of a chart are smaller on paper than on a screen. */
const CHART_SCALE = 0.7
const CHART_FRAME = { width: CONTENT_WIDTH / CHART_SCALE, rowHeight: 19, margin: 0 }

function chartBox(pdf: Pdf, chart: ScoreChartPart, mostRows: number): Box {
  const { height, shapes } = chartShapes(chart, { ...CHART_FRAME, mostRows })
  return {
    height: height * CHART_SCALE,
    before: SPACE.small,
    draw: (tag, top) => {
      const alt = drawable(cardToText({ parts: [chart] }))
      const draw = () => {
        pdf.save().translate(PAGE.left, top).scale(CHART_SCALE)
        for (const shape of shapes) drawShape(pdf, shape)
        pdf.restore()
      }
      tag.add(pdf.struct('Figure', { alt }, draw))
    },
  }
}

function drawShape(pdf: Pdf, shape: Shape): void {
  const colour = PALETTES.light[shape.colour]
  if (shape.kind === 'bar') {
    pdf.roundedRect(shape.x, shape.y, shape.width, shape.height, Math.min(2, shape.width / 2)).fill(colour)
    return
  }
  pdf.font(shape.weight).fontSize(shape.size).fillColor(colour)
  const x = shape.anchor === 'end' ? shape.x - pdf.widthOfString(shape.text) : shape.x
  pdf.text(shape.text, x, shape.y, { lineBreak: false, baseline: 'alphabetic' })
}

const SOURCE_INDENT = 20

/** One line a source: a long address is shown shortened, its link is whole. */
function sourceBox(pdf: Pdf, { number, source, remark }: CitedSource): Box {
  const style = TYPE.source
  const width = CONTENT_WIDTH - SOURCE_INDENT
  const measure = (text: string): number => pdf.font('regular').fontSize(style.size).widthOfString(text)
  const isAddress = /^https?:/.test(source)
  const tail = ` · ${remark}`
  const shown = fitted(
    drawable(source.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')),
    width - measure(tail) - 1,
    (text) => measure(drawable(text)),
  )
  const set = setText(
    pdf,
    [isAddress ? { text: shown, href: source } : { text: shown }, { text: tail }],
    width,
    style,
  )
  const label = setText(pdf, [{ text: `[${number}]` }], SOURCE_INDENT, style)
  return {
    height: set.height,
    before: 1,
    draw: (tag, top) => listItem(pdf, tag, label, set, SOURCE_INDENT, top),
  }
}

/** The heading of a section. */
export const headingBox = (pdf: Pdf, heading: string): Box => ({
  ...textBox(pdf, 'H2', [strong(heading)], TYPE.heading, SPACE.large),
  keep: true,
})
