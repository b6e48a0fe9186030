import { parseMarkup, type Span } from '../../src/card/markup.ts'
import { neutralise } from './neutralise.ts'

/** A piece of marked text as it stands on a page: a paragraph, which may have line feeds in it, or a list. */
export type Paragraph =
  | { kind: 'paragraph'; spans: Span[] }
  | { kind: 'list'; ordered: boolean; items: Span[][] }

const BULLET = /^\s*- /
const NUMBER = /^\s*\d{1,2}\. /

/** Marked text as spans that are safe to show. */
export function safeSpans(marked: string): Span[] {
  return parseMarkup(marked)
    .map((span) => ({ ...span, text: neutralise(span.text) }))
    .filter((span) => span.text !== '')
}

/** Marked text without its marks, safe to show; a link keeps its address in brackets behind the label. */
export const safeText = (marked: string): string =>
  safeSpans(marked)
    .map((span) => (span.href && span.href !== span.text ? `${span.text} (${span.href})` : span.text))
    .join('')

/** Paragraphs and lists of a marked text; lines that start with a dash or a number are items of a list. */
export function paragraphs(marked: string): Paragraph[] {
  const found: Paragraph[] = []
  let open = false
  for (const line of linesOf(safeSpans(marked.trim()))) {
    const item = itemOf(line)
    const last = found.at(-1)
    if (line.every(({ text }) => text.trim() === '')) open = false
    else if (item) {
      if (open && last?.kind === 'list' && last.ordered === item.ordered) last.items.push(item.spans)
      else found.push({ kind: 'list', ordered: item.ordered, items: [item.spans] })
      open = true
    } else {
      if (open && last?.kind === 'paragraph') last.spans.push({ text: '\n' }, ...line)
      else found.push({ kind: 'paragraph', spans: line })
      open = true
    }
  }
  return found
}

function linesOf(spans: readonly Span[]): Span[][] {
  const lines: Span[][] = [[]]
  for (const span of spans) {
    const [first = '', ...others] = span.text.split('\n')
    if (first !== '') lines.at(-1)?.push({ ...span, text: first })
    for (const text of others) lines.push(text === '' ? [] : [{ ...span, text }])
  }
  return lines
}

function itemOf([first, ...others]: Span[]): { ordered: boolean; spans: Span[] } | null {
  if (first === undefined) return null
  const ordered = NUMBER.test(first.text)
  const mark = (ordered ? NUMBER : BULLET).exec(first.text)?.[0]
  if (mark === undefined) return null
  const rest = { ...first, text: first.text.slice(mark.length) }
  const spans = rest.text === '' ? others : [rest, ...others]
  return spans.length === 0 ? null : { ordered, spans }
}
