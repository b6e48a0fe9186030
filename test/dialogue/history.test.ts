import { describe, expect, test } from 'vitest'
import type { FilePart } from '../../src/card/card.ts'
import { cardToText } from '../../src/card/plain.ts'
import type { Conversation, Turn } from '../../src/dialogue/conversation.ts'
import { choicesOf, copy, NOW, step } from './moves.ts'

const type = (before: Conversation | null, ...texts: string[]): Turn => {
  let turn = step(copy(before), { kind: 'text', text: texts[0] ?? '' }, NOW)
  for (const text of texts.slice(1)) turn = step(copy(turn.conversation), { kind: 'text', text }, NOW)
  return turn
}
const press = (turn: Turn, label: string): Turn => {
  const found = choicesOf(turn.cards).find((choice) => choice.label.startsWith(label))
  return step(copy(turn.conversation), { kind: 'action', action: found?.action ?? label }, NOW)
}
const shown = ({ cards }: Turn): string => cards.map(cardToText).join('\n')
const files = ({ cards }: Turn): FilePart[] =>
  cards.flatMap(({ parts }) => parts.filter((part) => part.kind === 'file'))

const two = (): Turn =>
  type(
    null,
    'Internal tool for 40 users with login',
    'call it Acme',
    'result',
    'another project',
    'A prototype of a chat bot in two weeks',
    'result',
  )

describe('a copy of the present project', () => {
  test.each(['copy it', 'duplicate this project', 'make a copy'])('"%s" goes on with it', (words) => {
    const before = two().conversation
    const turn = type(before, words)
    expect(shown(turn)).toMatch(/is kept as it was[\s\S]*Recommendation:/)
    expect(turn.conversation.history.at(-1)?.id).toBe(before.active?.id)
    expect(turn.conversation.active?.id).not.toBe(before.active?.id)
    expect(turn.conversation.active?.requirements).toEqual(before.active?.requirements)
  })

  test('is one button away in the list of projects', () => {
    expect(
      press(type(two().conversation, 'history'), 'Copy the present one').conversation.history,
    ).toHaveLength(2)
  })

  test('changes nothing of what it was copied from', () => {
    const copied = type(two().conversation, 'copy it', 'actually 20k users at once')
    const [, original] = copied.conversation.history
    expect(original?.said).toEqual(two().conversation.active?.said)
  })

  test('of nothing is none', () => expect(shown(type(null, 'copy it'))).toContain('nothing to copy yet'))
})

describe('the export', () => {
  test.each(['export', 'export my data', 'download everything'])('"%s" is a file with all of it', (words) => {
    const before = two().conversation
    const [file, ...more] = files(type(before, words))
    expect(more).toEqual([])
    expect(file?.name).toBe('pyframe-2026-11-22.json')
    const { recipe } = file ?? expect.fail('no file')
    const { active, history } = (recipe.document === 'data' ? recipe.data : null) as Conversation
    expect({ active, history }).toEqual({ active: before.active, history: before.history })
  })

  test('is one button away in the list of projects and beside what is stored', () => {
    for (const words of ['history', 'my data'])
      expect(files(press(type(two().conversation, words), 'Export all of it'))).toHaveLength(1)
  })
})

describe('a project', () => {
  test('is found by its client and by its words, opened, and put beside another', () => {
    const found = type(two().conversation, 'history acme')
    expect(shown(found)).toContain('Acme (2026-11-22')
    const opened = press(found, 'Acme')
    expect(shown(opened)).toMatch(/This is Acme again[\s\S]*Recommendation:/)
    expect(shown(type(opened.conversation, 'history prototype'))).toContain('chat bot')
    const ticked = opened.conversation.history.map(({ id }) => id)
    const beside = step(
      copy(opened.conversation),
      { kind: 'action', action: 'pair:chosen@1', values: [...ticked, opened.conversation.active?.id ?? ''] },
      NOW,
    )
    expect(shown(beside)).toMatch(/They differ in \d+ of/)
  })
})

describe('an earlier project that is opened again, before it has a recommendation', () => {
  const opened = (): Turn => {
    const begun = type(null, 'Internal tool for 40 users with login', 'call it Acme', 'another project')
    return press(type(begun.conversation, 'history'), 'Acme')
  }

  test('is not lost when another one is begun', () => {
    const { history } = type(opened().conversation, 'another project').conversation
    expect(history.map(({ client }) => client)).toEqual(['Acme'])
  })

  test('is what "start" goes on with', () => {
    const turn = type(opened().conversation, 'continue')
    expect(shown(turn)).toMatch(/Welcome back[\s\S]*Acme/)
  })

  test('can be copied and put beside others', () => {
    expect(shown(type(opened().conversation, 'copy it'))).toContain('Acme is kept as it was')
  })
})

test('a copy with its recommendation is what "start" goes on with', () => {
  expect(shown(type(two().conversation, 'copy it', 'start'))).toContain('Welcome back')
})
