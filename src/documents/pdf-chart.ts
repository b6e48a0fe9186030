import type { ScoreChartPart } from '../card/card.ts'
import { cardToText } from '../card/plain.ts'
import { chartShapes, type Shape } from './chart-shapes.ts'
import { drawable } from './font.ts'
import { PALETTES } from './palette.ts'
import type { Box } from './pdf-box.ts'
import type { Attributes, Pdf } from './pdf-pen.ts'
import { CONTENT_WIDTH, PAGE, SPACE } from './pdf-style.ts'

/** The shapes of a chart are smaller on paper than on a screen. */
const CHART_SCALE = 0.7
const CHART_FRAME = { width: CONTENT_WIDTH / CHART_SCALE, rowHeight: 19, margin: 0 }

/** The chart as one figure; who cannot see it is told everything it shows. */
export function chartBox(pdf: Pdf, chart: ScoreChartPart, mostRows: number): Box {
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
      const [right, bottom] = [PAGE.left + CONTENT_WIDTH, top + height * CHART_SCALE]
      const figure: Attributes = { alt, bbox: [PAGE.left, top, right, bottom] }
      tag.add(pdf.struct('Figure', figure, draw))
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
