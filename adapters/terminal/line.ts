import { parseMarkup, type Span } from '../../src/card/markup.ts'
import { neutralise } from '../shared/neutralise.ts'
import { width } from './width.ts'

/** How a piece stands out; `paint.ts` says what that is on a screen. */
export type Look = 'plain' | 'bold' | 'italic' | 'code' | 'link' | 'dim' | 'warning'

/** A run of printable text with one look. */
export interface Piece {
  text: string
  look: Look
}

/** One line of the screen, unless it is still to be wrapped. */
export type Line = Piece[]

/** Text that is not marked, as one safe piece. */
export const plain = (text: string, look: Look = 'plain'): Piece => ({ text: neutralise(text), look })

/** Marked text as safe pieces; what has no markup of its own gets `look`. A link's address stands behind its label. */
export function marked(text: string, look: Look = 'plain'): Line {
  return parseMarkup(text).flatMap((span) => {
    const piece = plain(span.text, lookOf(span, look))
    return span.href && span.href !== span.text ? [piece, plain(` (${span.href})`, 'dim')] : [piece]
  })
}

function lookOf(span: Span, otherwise: Look): Look {
  if (span.bold) return 'bold'
  if (span.italic) return 'italic'
  if (span.code) return 'code'
  return span.href ? 'link' : otherwise
}

/** Pieces cut at their line feeds. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = [[]]
  for (const piece of pieces) {
    const [first = '', ...others] = piece.text.split('\n')
    lines.at(-1)?.push({ ...piece, text: first })
    for (const text of others) lines.push([{ ...piece, text }])
  }
  return lines
}

/** Cells that a line takes. */
export const cellsOf = (line: Line): number => line.reduce((sum, piece) => sum + width(piece.text), 0)

/** Spaces, as a piece. */
export const space = (cells: number): Piece => ({ text: ' '.repeat(Math.max(0, cells)), look: 'plain' })

/** The line filled up with spaces to `cells`. */
export const padded = (line: Line, cells: number): Line => [...line, space(cells - cellsOf(line))]
