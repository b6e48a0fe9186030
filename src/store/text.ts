/**
 * A name from outside (an id, an address) as every database keeps it: NUL and halves of surrogate pairs, which some
 * refuse and others silently change, are escaped as in JSON. Plain names stay as they are.
 */
export const toColumn = (text: string): string => JSON.stringify(text).slice(1, -1)

/** The name `toColumn` was given. */
export const fromColumn = (column: string): string => JSON.parse(`"${column}"`)
