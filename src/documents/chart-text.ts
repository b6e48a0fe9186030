import { plainText } from '../card/markup.ts'
import type { Shape } from './chart-shapes.ts'
import { drawable, fontOf, type Weight } from './font.ts'
import type { Palette } from './palette.ts'
import { fitted } from './shorten.ts'

/** Sizes of everything written in a chart, in its own pixels. */
export const SIZE = { caption: 14, name: 14, score: 22, label: 13, value: 13, note: 12 } as const

interface Look {
  weight?: Weight
  anchor?: 'start' | 'end'
  colour?: keyof Palette
  /** Most pixels it may take. */
  most?: number
}

/** Marked text at a place, cut where it is wider than it may be. */
export function text(x: number, y: number, marked: string, as: keyof typeof SIZE, look: Look = {}): Shape {
  const { weight = 'regular', anchor = 'start', colour = as === 'note' ? 'quiet' : 'text', most } = look
  const size = SIZE[as]
  const whole = drawable(plainText(marked))
  const shown = most === undefined ? whole : fittedTo(whole, most, weight, size)
  return { kind: 'text', x, y, text: shown, size, weight, anchor, colour }
}

const fittedTo = (words: string, most: number, weight: Weight, size: number): string =>
  drawable(fitted(words, most, (some) => fontOf(weight).width(drawable(some)) * size))

/** Words in one line, or in two where they are too wide for one. */
export function inLines(marked: string, width: number, weight: Weight, size: number): string[] {
  const name = drawable(plainText(marked))
  const fits = (words: string): boolean => fontOf(weight).width(words) * size <= width
  if (fits(name)) return [name]
  const end = name.lastIndexOf(
    ' ',
    [...name.matchAll(/ /g)].findLast(({ index }) => fits(name.slice(0, index)))?.index ?? -1,
  )
  const lines = end > 0 ? [name.slice(0, end), name.slice(end + 1)] : [name]
  return lines.map((line) => fittedTo(line, width, weight, size))
}
