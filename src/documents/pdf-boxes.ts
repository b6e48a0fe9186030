import { drawable, fontOf } from './font.ts'
import type { Block, CitedSource, Run } from './model.ts'
import { PALETTES } from './palette.ts'
import type { Box, Group } from './pdf-box.ts'
import { chartBox } from './pdf-chart.ts'
import {
  decoration,
  element,
  type Pdf,
  type SetText,
  setBalanced,
  setText,
  type Tag,
  type TextStyle,
} from './pdf-pen.ts'
import { BANNER, CONTENT_WIDTH, PAGE, SPACE, TYPE } from './pdf-style.ts'
import { factBox, tableBoxes } from './pdf-table.ts'
import { strong } from './runs.ts'
import { fitted } from './shorten.ts'

/** A block of the document as boxes. */
export function boxesOf(pdf: Pdf, block: Block): Group {
  switch (block.kind) {
    case 'lead':
      return { tag: null, boxes: [leadBox(pdf, block.text)] }
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
  const set = setText(runs, CONTENT_WIDTH, style)
  return { height: set.height, before, draw: (tag, top) => element(pdf, tag, type, set, PAGE.left, top) }
}

function leadBox(pdf: Pdf, runs: readonly Run[]): Box {
  const set = setBalanced(runs, CONTENT_WIDTH, TYPE.lead)
  const draw = (tag: Tag, top: number) => element(pdf, tag, 'P', set, PAGE.left, top)
  return { height: set.height, before: SPACE.small, draw }
}

const QUOTE_INDENT = 11

function quoteBox(pdf: Pdf, runs: readonly Run[]): Box {
  const set = setText(runs, CONTENT_WIDTH - QUOTE_INDENT, TYPE.body)
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
  const set = setText(runs, CONTENT_WIDTH - 2 * SPACE.medium - 3, TYPE.cell)
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
  const set = setText(runs, CONTENT_WIDTH - ITEM_INDENT, TYPE.body)
  const label = setText([{ text: sign }], ITEM_INDENT, TYPE.sign)
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

const SOURCE_INDENT = 23

/** One line a source: a long address is shown shortened, its link is whole. */
function sourceBox(pdf: Pdf, { number, source, remark }: CitedSource): Box {
  const style = TYPE.source
  const width = CONTENT_WIDTH - SOURCE_INDENT
  const measure = (text: string): number => fontOf('regular').width(text) * style.size
  const isAddress = /^https?:/.test(source)
  const tail = ` · ${remark}`
  const shown = fitted(
    drawable(source.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')),
    width - measure(tail) - 1,
    (text) => measure(drawable(text)),
  )
  const set = setText(
    [isAddress ? { text: shown, href: source } : { text: shown }, { text: tail }],
    width,
    style,
  )
  const label = setText([{ text: `[${number}]` }], SOURCE_INDENT, style)
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
