import { styleText } from 'node:util'
import type { Line, Look, Piece } from './line.ts'

const FORMATS = {
  plain: [],
  bold: 'bold',
  italic: 'italic',
  code: 'cyan',
  link: 'underline',
  dim: 'dim',
  warning: ['bold', 'yellow'],
} as const satisfies Record<Look, Parameters<typeof styleText>[0]>

/**
 * Lines as text for `stream`, with colours only where it is a terminal that has them (NO_COLOR and FORCE_COLOR are
 * respected), and without blanks at the ends of lines.
 */
export function paint(lines: readonly Line[], stream: NodeJS.WritableStream): string {
  return lines.map((line) => paintLine(line, stream).trimEnd()).join('\n')
}

const paintLine = (line: Line, stream: NodeJS.WritableStream): string =>
  joined(line)
    .map((piece) => styleText(FORMATS[piece.look], piece.text, { stream }))
    .join('')

/** Neighbours of one look as one piece: fewer codes for the terminal to read. */
function joined(line: Line): Line {
  const pieces: Piece[] = []
  for (const piece of line) {
    const last = pieces.at(-1)
    if (last?.look === piece.look) pieces[pieces.length - 1] = { ...last, text: last.text + piece.text }
    else pieces.push(piece)
  }
  return pieces
}
