import type { NoticePart, SourcesPart } from '../../src/card/card.ts'
import { sourceToText } from '../../src/card/plain.ts'
import { bullet, labelled } from './columns.ts'
import { cellsOf, type Line, type Look, linesOf, marked, plain } from './line.ts'
import { hang, wrap } from './wrap.ts'

const LIST_MARK = /^\s*(- |\d{1,2}\. )/

/** A title and the rule below it. */
export function title(text: string, columns: number): Line[] {
  const lines = wrap(marked(text, 'bold'), columns)
  const longest = Math.max(0, ...lines.map(cellsOf))
  return [...lines, [plain('─'.repeat(longest), 'dim')]]
}

/** Paragraphs and lists; a line that starts with a dash or a number hangs under its first word. */
export function paragraphs(text: string, columns: number, look: Look = 'plain'): Line[] {
  if (text.trim() === '') return []
  return linesOf(marked(text.trim(), look)).flatMap((line) => paragraph(line, columns))
}

function paragraph(line: Line, columns: number): Line[] {
  const [first, ...others] = line
  const mark = first && LIST_MARK.exec(first.text)?.[1]
  if (first === undefined || mark === undefined) return line.every(isBlank) ? [[]] : wrap(line, columns)
  const rest = { ...first, text: first.text.trimStart().slice(mark.length) }
  return hang([plain(mark, first.look)], [rest, ...others], columns)
}

const isBlank = (piece: Line[number]): boolean => piece.text.trim() === ''

/** What must be noticed: the word in front says so where colours do not. */
export function notice(part: NoticePart, columns: number): Line[] {
  const mark = part.tone === 'warning' ? plain('Warning: ', 'warning') : plain('Note: ', 'bold')
  return labelled([mark], marked(part.text), columns)
}

export function sources(part: SourcesPart, columns: number): Line[] {
  const list = part.sources.flatMap((source) => bullet([plain(sourceToText(source), 'dim')], columns))
  return [[plain(part.sources.length === 1 ? 'Source' : 'Sources', 'dim')], ...list]
}
