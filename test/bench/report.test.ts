import { describe, expect, test } from 'vitest'
import { count, inMs, times } from '../../bench/measure.ts'
import { asData, asText, type Report } from '../../bench/report.ts'

const REPORT: Report = [
  'Two ways, in turn.',
  [
    ['', 'runs', 'median', 'of bare', 'median'],
    ['ours', '12', inMs(0.1234), times(2.5), count(7.4)],
    ['theirs', '3/4 75 %', inMs(250), '', '-'],
  ],
]

describe('a report', () => {
  test('is words and aligned columns for people', () => {
    expect(asText(REPORT).split('\n')).toEqual([
      'Two ways, in turn.',
      '',
      '            runs    median  of bare  median',
      'ours          12  0.123 ms   2.50 x       7',
      'theirs  3/4 75 %    250 ms                -',
    ])
  })

  test('is rows by column for programs, each number unrounded and with its unit', () => {
    expect(asData(REPORT)).toEqual({
      notes: ['Two ways, in turn.'],
      tables: [
        [
          {
            what: 'ours',
            runs: 12,
            median: { value: 0.1234, unit: 'ms' },
            'of bare': { value: 2.5, unit: 'x' },
            'median (2)': 7.4,
          },
          {
            what: 'theirs',
            runs: '3/4 75 %',
            median: { value: 250, unit: 'ms' },
            'of bare': '',
            'median (2)': '-',
          },
        ],
      ],
    })
  })
})
