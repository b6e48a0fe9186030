import type { ScoreChartPart, Theme } from '../card/card.ts'
import { CHAT_FRAME, chartShapes, type Shape } from './chart-shapes.ts'
import { FAMILY, fontOf } from './font.ts'
import { PALETTES, type Palette } from './palette.ts'

/** Pixels a pixel of the drawing: sharp on screens of double density. */
const SCALE = 2

/**
 * A score chart as a picture.
 *
 * @returns PNG, 1,040 pixels wide, for backgrounds of the theme; the same chart gives the same bytes
 */
export async function makePicture(chart: ScoreChartPart, theme: Theme): Promise<Uint8Array> {
  // Loaded late: the renderer is native and the terminal never needs it.
  const { renderAsync } = await import('@resvg/resvg-js')
  const image = await renderAsync(chartSvg(chart, PALETTES[theme]), {
    font: {
      loadSystemFonts: false,
      fontFiles: [fontOf('regular').file, fontOf('bold').file],
      defaultFontFamily: FAMILY,
    },
    fitTo: { mode: 'zoom', value: SCALE },
  })
  return image.asPng()
}

/** The chart as SVG, with the typeface named and not embedded. */
export function chartSvg(chart: ScoreChartPart, palette: Palette): string {
  const { width, height, shapes } = chartShapes(chart, CHAT_FRAME)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${FAMILY}">`,
    `<rect width="100%" height="100%" fill="${palette.background}"/>`,
    ...shapes.map((shape) => element(shape, palette)),
    '</svg>',
  ].join('\n')
}

function element(shape: Shape, palette: Palette): string {
  const fill = palette[shape.colour]
  if (shape.kind === 'bar') {
    const { x, y, width, height } = shape
    return `<rect x="${tidy(x)}" y="${tidy(y)}" width="${tidy(width)}" height="${height}" rx="2" fill="${fill}"/>`
  }
  const { x, y, size, weight, anchor, text } = shape
  const look = `font-size="${size}" font-weight="${weight === 'bold' ? 700 : 400}" text-anchor="${anchor}"`
  return `<text x="${tidy(x)}" y="${tidy(y)}" ${look} fill="${fill}">${escaped(text)}</text>`
}

const tidy = (pixels: number): number => Math.round(pixels * 100) / 100

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
