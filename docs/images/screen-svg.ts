/** Columns and lines in pixels. */
const CELL = { width: 7.8, height: 17 } as const
const MARGIN = 16
const COLOURS = { background: '#16202b', text: '#e6ebf0', dim: '#9fb0c0' } as const
const FONT = "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace"

interface Look {
  bold: boolean
  dim: boolean
  italic: boolean
}

const PLAIN: Look = { bold: false, dim: false, italic: false }

/**
 * A terminal's screen as a picture.
 *
 * @param title what it shows, for who cannot see it
 * @param lines with the escape sequences for bold, dim and italic as tmux captures them; a look lasts until it is ended
 */
export function screenSvg(title: string, lines: readonly string[], columns: number): string {
  const width = Math.ceil(columns * CELL.width + 2 * MARGIN)
  const height = Math.ceil(lines.length * CELL.height + 2 * MARGIN)
  let look = PLAIN
  const texts = lines.flatMap((line, row) => {
    let column = 0
    return piecesOf(line).flatMap(({ codes, text }) => {
      look = codes.reduce(changed, look)
      const drawn = text.trim() === '' ? [] : [textElement(text, look, column, row)]
      column += [...text].length
      return drawn
    })
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" rx="8" fill="${COLOURS.background}"/>`,
    `<g font-family="${FONT}" font-size="13" xml:space="preserve">`,
    ...texts,
    '</g>',
    '</svg>',
    '',
  ].join('\n')
}

/** What is written in one look, with the codes before it. */
function piecesOf(line: string): { codes: number[]; text: string }[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences of a terminal begin with one
  const [first = '', ...rest] = line.split(/\u001b\[([\d;]*)m/)
  const pieces = [{ codes: [] as number[], text: first }]
  for (let i = 0; i < rest.length; i += 2) {
    pieces.push({ codes: (rest[i] ?? '').split(';').map(Number), text: rest[i + 1] ?? '' })
  }
  return pieces
}

function changed(look: Look, code: number): Look {
  if (code === 0) return PLAIN
  if (code === 22) return { ...look, bold: false, dim: false }
  return {
    bold: look.bold || code === 1,
    dim: look.dim || code === 2,
    italic: (look.italic || code === 3) && code !== 23,
  }
}

/** As wide as its columns, whatever typeface the reader has. */
function textElement(text: string, { bold, dim, italic }: Look, column: number, row: number): string {
  const indent = text.length - text.trimStart().length
  const shown = text.trim()
  const x = MARGIN + (column + indent) * CELL.width
  const y = MARGIN + (row + 0.75) * CELL.height
  const looks = [
    `fill="${dim || italic ? COLOURS.dim : COLOURS.text}"`,
    ...(bold ? ['font-weight="bold"'] : []),
    ...(italic ? ['font-style="italic"'] : []),
  ]
  const length = ([...shown].length * CELL.width).toFixed(1)
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" textLength="${length}" ${looks.join(' ')}>${escaped(shown)}</text>`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
