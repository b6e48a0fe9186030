import type { Span } from '../../src/card/markup.ts'
import { type Paragraph, paragraphs, safeSpans } from '../shared/paragraphs.ts'

/**
 * Text as Discord shows it letter by letter. A backslash takes the meaning from any sign: from marks of looks, from
 * `<` of mentions, times and commands, from `@`, from the colons of emoji codes and addresses, and at the start of a
 * line from what makes headings, quotes and lists.
 */
export const escapeDiscord = (text: string): string =>
  text
    .replace(/[\\*_~`|<@[\]]/g, '\\$&')
    .replace(/:(?=\/\/|[\w+-]+:)/g, '\\:')
    .replace(/^(\s*)([#>+-])/gm, '$1\\$2')
    .replace(/^(\s*\d+)\.(?=\s|$)/gm, '$1\\.')

/** Spans as Discord's Markdown; nothing in them is live but our own links. */
export const markdownOf = (spans: readonly Span[]): string => merged(spans).map(marked).join('')

/** Marked text as Discord's Markdown, paragraphs and lists included. */
export function markdown(text: string): string {
  return paragraphs(text).reduce((done, next) => {
    const gap = done === '' ? '' : next.kind === 'list' ? '\n' : '\n\n'
    return done + gap + paragraph(next)
  }, '')
}

/** Marked text on one line. */
export const inline = (text: string): string =>
  markdownOf(safeSpans(text).map((span) => ({ ...span, text: span.text.replace(/\s+/g, ' ') }))).trim()

/** Marked text in bold; its own marks give way. */
export const bold = (text: string): string =>
  markdownOf(safeSpans(text).map(({ text }) => ({ text: text.replace(/\s+/g, ' '), bold: true })))

/** A label in bold, and what it means behind it. */
export const explained = ({ label, hint }: { label: string; hint?: string }): string =>
  bold(label) + (hint ? `: ${inline(hint)}` : '')

/** Small grey print, on one line. */
export const small = (markdown: string): string => `-# ${markdown}`

/** Lines in a monospaced font, under a caption. */
export function columns(caption: string, lines: readonly string[]): string {
  const block = `\`\`\`\n${lines.join('\n').replaceAll('`', "'")}\n\`\`\``
  return lines.some((line) => line.trim() !== '') ? `${bold(caption)}\n${block}` : bold(caption)
}

/** Longer lines wrap in a monospaced block, which ruins the columns. */
const MOST_OF_A_LINE = 56

export const fitsColumns = (lines: readonly string[]): boolean =>
  lines.every((line) => line.length <= MOST_OF_A_LINE)

const paragraph = (part: Paragraph): string =>
  part.kind === 'paragraph'
    ? markdownOf(part.spans)
    : part.items.map((item, i) => `${part.ordered ? `${i + 1}.` : '-'} ${markdownOf(item)}`).join('\n')

/** Neighbours of one look become one, because `**a****b**` would show its stars. */
function merged(spans: readonly Span[]): Span[] {
  const list: Span[] = []
  for (const span of spans) {
    const last = list.at(-1)
    if (last && looks(last) === looks(span)) list[list.length - 1] = { ...last, text: last.text + span.text }
    else list.push(span)
  }
  return list
}

const looks = ({ text: _, ...look }: Span): string => JSON.stringify(look)

/** Marks stand close to their words, else they are shown as they are. */
function marked(span: Span): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(span.text) ?? []
  return words === '' ? span.text : before + dressed({ ...span, text: words }) + after
}

function dressed({ text, bold, italic, code, href }: Span): string {
  if (code) return `\`${text.replaceAll('`', "'")}\``
  const words = escapeDiscord(text)
  if (bold) return `**${words}**`
  if (italic) return `_${words}_`
  return href ? link(words, href) : words
}

/**
 * A link with words of its own.
 *
 * @param label Markdown
 */
export const link = (label: string, address: string): string =>
  `[${label}](<${address.replace(/[()\\<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}>)`
