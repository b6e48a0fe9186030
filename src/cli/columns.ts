/** So wide may a line of the command line's reports be. */
const WIDTH = 99

/**
 * Rows as aligned columns, two spaces apart and two in.
 *
 * @param sides one letter a column: l = to the left, r = to the right
 */
export function columns(rows: readonly (readonly string[])[], sides: string): string[] {
  const widths = [...sides].map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) => {
    const cells = row.map((cell, column) => {
      const width = widths[column] ?? 0
      return sides[column] === 'r' ? cell.padStart(width) : cell.padEnd(width)
    })
    return `  ${cells.join('  ')}`.trimEnd()
  })
}

/**
 * Text as lines that fit; a word longer than a line, such as an address, is broken.
 *
 * @param first stands before the first line
 * @param others stands before every other
 */
export function wrapped(text: string, first: string, others: string): string[] {
  const room = WIDTH - Math.max(first.length, others.length)
  const lines: string[] = []
  for (const word of text.split(/\s+/).flatMap((one) => broken(one, room))) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + word.length <= room)
      lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines.map((line, i) => `${i === 0 ? first : others}${line}`)
}

function broken(word: string, room: number): string[] {
  return word.length <= room ? [word] : [word.slice(0, room), ...broken(word.slice(room), room)]
}
