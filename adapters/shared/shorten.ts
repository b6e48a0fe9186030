const ELLIPSIS = '…'

/** Ends of what may be cut, best first: a paragraph, a line, a sentence, a word. */
const ENDS = [/\n{2,}/g, /\n/g, /[。！？]\s*|[.!?…]["')\]]*\s+/g, /\s+/g]

/**
 * Where to cut a text that is longer than `most`: behind the last end of a paragraph, else of a line, a sentence, a
 * word, unless that would leave less than a third; else between two characters.
 *
 * @returns characters before the cut: at least 1, at most `most`
 */
export function cutPosition(text: string, most: number): number {
  const head = text.slice(0, most + 1)
  for (const pattern of ENDS) {
    const ends = [...head.matchAll(pattern)].map((match) => match.index + match[0].length)
    const last = ends.findLast((end) => end <= most)
    if (last !== undefined && last > most / 3) return last
  }
  const inPair = /[\ud800-\udbff]/.test(text[most - 1] ?? '') && most > 1
  return inPair ? most - 1 : most
}

/** The text, cut at a word with an ellipsis if it has more than `most` characters. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const head = text.slice(0, cutPosition(text, most - ELLIPSIS.length))
  return head.trimEnd() + ELLIPSIS
}

/** The text in pieces of at most `most` characters, cut where it reads best; joined they are the text. */
export function chunks(text: string, most: number): string[] {
  const pieces: string[] = []
  let rest = text
  while (rest.length > most) {
    const end = cutPosition(rest, most)
    pieces.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return rest === '' ? pieces : [...pieces, rest]
}
