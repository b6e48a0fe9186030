import type { Theme } from '../card/card.ts'

/** What a colour is for; each theme has one for each. */
export interface Palette {
  background: string
  /** What must be read. */
  text: string
  /** What may be read: captions, labels of the scale. */
  quiet: string
  /** The recommended one. */
  first: string
  /** The others. */
  other: string
  /** The rest of a bar, up to 100. */
  track: string
  line: string
}

/**
 * Lightness tells the recommended one from the others, so that neither colour-blind eyes nor a grey print lose it.
 * On every background text has a contrast of at least 4.5:1 and a bar one of 3:1, also against its track.
 */
export const PALETTES: Record<Theme, Palette> = {
  light: {
    background: '#ffffff',
    text: '#16202b',
    quiet: '#50606f',
    first: '#14508f',
    other: '#748596',
    track: '#e9edf1',
    line: '#cbd3da',
  },
  dark: {
    background: '#1d2025',
    text: '#edf0f3',
    quiet: '#aeb8c2',
    first: '#8cc4ff',
    other: '#8796a5',
    track: '#343a42',
    line: '#454d57',
  },
}
