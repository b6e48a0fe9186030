import { stripVTControlCharacters } from 'node:util'

/** C0 without tab and newline, DEL and C1: whatever is left of them could still move a cursor. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the point
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g

/** Overrides and isolates that show text in another order than it is stored; plain right-to-left text needs none. */
const BIDI_OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/g

/**
 * Text from people or data as it may be printed: nothing in it can move the cursor, recolour the screen, ring the
 * bell or turn letters around. Line feeds and tabs stay.
 */
export function neutralise(text: string): string {
  return stripVTControlCharacters(text).replace(CONTROLS, '').replace(BIDI_OVERRIDES, '')
}
