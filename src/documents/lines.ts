import type { Run } from './model.ts'
import { charactersOf } from './shorten.ts'

/** A stretch of a line with one look. */
export interface Piece {
  run: Run
  text: string
  /** From the left edge of the text. */
  x: number
  width: number
  /** Whether a blank follows that is not drawn, because the line ends there. */
  parted?: true
}

export type Line = Piece[]

/** Width of a text in the look of a run. */
export type Measure = (text: string, run: Run) => number

/** What must stay together: pieces, the blank behind them, and whether a line may end here. */
interface Atom {
  pieces: { run: Run; text: string }[]
  blank: string
}

const CJK = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー'
/** Signs a line must not begin with. */
const CLOSING = '、。，．・：；？！）」』】〉》”’%'
/** A Japanese character, a word up to a sign after which it may be parted, or blanks. */
const TOKEN = new RegExp(
  `[${CJK}][${CLOSING}]*|[ \\u3000]+|[^ \\u3000${CJK}]+?(?:[/\\-–](?=[^\\d ])|(?=[ \\u3000${CJK}])|$)`,
  'gu',
)
const BLANK = /^[ \u3000]+$/
const PARTS_AFTER = new RegExp(`[${CJK}${CLOSING}/\\-–]$`, 'u')

/**
 * Breaks runs into lines no wider than `width`: at blanks, between Japanese characters, after hyphens and slashes,
 * and inside a word only where it is wider than a whole line.
 */
export function breakLines(runs: readonly Run[], width: number, measure: Measure): Line[] {
  const lines: Line[] = [[]]
  let used = 0
  let blank = 0
  for (const atom of atomsOf(runs).flatMap((each) => narrowed(each, width, measure))) {
    const own = widthOf(atom, measure)
    if (used > 0 && used + blank + own > width) {
      const end = lines.at(-1)?.at(-1)
      if (blank > 0 && end) end.parted = true
      lines.push([])
      used = 0
      blank = 0
    }
    const line = lines.at(-1) ?? []
    // A blank is kept inside a line and dropped at its end.
    if (blank > 0) append(line, { run: line.at(-1)?.run ?? { text: '' }, text: ' ' }, measure)
    for (const piece of atom.pieces) append(line, piece, measure)
    used = endOf(line)
    const last = atom.pieces.at(-1)
    blank = atom.blank === '' || !last ? 0 : measure(' ', last.run)
  }
  return lines
}

const endOf = (line: Line): number => {
  const last = line.at(-1)
  return last ? last.x + last.width : 0
}

/** Adds a piece, joined with the one before where both belong to the same run. */
function append(line: Line, { run, text }: { run: Run; text: string }, measure: Measure): void {
  const last = line.at(-1)
  if (last?.run === run) {
    last.text += text
    last.width = measure(last.text, run)
  } else line.push({ run, text, x: endOf(line), width: measure(text, run) })
}

function atomsOf(runs: readonly Run[]): Atom[] {
  const atoms: Atom[] = []
  let open = false
  for (const run of runs) {
    for (const [token] of run.text.matchAll(TOKEN)) {
      const last = atoms.at(-1)
      if (BLANK.test(token)) {
        if (last) last.blank = token
        open = false
        continue
      }
      if (open && last) last.pieces.push({ run, text: token })
      else atoms.push({ pieces: [{ run, text: token }], blank: '' })
      open = !PARTS_AFTER.test(token)
    }
  }
  return atoms
}

const widthOf = ({ pieces }: Atom, measure: Measure): number =>
  pieces.reduce((sum, { run, text }) => sum + measure(text, run), 0)

/** The atom, cut into pieces of at most a line where it is wider than that. */
function narrowed(atom: Atom, width: number, measure: Measure): Atom[] {
  if (widthOf(atom, measure) <= width) return [atom]
  const cut: Atom[] = []
  let used = Number.POSITIVE_INFINITY
  for (const { run, text } of atom.pieces) {
    for (const character of charactersOf(text)) {
      const own = measure(character, run)
      if (used + own > width) {
        cut.push({ pieces: [], blank: '' })
        used = 0
      }
      used += own
      const pieces = cut.at(-1)?.pieces ?? []
      const last = pieces.at(-1)
      if (last?.run === run) last.text += character
      else pieces.push({ run, text: character })
    }
  }
  const end = cut.at(-1)
  if (end) end.blank = atom.blank
  return cut
}
