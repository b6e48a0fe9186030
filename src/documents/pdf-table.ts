import type { Run } from './model.ts'
import { PALETTES } from './palette.ts'
import type { Box } from './pdf-box.ts'
import { decoration, element, type Pdf, type SetText, setText, type TextStyle } from './pdf-pen.ts'
import { CONTENT_WIDTH, PAGE, SPACE, TYPE } from './pdf-style.ts'

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

export function factBox(pdf: Pdf, { label, value }: { label: string; value: Run[] }, before: number): Box {
  const cells = [
    {
      type: 'TH',
      set: setText([{ text: label }], LABEL_WIDTH - SPACE.medium, TYPE.label),
      x: PAGE.left,
    },
    {
      type: 'TD',
      set: setText(value, CONTENT_WIDTH - LABEL_WIDTH, TYPE.body),
      x: PAGE.left + LABEL_WIDTH,
    },
  ]
  return rowBox(pdf, cells, before, false)
}

const GUTTER = 18

export function tableBoxes(pdf: Pdf, head: readonly string[], rows: readonly (readonly Run[][])[]): Box[] {
  const width = (CONTENT_WIDTH - GUTTER) / 2
  const row = (cells: readonly Run[][], type: string, style: TextStyle): Box =>
    rowBox(
      pdf,
      cells.map((runs, i) => ({
        type,
        set: setText(runs, width, style),
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
