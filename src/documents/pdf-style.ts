import { PALETTES } from './palette.ts'
import type { TextStyle } from './pdf-pen.ts'

const { text, quiet, first } = PALETTES.light

/** A4 with margins, in points. */
export const PAGE = { width: 595.28, height: 841.89, left: 56, right: 56, top: 46, bottom: 52 } as const
export const CONTENT_WIDTH = PAGE.width - PAGE.left - PAGE.right

/** One scale: everything is set in these sizes. */
export const TYPE = {
  publisher: { size: 9, leading: 12, weight: 'bold', colour: first },
  title: { size: 21, leading: 28, weight: 'bold', colour: text },
  byline: { size: 9.5, leading: 14, colour: quiet },
  heading: { size: 11.5, leading: 16, weight: 'bold', colour: first },
  lead: { size: 11, leading: 16.5, colour: text },
  body: { size: 9.25, leading: 13.5, colour: text },
  label: { size: 9.25, leading: 13.5, colour: quiet },
  sign: { size: 9.25, leading: 13.5, weight: 'bold', colour: first },
  cell: { size: 8.75, leading: 12.5, colour: text },
  head: { size: 8.75, leading: 12.5, weight: 'bold', colour: quiet },
  source: { size: 7.75, leading: 11, colour: quiet },
  foot: { size: 7.75, leading: 10, colour: quiet },
} as const satisfies Record<string, TextStyle>

/** Distances between things, from close to far. */
export const SPACE = { hair: 2, small: 4, medium: 8, large: 14 } as const

/** Behind what a reader must not miss; dark text on it keeps its contrast, also in grey. */
export const BANNER = { background: '#fdf3d6', edge: '#9a6700' } as const
