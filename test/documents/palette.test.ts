import { describe, expect, test } from 'vitest'
import { PALETTES } from '../../src/documents/palette.ts'
import { BANNER } from '../../src/documents/pdf-style.ts'

/** Relative luminance of #rrggbb; WCAG 2.2. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

describe.each(Object.entries(PALETTES))(
  'in the %s theme',
  (_, { background, text, quiet, first, other, track }) => {
    test('text can be read', () => {
      for (const colour of [text, quiet, first])
        expect(contrast(colour, background)).toBeGreaterThanOrEqual(4.5)
    })

    test('bars stand out from the background and from their tracks', () => {
      for (const bar of [first, other]) {
        expect(contrast(bar, background)).toBeGreaterThanOrEqual(3)
        expect(contrast(bar, track)).toBeGreaterThanOrEqual(3)
      }
    })

    test('the recommended one is told from the others by lightness alone', () => {
      expect(contrast(first, other)).toBeGreaterThanOrEqual(1.5)
    })
  },
)

test('a banner can be read, on screen and in grey', () => {
  expect(contrast(PALETTES.light.text, BANNER.background)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(PALETTES.light.quiet, BANNER.background)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(BANNER.edge, BANNER.background)).toBeGreaterThanOrEqual(3)
})
