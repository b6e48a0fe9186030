import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

export type Weight = 'regular' | 'bold'

/** One weight of the bundled typeface: Latin with Vietnamese, Greek, Cyrillic, Japanese. */
export interface Font {
  /** Where the TrueType file lies. */
  file: string
  /** Whether it can draw a character. */
  has(codePoint: number): boolean
  /** Width of a text in units of the font size, without kerning. */
  width(text: string): number
}

/** Name of the typeface inside the files. */
export const FAMILY = 'M PLUS 1p'

const FILES: Record<Weight, string> = {
  regular: '@expo-google-fonts/m-plus-1p/400Regular/MPLUS1p_400Regular.ttf',
  bold: '@expo-google-fonts/m-plus-1p/700Bold/MPLUS1p_700Bold.ttf',
}

const opened = new Map<Weight, Font>()

/** A weight of the typeface; read when it is first asked for. */
export function fontOf(weight: Weight): Font {
  const font = opened.get(weight) ?? openFont(createRequire(import.meta.url).resolve(FILES[weight]))
  opened.set(weight, font)
  return font
}

/** Shown instead of a character the typeface does not have: a gap that can be seen. */
export const SUBSTITUTE = '□'

/** What steers text without being seen: controls, direction marks, variation selectors. A line feed is a blank. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu
/** Most texts hold nothing but these, which need no further look. */
const PLAIN = /^[ -~]*$/
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The text as the typeface can draw it: one `□` for each character it does not have, never a silent gap. */
export function drawable(text: string): string {
  if (PLAIN.test(text)) return text
  const font = fontOf('regular')
  const whole = text.normalize('NFC').replace(/[\t\n\r]/g, ' ')
  return Array.from(graphemes.segment(whole), ({ segment }) => {
    const seen = segment.replace(UNSEEN, '')
    // The typeface centres its ellipsis as Japanese wants it; everything around it is in another script.
    if (seen === '…') return '...'
    return [...seen].every((character) => font.has(character.codePointAt(0) ?? 0)) ? seen : SUBSTITUTE
  }).join('')
}

function openFont(file: string): Font {
  const data = readFileSync(file)
  const tables = tablesOf(data)
  const glyphOf = charactersOf(data, tables('cmap'))
  const unitsPerEm = data.readUInt16BE(tables('head') + 18)
  const advanceOf = advancesOf(data, tables('hhea'), tables('hmtx'))
  // A page asks for the width of the same few letters again and again.
  const widths = new Map<string, number>()
  const widthOf = (character: string): number => {
    const known = widths.get(character) ?? advanceOf(glyphOf(character.codePointAt(0) ?? 0)) / unitsPerEm
    widths.set(character, known)
    return known
  }
  return {
    file,
    has: (codePoint) => glyphOf(codePoint) !== 0,
    width: (text) => {
      let width = 0
      for (const character of text) width += widthOf(character)
      return width
    },
  }
}

/** Offset of a table by its tag; OpenType 1.9, "Organization of an OpenType font". */
function tablesOf(data: Buffer): (tag: string) => number {
  const count = data.readUInt16BE(4)
  const records = Array.from({ length: count }, (_, i) => 12 + 16 * i)
  const offsets = new Map(
    records.map((at) => [data.toString('latin1', at, at + 4), data.readUInt32BE(at + 8)]),
  )
  return (tag) => offsets.get(tag) ?? 0
}

const WINDOWS = 3
const FULL_UNICODE = 10

/** Glyph of a character, 0 for none: `cmap` of format 12, groups of [first, last, glyph of the first]. */
function charactersOf(data: Buffer, cmap: number): (codePoint: number) => number {
  const records = Array.from({ length: data.readUInt16BE(cmap + 2) }, (_, i) => cmap + 4 + 8 * i)
  const full = records.find(
    (at) => data.readUInt16BE(at) === WINDOWS && data.readUInt16BE(at + 2) === FULL_UNICODE,
  )
  const table = cmap + data.readUInt32BE((full ?? cmap) + 4)
  const count = data.readUInt32BE(table + 12)
  const field = (group: number, offset: number): number => data.readUInt32BE(table + 16 + 12 * group + offset)
  return (codePoint) => {
    let [low, high] = [0, count]
    while (low < high) {
      const middle = (low + high) >> 1
      if (field(middle, 4) < codePoint) low = middle + 1
      else high = middle
    }
    return low < count && field(low, 0) <= codePoint ? field(low, 8) + codePoint - field(low, 0) : 0
  }
}

/** Advance width of a glyph in font units; the last of the list holds for all that follow. */
function advancesOf(data: Buffer, hhea: number, hmtx: number): (glyph: number) => number {
  const last = data.readUInt16BE(hhea + 34) - 1
  return (glyph) => data.readUInt16BE(hmtx + 4 * Math.min(glyph, last))
}
