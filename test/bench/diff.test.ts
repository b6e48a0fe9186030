import { describe, expect, test } from 'vitest'
import { differencesOf, renderDifferences } from '../../bench/eval/diff.ts'
import type { Result } from '../../bench/eval/results.ts'

const result = (over: Partial<Result> = {}): Result => ({
  id: 'b1',
  first: [
    { id: 'oak', score: 70, points: { standing: 20, 'speed high': 50 } },
    { id: 'elm', score: 60, points: { standing: 30, 'speed high': 30 } },
  ],
  confidence: 'likely',
  out: ['yew'],
  ...over,
})
const briefs = [{ id: 'b1', brief: 'A shop.' }]
const swapped = result({
  first: [
    { id: 'elm', score: 65, points: { standing: 30, 'speed low': 35 } },
    { id: 'oak', score: 64, points: { standing: 20, 'speed low': 44 } },
  ],
})

describe('a result', () => {
  test('differs by its first three, how sure it is, and who is out', () => {
    expect(differencesOf([result()], [result()], false)).toEqual([])
    for (const other of [swapped, result({ confidence: 'open' }), result({ out: [] })])
      expect(differencesOf([result()], [other], false)).toHaveLength(1)
  })

  test('differs by its scores only when looked at closely', () => {
    const [oak, elm] = result().first
    const higher = result({
      first: [oak, elm].flatMap((one) => (one ? [{ ...one, score: one.score + 1 }] : [])),
    })
    expect(differencesOf([result()], [higher], false)).toEqual([])
    expect(differencesOf([result()], [higher], true)).toHaveLength(1)
  })

  test('that was not recorded, or whose brief is gone, is named', () => {
    expect(renderDifferences(differencesOf([], [result()], false), briefs)).toBe(
      'b1  A shop.\n  not recorded',
    )
    expect(renderDifferences(differencesOf([result()], [], false), [])).toMatch(
      /no such brief.*\n {2}only recorded/,
    )
  })
})

test('a difference shows before and after, and which terms moved', () => {
  expect(renderDifferences(differencesOf([result()], [swapped], false), briefs).split('\n')).toEqual([
    'b1  A shop.',
    '  first     oak 70.0, elm 60.0',
    '         -> elm 65.0, oak 64.0',
    '  elm: speed low none -> 35.0; speed high 30.0 -> none',
    '  oak: speed high 50.0 -> none; speed low none -> 44.0',
  ])
})
