import { parseMarkup } from '../card/markup.ts'
import { sentence } from '../knowledge/prose.ts'
import { drawable } from './font.ts'
import type { Run } from './model.ts'

/** Marked text of the knowledge as runs, with the signs a typesetter would set. */
export const marked = (text: string): Run[] =>
  parseMarkup(text).map((span) => (span.code || span.href ? span : { ...span, text: typeset(span.text) }))

/** Text as it stands, such as what somebody typed. */
export const literal = (text: string): Run => ({ text })

export const strong = (text: string): Run => ({ text, bold: true })

/** Somebody's words between quotation marks. */
export const quoted = (words: string): Run => ({ text: `“${words.trim()}”`, italic: true })

/**
 * Typewriter signs as printed ones: quotation marks, apostrophes, the dash between blanks and between numbers, the
 * ellipsis, and no line end between a number and its per cent sign. Dates such as 2026-08-22 stay.
 */
export function typeset(text: string): string {
  return text
    .replace(/(^|[\s([{“‘])"/g, '$1“')
    .replace(/"/g, '”')
    .replace(/(^|[\s([{“])'(?=\S)/g, '$1‘')
    .replace(/'/g, '’')
    .replace(/ - /g, ' – ')
    .replace(/(?<![\w.-])(\d{1,3}|\d{4}(?=-\d{4}))-(\d{1,4})(?![\w-])/g, '$1–$2')
    .replace(/ ?\.\.\./g, '…')
    .replace(/(\d) %/g, '$1\u00a0%')
}

/** Runs as the typeface can draw them. */
export const drawableRuns = (runs: readonly Run[]): Run[] =>
  runs.map((run) => ({ ...run, text: drawable(run.text) }))

/** What a text is about, and the rest behind the first colon; a point inside a number ends nothing. */
const HEAD = /^((?:[^:.]|\.(?=\d)){2,60}):\s([\s\S]+)$/

/** The words before the first colon stand out, because the eye looks for them. */
export function headed(text: string): Run[] {
  const [, head, rest] = HEAD.exec(text) ?? []
  return head && rest ? [strong(`${head}: `), ...marked(sentence(rest))] : marked(sentence(text))
}

/** A text without the words before its first colon, where what it is about was said already. */
export const headless = (text: string): string => HEAD.exec(text)?.[2] ?? text
