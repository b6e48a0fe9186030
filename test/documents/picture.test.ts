import { Resvg } from '@resvg/resvg-js'
import { describe, expect, test } from 'vitest'
import type { ScoreChartPart, Theme } from '../../src/card/card.ts'
import { CHAT_FRAME, chartShapes, type Shape } from '../../src/documents/chart-shapes.ts'
import { drawable, fontOf } from '../../src/documents/font.ts'
import { PALETTES } from '../../src/documents/palette.ts'
import { makePicture } from '../../src/documents/picture.ts'
import { realField } from './subjects.ts'

const CHART: ScoreChartPart = {
  kind: 'score_chart',
  caption: 'How well each one serves, 0 to 100',
  candidates: [
    { name: 'Alpha', score: 81.2 },
    { name: 'Beta with a long name', score: 74 },
    { name: 'Gamma', score: 70.9 },
  ],
  rows: [
    { label: 'Load', values: [90, 48, 93] },
    { label: 'Xác thực người dùng', values: [100, 70, null] },
    { label: '性能', values: [0, 100, 50] },
  ],
}

const SCALE = 2

/** The picture as pixels, read by drawing it again. */
function pixelsOf(png: Uint8Array) {
  const width = Buffer.from(png).readUInt32BE(16)
  const height = Buffer.from(png).readUInt32BE(20)
  const href = `data:image/png;base64,${Buffer.from(png).toString('base64')}`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image href="${href}" width="${width}" height="${height}"/></svg>`
  const { pixels } = new Resvg(svg).render()
  return {
    width,
    height,
    at: (x: number, y: number) => pixels.subarray(4 * (y * width + x), 4 * (y * width + x) + 3),
  }
}

type Label = Extract<Shape, { kind: 'text' }>

const labelsOf = (chart: ScoreChartPart): Label[] =>
  chartShapes(chart, CHAT_FRAME).shapes.filter((shape) => shape.kind === 'text')

/** How many pixels of a label's box differ from the background. */
function inkIn(png: Uint8Array, { x, y, text, size, weight, anchor }: Label, theme: Theme): number {
  const { at } = pixelsOf(png)
  const width = fontOf(weight).width(text) * size
  const left = anchor === 'end' ? x - width : x
  const background = Buffer.from(PALETTES[theme].background.slice(1), 'hex')
  let ink = 0
  for (let py = Math.round((y - size * 0.8) * SCALE); py < y * SCALE; py += 1) {
    for (let px = Math.round(left * SCALE); px < (left + width) * SCALE; px += 1) {
      if (Buffer.compare(at(px, py), background) !== 0) ink += 1
    }
  }
  return ink
}

describe.each(['light', 'dark'] as const)('the %s picture', (theme) => {
  test('shows every label: each box holds ink', async () => {
    const png = await makePicture(CHART, theme)
    for (const label of labelsOf(CHART)) {
      expect.soft(inkIn(png, label, theme), label.text).toBeGreaterThan(label.text.length * 8)
    }
  })

  test('would be noticed without its labels', async () => {
    const blank = { ...CHART, rows: CHART.rows.map((row) => ({ ...row, label: ' ' })) }
    const png = await makePicture(blank, theme)
    for (const { label } of CHART.rows) {
      const shape = labelsOf(CHART).find(({ text }) => text === label)
      expect(shape && inkIn(png, shape, theme)).toBe(0)
    }
  })

  test('is the same bytes for the same chart', async () => {
    const [a, b] = [await makePicture(CHART, theme), await makePicture(CHART, theme)]
    expect(Buffer.compare(a, b)).toBe(0)
  })
})

test('the picture is twice as fine as a chat shows it', async () => {
  const { width, height } = pixelsOf(await makePicture(CHART, 'light'))
  expect(width).toBe(2 * CHAT_FRAME.width)
  expect(height).toBe(2 * chartShapes(CHART, CHAT_FRAME).height)
})

describe('the shapes of a chart', () => {
  const words = (chart: ScoreChartPart): string[] => labelsOf(chart).map(({ text }) => text)

  test('say every name, score, label and value', () => {
    expect(words(CHART)).toEqual(
      expect.arrayContaining([
        'Alpha',
        '81.2',
        'Gamma',
        '70.9',
        'Load',
        '90',
        '48',
        '93',
        '性能',
        '0',
        '100',
        '50',
      ]),
    )
    expect(words(CHART)).toContain('not rated')
  })

  test('break a long name into two lines and shorten one that has no blank', () => {
    expect(words(CHART)).toEqual(expect.arrayContaining(['Beta with a', 'long name']))
    const [name = ''] = words({
      ...CHART,
      candidates: [{ name: 'x'.repeat(300), score: 1 }, ...CHART.candidates],
    }).slice(1)
    expect(name).toMatch(/^x+\.\.\.$/)
  })

  test('of every need there is are drawn whole, in two lines where one is too narrow', async () => {
    const { capabilities } = await realField()
    for (const { name } of capabilities) {
      const shown = words({ ...CHART, rows: [{ label: name, values: [1, 2, 3] }] }).join(' ')
      expect(shown).toContain(drawable(name))
    }
  })

  test('in two lines make their row higher', () => {
    const heightWith = (label: string) =>
      chartShapes({ ...CHART, rows: [{ label, values: [1, 2, 3] }] }, CHAT_FRAME).height
    expect(heightWith('Protection against forged requests')).toBeGreaterThan(heightWith('Load'))
  })

  test('hold only characters that the typeface has', () => {
    const hostile = { ...CHART, caption: '👩‍👩‍👧 العربية', rows: [{ label: '<b>&"한국', values: [1, 2, 3] }] }
    for (const { text, weight } of labelsOf(hostile)) {
      expect(drawable(text)).toBe(text)
      for (const character of text) expect(fontOf(weight).has(character.codePointAt(0) ?? 0)).toBe(true)
    }
  })

  test('stay inside the picture, whatever the labels', () => {
    const long = {
      ...CHART,
      caption: 'W'.repeat(400),
      rows: [{ label: 'W'.repeat(400), values: [100, 100, 100] }],
    }
    expect(words(long).filter((shown) => /^W+\.\.\.$/.test(shown))).toHaveLength(2)
    for (const shape of chartShapes(long, CHAT_FRAME).shapes) {
      const width = shape.kind === 'bar' ? shape.width : fontOf(shape.weight).width(shape.text) * shape.size
      const left = shape.kind === 'text' && shape.anchor === 'end' ? shape.x - width : shape.x
      expect(left).toBeGreaterThanOrEqual(0)
      expect(left + width).toBeLessThanOrEqual(CHAT_FRAME.width)
    }
  })

  test('count the rows that do not fit', () => {
    const many = {
      ...CHART,
      rows: Array.from({ length: 40 }, (_, i) => ({ label: `Need ${i}`, values: [i, i, i] })),
    }
    expect(words(many)).toContain('and 28 more, not shown here')
    expect(words(many)).not.toContain('Need 12')
    const oneMore = { ...CHART, rows: many.rows.slice(0, 13) }
    expect(words(oneMore)).toContain('Need 12')
  })
})

test('a picture can be made of names that look like markup', async () => {
  const odd = { ...CHART, candidates: [{ name: '<script>&amp;"</svg>', score: 1 }] }
  expect((await makePicture(odd, 'light')).length).toBeGreaterThan(1000)
})
