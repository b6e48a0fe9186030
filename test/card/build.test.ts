import { describe, expect, test } from 'vitest'
import { briefFile, chartFile } from '../../src/card/build.ts'
import type { ScoreChartPart } from '../../src/card/card.ts'
import { plainText } from '../../src/card/markup.ts'

const recipe = {
  format: 'pdf',
  requirements: {},
  said: ['A shop'],
  client: null,
  author: null,
  date: '2026-08-22',
  knowledge: 'abc',
} as const

describe('the file of a client brief', () => {
  test('is named after the day, and after the client where one is known', () => {
    expect(briefFile(recipe).name).toBe('client-brief-2026-08-22.pdf')
    expect(briefFile({ ...recipe, client: 'Acme GmbH & Co.', format: 'markdown' }).name).toBe(
      'client-brief-acme-gmbh-co-2026-08-22.md',
    )
  })

  test.each([
    ['Đặng Thị Hương', 'client-brief-dang-thi-huong-2026-08-22.pdf'],
    ['株式会社', 'client-brief-2026-08-22.pdf'],
    ['../../etc/passwd', 'client-brief-etc-passwd-2026-08-22.pdf'],
    ['a'.repeat(3_000), `client-brief-${'a'.repeat(40)}-2026-08-22.pdf`],
  ])('has a name every system takes, whatever the client is called: %.20s', (client, name) => {
    expect(briefFile({ ...recipe, client }).name).toBe(name)
  })

  test('keeps what is needed to make it again, as JSON', () => {
    const made = briefFile(recipe).recipe
    expect(JSON.parse(JSON.stringify(made))).toEqual({ document: 'brief', ...recipe })
  })
})

test('a chart as a file says in words what it shows', () => {
  const chart: ScoreChartPart = {
    kind: 'score_chart',
    caption: 'Fit',
    candidates: [{ name: 'A\\_1', score: 80 }],
    rows: [{ label: 'Load', values: [70] }],
  }
  expect(plainText(chartFile(chart, 'light').alt)).toBe('Fit: A_1 80 of 100\nLoad: A_1 70')
})
