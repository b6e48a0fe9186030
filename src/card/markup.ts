/** A run of text with one look. */
export interface Span {
  text: string
  bold?: true
  italic?: true
  code?: true
  href?: string
}

const SPECIAL = /[\\*_`[\]<>@#~|]/g
const TOKEN =
  /\\([\\*_`[\]<>@#~|])|\*\*((?:\\[\s\S]|[^*\\])+)\*\*|_((?:\\[\s\S]|[^_\\])+)_(?!\w)|`([^`]+)`|\[((?:\\[\s\S]|[^\]\\])+)\]\((https?:\/\/[^\s()]+)\)/g

/** What a mark begins with: most labels hold none. */
const MARKS = /[\\*_`[]/

/**
 * Makes text from outside (a person, a name) safe to place into marked text: shown letter by letter, never as
 * markup. Platforms escape their own special characters when they render.
 */
export function escapeMarkup(text: string): string {
  return text.replace(SPECIAL, '\\$&')
}

const literal = (text: string): string => text.replace(/\\([\\*_`[\]<>@#~|])/g, '$1')

/**
 * Reads marked text: `**bold**`, `_italic_`, `` `code` ``, `[label](https://...)`, and `\` before a character of
 * these marks that is meant literally. An underscore inside a word is a plain underscore.
 *
 * @returns spans in order; their texts joined are what a reader without markup sees
 */
export function parseMarkup(marked: string): Span[] {
  if (!MARKS.test(marked)) return marked === '' ? [] : [{ text: marked }]
  const spans: Span[] = []
  let plain = ''
  let end = 0
  const flush = (): void => {
    if (plain) spans.push({ text: plain })
    plain = ''
  }
  for (const match of marked.matchAll(TOKEN)) {
    const [whole, escaped, bold, italic, code, label, href] = match
    if (italic !== undefined && /\w/.test(marked[match.index - 1] ?? '')) continue
    if (match.index < end) continue
    plain += marked.slice(end, match.index)
    end = match.index + whole.length
    if (escaped !== undefined) plain += escaped
    else {
      flush()
      if (bold !== undefined) spans.push({ text: literal(bold), bold: true })
      else if (italic !== undefined) spans.push({ text: literal(italic), italic: true })
      else if (code !== undefined) spans.push({ text: code, code: true })
      else if (label !== undefined && href !== undefined) spans.push({ text: literal(label), href })
    }
  }
  plain += marked.slice(end)
  flush()
  return spans
}

/** Marked text as a reader without markup sees it; a link keeps its address in brackets behind the label. */
export function plainText(marked: string): string {
  return parseMarkup(marked)
    .map((span) => (span.href && span.href !== span.text ? `${span.text} (${span.href})` : span.text))
    .join('')
}
