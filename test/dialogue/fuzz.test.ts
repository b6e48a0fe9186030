import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { cardToText } from '../../src/card/plain.ts'
import type { CommandId } from '../../src/dialogue/commands.ts'
import type { Turn } from '../../src/dialogue/conversation.ts'
import { catalogue, choicesOf, MARKED, type Move, move, play, say, wording } from './moves.ts'
import { PROPERTIES } from './properties.ts'

// Over 10,000 sequences in all. Far more time than they take: chance may deal many texts of 40,000 characters, and other
// tests run beside it.
vi.setConfig({ testTimeout: 240_000 })

describe('whatever people type and press, in whatever order', () => {
  test.each(PROPERTIES.map((property) => [property.name, property] as const))('%s', (_, { check, runs }) =>
    check(runs),
  )

  test.each(MARKED)('"%s" is shown letter by letter', (mark) => {
    const message = `we need an admin panel ${mark} for us`
    const shown: string[] = []
    play(
      [say(message), { kind: 'input', input: { kind: 'command', command: 'my-data', text: '' } }],
      ({ cards }) => {
        shown.push(...cards.map(cardToText))
      },
    )
    expect(shown.at(-1)).toContain(`"${message}"`)
  })
})

describe('what chance rarely meets', () => {
  const command = (id: CommandId, text = ''): Move => ({
    kind: 'input',
    input: { kind: 'command', command: id, text },
  })
  const lastOf = (moves: readonly Move[]): Turn => {
    const turns: Turn[] = []
    play(moves, (turn) => turns.push(turn))
    const last = turns.at(-1)
    if (!last) throw new Error('no turn')
    return last
  }

  test('someone who needs everything is not offered more than 25 things to change', () => {
    const everything = catalogue.capabilities.map(({ phrases: [first = ''] }) => wording(first)).join(', ')
    const { cards } = lastOf([say(`We need ${everything}.`), command('change')])
    expect(choicesOf(cards).filter(({ quiet }) => !quiet).length).toBeLessThanOrEqual(25)
  })

  test('asking for every question twice is one step to take back', () => {
    const brief = say(
      'A shop with 300 users, live in six weeks, conventions please, big ecosystem, many roles.',
    )
    const press: Move = { kind: 'input', input: { kind: 'action', action: 'thorough@1' } }
    const once = lastOf([brief, press]).conversation
    const twice = lastOf([brief, press, press]).conversation
    expect(once.active?.thorough).toBe(true)
    expect(twice.undo).toHaveLength(once.undo.length)
  })

  test('"repeat" before anything was said is answered', () => {
    expect(lastOf([say('repeat')]).cards.length).toBeGreaterThan(0)
  })

  test('"yes" deletes nothing once something else was spoken of', () => {
    const { effects } = lastOf([
      say('An internal tool for 300 users'),
      command('forget-me'),
      say('what is an ORM?'),
      say('yes'),
    ])
    expect(effects).toEqual([])
  })
})

describe('a conversation of 300 turns', () => {
  const sizeAfter = (moves: readonly Move[]): number => {
    let largest = 0
    play(moves, ({ conversation }) => {
      largest = Math.max(largest, JSON.stringify(conversation).length)
    })
    return largest
  }

  test('stays small, whatever was done in it', () => {
    fc.assert(
      fc.property(
        fc.array(move, { minLength: 300, maxLength: 300, size: 'max' }),
        (moves) => sizeAfter(moves) < 1_000_000,
      ),
      { numRuns: 2 },
    )
  })

  test('stays small when every message is as long as is read', () => {
    const long = Array.from({ length: 300 }, (_, i) =>
      say(`${i} users and an admin panel ${'x'.repeat(11_900)}`),
    )
    expect(sizeAfter(long)).toBeLessThan(1_000_000)
  })

  test('does not grow with suppositions about suppositions', () => {
    const suppose = (count: number): Move[] =>
      Array.from({ length: count }, () => say('what if it must have an admin panel'))
    expect(sizeAfter(suppose(300))).toBeLessThanOrEqual(sizeAfter(suppose(2)) + 10)
  })
})
