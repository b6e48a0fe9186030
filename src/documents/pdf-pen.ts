import { fontOf, type Weight } from './font.ts'
import { breakLines, type Line, type Piece } from './lines.ts'
import type { Run } from './model.ts'
import { PALETTES } from './palette.ts'
import { drawableRuns } from './runs.ts'

export type Pdf = PDFKit.PDFDocument
/** An element of the structure that screen readers follow. */
export type Tag = PDFKit.PDFStructureElement

/** How text is set; lengths in points. */
export interface TextStyle {
  size: number
  /** From base line to base line. */
  leading: number
  weight?: Weight
  colour?: string
}

const INK = PALETTES.light
/** Quiet runs are smaller than the text around them. */
const QUIET_SIZE = 0.86

/** Text broken into lines, ready to be drawn. */
export interface SetText {
  lines: Line[]
  style: TextStyle
  height: number
}

export function registerFonts(pdf: Pdf): void {
  for (const weight of ['regular', 'bold'] as const) pdf.registerFont(weight, fontOf(weight).file)
}

/**
 * Breaks runs into lines of at most `width` points. What the typeface cannot draw is replaced visibly. Letters are
 * counted without kerning, which takes a third of the time and makes lines about a hundredth shorter than they could be.
 */
export function setText(runs: readonly Run[], width: number, style: TextStyle): SetText {
  const lines = breakLines(
    drawableRuns(runs),
    width,
    (text, run) => fontOf(weightOf(run, style)).width(text) * sizeOf(run, style),
  )
  return { lines, style, height: lines.length * style.leading }
}

/** Least share of the width that balanced lines may take. */
const NARROWEST = 0.75

/** Set text whose lines are about equally long, so that none ends with a single word; as many lines as without. */
export function setBalanced(runs: readonly Run[], width: number, style: TextStyle): SetText {
  let best = setText(runs, width, style)
  const { length } = best.lines
  for (let narrower = width * 0.97; narrower > width * NARROWEST; narrower *= 0.97) {
    const next = setText(runs, narrower, style)
    if (next.lines.length > length) break
    best = next
  }
  return best
}

const weightOf = (run: Run, { weight = 'regular' }: TextStyle): Weight => (run.bold ? 'bold' : weight)
const sizeOf = (run: Run, { size }: TextStyle): number => (run.quiet ? size * QUIET_SIZE : size)

/** Draws set text with its top left corner at (left, top), as the content of `tag`; links become links. */
function drawText(pdf: Pdf, tag: Tag, { lines, style }: SetText, left: number, top: number): void {
  for (const [i, line] of lines.entries()) {
    const x = i === 0 ? left - hanging(pdf, line[0], style) : left
    // Where the first base line lies, so that the space above and below the letters looks the same.
    const baseline = top + i * style.leading + style.leading / 2 + style.size * 0.36
    for (const group of groupsOf(kerned(pdf, line, style))) {
      const [first] = group
      const draw = (): void => {
        for (const piece of group) drawPiece(pdf, piece, style, x, baseline)
      }
      if (first?.run.href) drawLink(pdf, tag, first, draw, x, baseline, style)
      else tag.add(draw)
    }
  }
}

/** The line with every piece where the one before it really ends. */
function kerned(pdf: Pdf, line: Line, style: TextStyle): Line {
  let x = 0
  return line.map((piece) => {
    take(pdf, piece.run, style)
    const width = pdf.widthOfString(piece.text)
    x += width
    return { ...piece, x: x - width, width }
  })
}

/** An opening quotation mark hangs into the margin, so that the words below each other begin on one line. */
function hanging(pdf: Pdf, first: Piece | undefined, style: TextStyle): number {
  if (!first?.text.startsWith('“')) return 0
  take(pdf, first.run, style)
  return pdf.widthOfString('“')
}

/** Neighbours that are no links go together; each link is a group of its own. */
function groupsOf(line: Line): Piece[][] {
  const groups: Piece[][] = []
  for (const piece of line) {
    const last = groups.at(-1)
    if (last && !piece.run.href && !last[0]?.run.href) last.push(piece)
    else groups.push([piece])
  }
  return groups
}

function drawLink(
  pdf: Pdf,
  tag: Tag,
  piece: Piece,
  draw: () => void,
  x: number,
  baseline: number,
  style: TextStyle,
): void {
  const { href = '' } = piece.run
  const link = pdf.struct('Link')
  tag.add(link)
  link.add(draw)
  // pdfkit writes a String object as text and a plain string as a name; its types know only the latter.
  const contents = new String(href) as string
  const options = { structParent: link, Contents: contents }
  pdf.link(x + piece.x, baseline - style.size, piece.width, style.leading, href, options)
  link.end()
}

function drawPiece(
  pdf: Pdf,
  { run, text, x: offset, parted }: Piece,
  style: TextStyle,
  x: number,
  baseline: number,
): void {
  take(pdf, run, style)
  pdf.fillColor(run.href ? INK.first : run.quiet ? INK.quiet : (style.colour ?? INK.text))
  // Who reads aloud or copies takes the next line for the rest of the word unless a blank says otherwise.
  const whole = parted ? `${text} ` : text
  pdf.text(whole, x + offset, baseline, { lineBreak: false, baseline: 'alphabetic' })
}

/** Takes up the font of a run. */
function take(pdf: Pdf, run: Run, style: TextStyle): void {
  pdf.font(weightOf(run, style)).fontSize(sizeOf(run, style))
}

/** What is said of an element, with what pdfkit takes and its types do not know. */
export type Attributes = PDFKit.Mixins.StructureElementOptions & {
  /** What a cell is the head of. */
  scope?: 'Row' | 'Column'
  /** Left, top, right and bottom edge on the page. */
  bbox?: [number, number, number, number]
}

/** An element of the structure that holds nothing but text, at (x, top). */
export function element(
  pdf: Pdf,
  parent: Tag,
  type: string,
  set: SetText,
  x: number,
  top: number,
  attributes: Attributes = {},
): void {
  const tag = pdf.struct(type, attributes)
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
