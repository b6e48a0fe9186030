import { stripVTControlCharacters } from 'node:util'

/** C0 without tab and newline, DEL and C1: a terminal would obey them, a platform may refuse them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the point
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g

/** Overrides and isolates that show text in another order than it is stored; plain right-to-left text needs none. */
const BIDI_OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/g

/** Nearly all text is that, and needs no closer look. */
const PLAIN = /^[\n\t\x20-\x7e]*$/

/**
 * Text from people or data as it may be shown: nothing in it can move a cursor, recolour a screen, ring a bell or
 * turn letters around, and it is well-formed Unicode. Line feeds and tabs stay.
 */
export function neutralise(text: string): string {
  if (PLAIN.test(text)) return text
  return stripVTControlCharacters(text).toWellFormed().replace(CONTROLS, '').replace(BIDI_OVERRIDES, '')
}
