/** Longest text that is read, in characters; longer pastes are cut at a sentence and the person is told. */
export const MAX_TEXT = 12_000

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be removed
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g
/** Zero-width characters, soft hyphen, byte order mark, fillers, tags and marks that change the direction of writing. */
const INVISIBLE =
  /[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\u3164\ufeff\u{e0000}-\u{e007f}]/gu

export interface CleanText {
  text: string
  /** True when the end was cut off. */
  cut: boolean
}

/**
 * Makes any text safe to read and to quote: control, zero-width and direction characters are removed, lone
 * surrogates replaced, and what is longer than `MAX_TEXT` is cut at the end of a sentence.
 */
export function clean(input: string): CleanText {
  const safe = input
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, ' ')
    .replace(INVISIBLE, '')
    .toWellFormed()
    .trim()
  if (safe.length <= MAX_TEXT) return { text: safe, cut: false }
  const head = safe.slice(0, MAX_TEXT).toWellFormed()
  const end = Math.max(head.lastIndexOf('. '), head.lastIndexOf('\n'))
  return { text: end > MAX_TEXT / 2 ? head.slice(0, end + 1).trim() : head, cut: true }
}
