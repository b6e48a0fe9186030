import { cellsOf, type Line, type Piece, space } from './line.ts'
import { graphemes, isWide, width } from './width.ts'

/** What stays together on a line: a word, perhaps in several looks, or one wide character. */
interface Unit {
  pieces: Line
  cells: number
  spaced: boolean
}

/** Closing punctuation does not begin a line. */
const STICKS = /^[\p{Pe}\p{Pf}\p{Po}]/u

/**
 * Breaks pieces into lines of at most `columns` cells, between words; inside a word only if it is longer than a line.
 * White space, line feeds included, becomes one space.
 *
 * @param columns at least 2, the cells of a wide character
 */
export function wrap(pieces: readonly Piece[], columns: number): Line[] {
  const lines: Line[] = []
  let used = 0
  for (const unit of unitsOf(pieces).flatMap((each) =>
    each.cells > columns ? cut(each, columns) : [each],
  )) {
    const gap = unit.spaced && used > 0 ? 1 : 0
    const line = lines.at(-1)
    if (line && used + gap + unit.cells <= columns) {
      if (gap) line.push(gapBetween(line, unit))
      line.push(...unit.pieces)
      used += gap + unit.cells
    } else {
      lines.push([...unit.pieces])
      used = unit.cells
    }
  }
  return lines
}

/** The pieces on one line, however long: white space, line feeds included, becomes one space. */
export const onOneLine = (pieces: readonly Piece[]): Line => wrap(pieces, Number.POSITIVE_INFINITY)[0] ?? []

/** Wraps `body` behind `mark`, its further lines under its first. */
export function hang(mark: Line, body: readonly Piece[], columns: number): Line[] {
  const indent = cellsOf(mark)
  const [first = [], ...others] = wrap(body, columns - indent)
  return [[...mark, ...first], ...others.map((line) => [space(indent), ...line])]
}

function unitsOf(pieces: readonly Piece[]): Unit[] {
  const units: Unit[] = []
  for (const { text, look, spaced } of atomsOf(pieces)) {
    const last = units.at(-1)
    if (last && !spaced && (STICKS.test(text) || !mayBreakBetween(last, text))) {
      append(last, text, look, width(text))
    } else units.push({ pieces: [{ text, look }], cells: width(text), spaced })
  }
  return units
}

const mayBreakBetween = (unit: Unit, next: string): boolean =>
  isWide(next) || isWide(graphemes(unit.pieces.at(-1)?.text ?? '').at(-1) ?? '')

/** Words and single wide characters; `spaced` ones had white space before them, perhaps in an earlier piece. */
function atomsOf(pieces: readonly Piece[]): (Piece & { spaced: boolean })[] {
  let space = false
  return pieces.flatMap(({ text, look }) =>
    text.split(/(\s+)/).flatMap((run) => {
      if (run === '') return []
      const before = space
      space = /^\s/.test(run)
      return space ? [] : wordsOf(run).map((word, i) => ({ text: word, look, spaced: before && i === 0 }))
    }),
  )
}

/** A run without spaces, cut where a line may break: around wide characters. */
function wordsOf(run: string): string[] {
  const words: string[] = []
  for (const grapheme of graphemes(run)) {
    const last = words.at(-1)
    if (last === undefined || isWide(grapheme) || isWide(last)) words.push(grapheme)
    else words[words.length - 1] = last + grapheme
  }
  return words
}

function cut(unit: Unit, columns: number): Unit[] {
  const parts: Unit[] = []
  for (const { text, look } of unit.pieces) {
    for (const grapheme of graphemes(text)) {
      const cells = width(grapheme)
      const last = parts.at(-1)
      if (!last || last.cells + cells > columns) {
        parts.push({ pieces: [{ text: grapheme, look }], cells, spaced: unit.spaced && !last })
      } else append(last, grapheme, look, cells)
    }
  }
  return parts
}

function append(unit: Unit, text: string, look: Piece['look'], cells: number): void {
  const last = unit.pieces.at(-1)
  if (last?.look === look) last.text += text
  else unit.pieces.push({ text, look })
  unit.cells += cells
}

/** A space inside a phrase keeps the phrase's look, so that an underlined label is one line. */
function gapBetween(line: Line, unit: Unit): Piece {
  const before = line.at(-1)?.look
  const after = unit.pieces[0]?.look
  return before !== undefined && before === after ? { text: ' ', look: before } : space(1)
}
