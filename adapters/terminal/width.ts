const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

const PRINTABLE_ASCII = /^[\x20-\x7e]*$/
/** A lone emoji selector has a cell, because with the character before it, it may come to two. */
const NO_CELL = /^(?!\ufe0f)[\p{Mn}\p{Me}\p{Cf}\p{Cc}]+$/u

/** What East Asian Width calls wide or full, by blocks, and pictures. */
const TWO_CELLS =
  /^[\p{Emoji_Presentation}\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\ua4c6\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18d08}\u{1aff0}-\u{1b2fb}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}]|^\p{Emoji}\ufe0f/u

/** Text as the characters a reader sees: letters with their accents, whole emoji. */
export function graphemes(text: string): string[] {
  return PRINTABLE_ASCII.test(text) ? [...text] : Array.from(segmenter.segment(text), (each) => each.segment)
}

/** True for a character that takes two cells, such as a kanji or an emoji. */
export const isWide = (grapheme: string): boolean => TWO_CELLS.test(grapheme)

/** Cells that text takes on a screen of fixed-width characters. */
export function width(text: string): number {
  if (PRINTABLE_ASCII.test(text)) return text.length
  return graphemes(text).reduce((sum, each) => sum + cells(each), 0)
}

function cells(grapheme: string): number {
  if (NO_CELL.test(grapheme)) return 0
  const spacingMarks = grapheme.match(/\p{Mc}/gu)?.length ?? 0
  return (isWide(grapheme) ? 2 : 1) + spacingMarks
}
