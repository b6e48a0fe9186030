import type { Run } from './model.ts'
import { PALETTES } from './palette.ts'
import type { Box } from './pdf-box.ts'
import { decoration, element, type Pdf, type SetText, setText, type Tag, type TextStyle } from './pdf-pen.ts'
import { CONTENT_WIDTH, PAGE, SPACE, TYPE } from './pdf-style.ts'

interface Cell {
  set: SetText
  x: number
  /** What it is the head of; left out where it heads nothing. */
  heads?: 'Row' | 'Column'
}

/** Cells beside each other, as one row of a table. */
function rowBox(pdf: Pdf, cells: readonly Cell[], before: number, ruled: boolean): Box {
  const height = Math.max(...cells.map(({ set }) => set.height))
  return {
    height: ruled ? height + SPACE.small : height,
    before,
    draw: (tag, top) => {
      const row = pdf.struct('TR')
      tag.add(row)
      for (const cell of cells) drawCell(pdf, row, cell, top)
      row.end()
      const y = top + height + SPACE.small - 0.5
      if (ruled) decoration(pdf, () => pdf.rect(PAGE.left, y, CONTENT_WIDTH, 0.5).fill(PALETTES.light.line))
    },
  }
}

function drawCell(pdf: Pdf, row: Tag, { set, x, heads }: Cell, top: number): void {
  if (heads === undefined) element(pdf, row, 'TD', set, x, top)
  else element(pdf, row, 'TH', set, x, top, { scope: heads })
}

const LABEL_WIDTH = 118

export function factBox(pdf: Pdf, { label, value }: { label: string; value: Run[] }, before: number): Box {
  const head = setText([{ text: label }], LABEL_WIDTH - SPACE.medium, TYPE.label)
  const body = setText(value, CONTENT_WIDTH - LABEL_WIDTH, TYPE.body)
  const cells: Cell[] = [
    { set: head, x: PAGE.left, heads: 'Row' },
    { set: body, x: PAGE.left + LABEL_WIDTH },
  ]
  return rowBox(pdf, cells, before, false)
}

const GUTTER = 18

export function tableBoxes(pdf: Pdf, head: readonly string[], rows: readonly (readonly Run[][])[]): Box[] {
  const width = (CONTENT_WIDTH - GUTTER) / 2
  const cell = (runs: readonly Run[], i: number, style: TextStyle): Cell => ({
    set: setText(runs, width, style),
    x: PAGE.left + i * (width + GUTTER),
  })
  const heads = head.map((words, i): Cell => ({ ...cell([{ text: words }], i, TYPE.head), heads: 'Column' }))
  return [
    { ...rowBox(pdf, heads, SPACE.small, true), keep: true },
    ...rows.map((cells) =>
      rowBox(
        pdf,
        cells.map((runs, i) => cell(runs, i, TYPE.cell)),
        SPACE.small,
        true,
      ),
    ),
  ]
}
