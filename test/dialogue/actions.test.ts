import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeAction, encodeAction, MAX_ACTION_LENGTH } from '../../src/dialogue/actions.ts'

describe('the ids of buttons', () => {
  test('come back as they were made', () => {
    expect(decodeAction(encodeAction('level', ['speed', 'high'], 12))).toEqual({
      verb: 'level',
      args: ['speed', 'high'],
      step: 12,
    })
    expect(decodeAction(encodeAction('begin', [], 0))).toEqual({ verb: 'begin', args: [], step: 0 })
  })

  test('that are not ours are refused', () => {
    const long = encodeAction('level', ['x'.repeat(MAX_ACTION_LENGTH)], 1)
    for (const id of [
      '',
      'level',
      'level:a',
      'explode:a@1',
      'level:a@',
      'level:a@-1',
      'constructor@1',
      long,
    ]) {
      expect(decodeAction(id), id).toBeNull()
    }
  })

  test('never make reading fail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (id) => {
        const action = decodeAction(id)
        expect(action === null || action.step >= 0).toBe(true)
      }),
    )
  })
})
