import { describe, expect, test } from 'vitest'
import { headed, headless, marked, typeset } from '../../src/documents/runs.ts'

describe('typeset text', () => {
  test.each([
    ['He said "yes" and ("no")', 'He said “yes” and (“no”)'],
    ["Flask's 'core'", 'Flask’s ‘core’'],
    ['fast - and small', 'fast – and small'],
    ['20-40 s', '20–40 s'],
    ['since 2026-08-22 or 2026-08', 'since 2026-08-22 or 2026-08'],
    ['and so on ...', 'and so on…'],
    ['4 % more', '4\u00a0% more'],
    ['up-to-date, Python 3.10-3.14', 'up-to-date, Python 3.10-3.14'],
  ])('%s', (typed, printed) => {
    expect(typeset(typed)).toBe(printed)
  })

  test('leaves code and addresses alone', () => {
    expect(marked(`\`a - "b"\` and "c"`)).toEqual([{ text: 'a - "b"', code: true }, { text: ' and “c”' }])
  })
})

test('the words before the first colon stand out, and the rest is a sentence', () => {
  expect(headed('The load is heavy: many sockets')).toEqual([
    { text: 'The load is heavy: ', bold: true },
    { text: 'many sockets.' },
  ])
  expect(headed('Upgrade to 6.0: slow')[0]).toEqual({ text: 'Upgrade to 6.0: ', bold: true })
  expect(headless('Upgrade to 6.0: slow')).toBe('slow')
  expect(headed('No colon here')).toEqual([{ text: 'No colon here.' }])
})
