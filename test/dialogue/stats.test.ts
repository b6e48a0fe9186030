import { describe, expect, test } from 'vitest'
import { cardToText } from '../../src/card/plain.ts'
import type { Tallied, Turn } from '../../src/dialogue/conversation.ts'
import { NOWHERE } from '../../src/dialogue/state.ts'
import { createViews } from '../../src/dialogue/views.ts'
import { consultant, NOW, step } from './moves.ts'

const OPERATOR = { ...NOWHERE, operator: true }
const said = ({ cards }: Turn): string => cards.map(cardToText).join('\n')

describe('stats', () => {
  test('are for operators, who get them and nothing else', () => {
    for (const input of [
      { kind: 'command', command: 'stats', text: '' },
      { kind: 'text', text: 'stats' },
    ] as const) {
      expect(step(null, input, NOW, null, OPERATOR).effects).toEqual([{ kind: 'stats' }])
      const other = step(null, input, NOW, null, NOWHERE)
      expect(other.effects).toEqual([])
      expect(said(other)).toContain('for whoever runs me')
    }
  })

  test('are told nowhere others read along', () => {
    const turn = step(null, { kind: 'text', text: 'stats' }, NOW, 'Ana', OPERATOR)
    expect(turn.effects).toEqual([])
    expect(said(turn)).toContain('in a direct message')
  })

  test('leave the question that waits where it is', () => {
    const { conversation } = step(null, { kind: 'text', text: 'ask me' }, NOW)
    const turn = step(conversation, { kind: 'text', text: 'stats' }, NOW, null, OPERATOR)
    expect(turn.conversation.active?.pending).toEqual(conversation.active?.pending)
  })

  const counted = (week: string, kind: Tallied['kind'], name: string, count: number): Tallied => ({
    ...{ week, kind, name, count },
  })
  const shown = (tallied: readonly Tallied[]): string =>
    createViews(consultant).stats(tallied).map(cardToText).join('\n')

  test('show the latest weeks, newest first, and name how many there are besides', () => {
    const weeks = ['2026-W41', '2026-W42', '2026-W43', '2026-W44', '2026-W45', '2026-W46']
    const text = shown(weeks.map((week) => counted(week, 'text', 'sure', 1)))
    expect(text.indexOf('2026-W46')).toBeLessThan(text.indexOf('2026-W43'))
    expect(text).not.toContain('2026-W42')
    expect(text).toContain('2 earlier weeks')
  })

  test('say how many took what was recommended', () => {
    const week = '2026-W46'
    const text = shown([
      counted(week, 'outcome', 'first', 3),
      counted(week, 'outcome', 'candidate', 1),
      counted(week, 'outcome', 'undecided', 2),
    ])
    expect(text).toContain('3 of 4 took the recommendation (75 %), 1 another candidate, 2 not decided')
  })

  test('of nothing say so', () => expect(shown([])).toContain('Nothing was counted yet'))
})
