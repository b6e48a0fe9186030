const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** What people see as single characters. */
export const charactersOf = (text: string): string[] =>
  Array.from(graphemes.segment(text), ({ segment }) => segment)

/** The text, or as much of its beginning as takes no more than `most`, with an ellipsis for the rest. */
export function fitted(text: string, most: number, measure: (text: string) => number): string {
  if (measure(text) <= most) return text
  const characters = charactersOf(text)
  let [fits, tooLong] = [0, characters.length]
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1
    if (measure(`${characters.slice(0, middle).join('')}…`) <= most) fits = middle
    else tooLong = middle
  }
  return `${characters.slice(0, fits).join('').trimEnd()}…`
}

/**
 * The text, or its beginning, at most so many characters: up to the end of a sentence or clause where one ends in the
 * second half, else up to a word with an ellipsis for the rest.
 */
export function shortened(text: string, most: number): string {
  const characters = charactersOf(text)
  if (characters.length <= most) return text
  const head = characters.slice(0, most - 1).join('')
  const clause = Math.max(head.lastIndexOf('. '), head.lastIndexOf('; '))
  if (clause > head.length / 2) return `${head.slice(0, clause)}.`
  const endsWord = /\s/.test(characters[most - 1] ?? '')
  const blank = endsWord ? head.length : head.search(/\s\S*$/)
  return `${(blank > head.length / 2 ? head.slice(0, blank) : head).replace(/[\s,;:.]+$/, '')}…`
}
