import type { types } from '@slack/bolt'
import type { Span } from '../../src/card/markup.ts'
import { type Paragraph, paragraphs, safeSpans } from '../shared/paragraphs.ts'

/*
 * Rich text instead of `mrkdwn` sections or `markdown` blocks: its text elements are literal, so that words of
 * people need no escaping and cannot mention, link, format or turn into an emoji.
 */

/** Marked text as one block, or none if nothing is in it. */
export function richText(marked: string): types.RichTextBlock[] {
  const elements = elementsOf(paragraphs(marked))
  return elements.length === 0 ? [] : [{ type: 'rich_text', elements }]
}

/** Lines below each other, each given as spans. */
export const richLines = (lines: readonly Span[][]): types.RichTextBlock => ({
  type: 'rich_text',
  elements: [section(lines.flatMap((line, i) => (i === 0 ? line : [{ text: '\n' }, ...line])))],
})

/** Numbered items, each given as spans. */
export const richList = (items: readonly Span[][]): types.RichTextBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_list', style: 'ordered', elements: items.map(section) }],
})

/** Longer lines wrap in a monospaced block, which ruins the columns. */
const MOST_OF_A_LINE = 64

/** Whether lines keep their columns in a monospaced block. */
export const fitsColumns = (lines: readonly string[]): boolean =>
  lines.every((line) => line.length <= MOST_OF_A_LINE)

/** A caption above lines in a monospaced font. */
export function richColumns(caption: string, lines: readonly string[]): types.RichTextBlock {
  const text = lines.join('\n')
  const columns: types.RichTextPreformatted = {
    type: 'rich_text_preformatted',
    elements: [{ type: 'text', text }],
  }
  return { type: 'rich_text', elements: [section(bold(caption)), ...(text.trim() === '' ? [] : [columns])] }
}

/** A label in bold, and what it means behind it. */
export const explained = ({ label, hint }: { label: string; hint?: string }): Span[] => [
  ...bold(label),
  ...(hint ? [{ text: ': ' }, ...safeSpans(hint)] : []),
]

/** Marked text as bold spans; its own marks give way. */
export const bold = (marked: string): Span[] =>
  safeSpans(marked).map(({ text }) => ({ text, bold: true as const }))

/** The content of a section from spans; never empty, which Slack refuses. */
export function section(spans: readonly Span[]): types.RichTextSection {
  const elements = spans.filter(({ text }) => text !== '').map(elementOf)
  return {
    type: 'rich_text_section',
    elements: elements.length > 0 ? elements : [{ type: 'text', text: ' ' }],
  }
}

function elementOf({ text, href, bold, italic, code }: Span): types.RichTextText | types.RichTextLink {
  if (href !== undefined) return { type: 'link', url: href, text }
  const style = { ...(bold && { bold }), ...(italic && { italic }), ...(code && { code }) }
  return Object.keys(style).length === 0 ? { type: 'text', text } : { type: 'text', text, style }
}

/** Paragraphs that follow each other share a section, as in what Slack's own editor writes. */
function elementsOf(list: readonly Paragraph[]): types.RichTextBlockElement[] {
  const elements: types.RichTextBlockElement[] = []
  let run: Span[] = []
  const flush = (): void => {
    if (run.length > 0) elements.push(section(run))
    run = []
  }
  for (const [i, paragraph] of list.entries()) {
    if (paragraph.kind === 'paragraph') {
      const gap = run.length > 0 ? '\n\n' : i > 0 ? '\n' : ''
      run.push({ text: gap }, ...paragraph.spans)
    } else {
      flush()
      const style = paragraph.ordered ? 'ordered' : 'bullet'
      elements.push({ type: 'rich_text_list', style, elements: paragraph.items.map(section) })
    }
  }
  flush()
  return elements
}
