import { describe, expect, test } from 'vitest'
import { cardToText } from '../../src/card/plain.ts'
import type { Conversation, Effect, Turn } from '../../src/dialogue/conversation.ts'
import { NOWHERE } from '../../src/dialogue/state.ts'
import { actionsOf, catalogue, copy, NOW, step } from './moves.ts'

const ids = catalogue.criteria.map(({ id }) => id)
const [first = '', second = ''] = ids

/** A thread: everybody's acts, one after the other, on one conversation. */
function thread() {
  let conversation: Conversation | null = null
  const act = (person: string, input: Parameters<typeof step>[1], name = person): Turn => {
    const turn = step(copy(conversation), input, NOW, name, { ...NOWHERE, person: `id of ${person}` })
    conversation = turn.conversation
    return turn
  }
  const say = (person: string, text: string): Turn => act(person, { kind: 'text', text })
  const press = (person: string, action: string, name?: string): Turn =>
    act(person, { kind: 'action', action }, name)
  return {
    say,
    press,
    begin: (): Turn => say('Ana', 'each for ourselves'),
    view: (person: string, criterion: string, level: string, name?: string): Turn =>
      press(person, `view:${criterion}:${level}@1`, name),
    compare: (person = 'Ana'): Turn => press(person, 'views:compare@1'),
    settle: (person: string, criterion: string, level: string): Turn =>
      press(person, `settle:${criterion}:${level}@1`),
    active: () => conversation?.active,
  }
}

const shown = ({ cards }: Turn): string => cards.map(cardToText).join('\n')
type Whisper = Extract<Effect, { kind: 'whisper' }>
const whispered = ({ effects }: Turn): string =>
  effects
    .filter((effect): effect is Whisper => effect.kind === 'whisper')
    .flatMap(({ cards }) => cards.map(cardToText))
    .join('\n')

describe('everyone answering for themselves', () => {
  test('shows every question at once, and how to compare', () => {
    const turn = thread().begin()
    for (const { question } of catalogue.criteria) expect(shown(turn)).toContain(question)
    expect(actionsOf(turn.cards)).toContain('views:compare@1')
  })

  test('tells an answer only to who gave it, with what is left', () => {
    const group = thread()
    group.begin()
    const turn = group.view('Ana', first, 'high')
    expect(turn.cards).toEqual([])
    expect(whispered(turn)).toMatch(/^Noted for you: .* high\. Still to answer: /)
    expect(JSON.stringify(group.active()?.requirements.levels)).toBe('{}')
  })

  test('tells all when somebody has answered everything, without saying what', () => {
    const group = thread()
    group.begin()
    const [last] = ids.map((id) => group.view('Ana', id, 'high')).slice(-1)
    expect(last && shown(last)).toMatch(/Ana has answered everything\. So far: Ana\./)
    expect(last && shown(last)).not.toContain('high')
    expect(shown(group.view('Ana', first, 'low'))).toBe('')
  })

  test('keeps people of the same name apart', () => {
    const group = thread()
    group.begin()
    group.view('Ana', first, 'high', 'Kim')
    group.view('Bo', first, 'low', 'Kim')
    expect(shown(group.compare())).toContain('Where you differ')
  })

  test('is not entered by somebody alone, nor by a press from before', () => {
    const alone = step(null, { kind: 'command', command: 'each', text: '' }, NOW)
    expect(shown(alone)).toContain('only you can speak')
    const late = step(null, { kind: 'action', action: `view:${first}:high@0` }, NOW, 'Ana')
    expect(late.conversation.active?.panel ?? null).toBeNull()
  })
})

describe('the comparison', () => {
  const differing = () => {
    const group = thread()
    group.begin()
    for (const person of ['Ana', 'Bo', 'Cy']) group.view(person, second, 'high')
    group.view('Ana', first, 'high')
    group.view('Bo', first, 'low')
    group.view('Cy', first, 'low')
    return group
  }

  test('needs two', () => {
    const group = thread()
    group.begin()
    group.view('Ana', first, 'high')
    expect(shown(group.compare())).toContain('It takes two to compare')
  })

  test('says what they agree on, who differs, and what each view leads to', () => {
    const text = shown(differing().compare())
    const [criterion, other] = catalogue.criteria
    expect(text).toContain(`You agree on ${other?.short} high`)
    expect(text).toMatch(new RegExp(`${criterion?.short}: low \\(Bo and Cy\\).*high \\(Ana\\)`))
    expect(text).toMatch(/Recommendation: Ana \S+; Bo \S/)
  })

  test('goes to the result at once where nobody differs', () => {
    const group = thread()
    group.begin()
    for (const person of ['Ana', 'Bo']) for (const id of ids) group.view(person, id, 'medium')
    const text = shown(group.compare())
    expect(text).toContain('Recommendation:')
    expect(text).toMatch(/Who said what: Ana, Bo:/)
    expect(text).not.toContain('Dissent')
  })

  test('who is not sure has no side', () => {
    const group = thread()
    group.begin()
    for (const id of ids) group.view('Ana', id, 'high')
    for (const id of ids) group.view('Bo', id, 'unknown')
    expect(shown(group.compare())).toContain('Recommendation:')
  })

  test('is settled point by point, and the result names the dissent and what it would lead to', () => {
    const group = differing()
    group.view('Bo', second, 'low')
    const asked = group.compare()
    expect(shown(asked)).toContain('2 points are to be settled')
    const [point = '', other = ''] = actionsOf(asked.cards)[0]?.split(':').slice(1, 2).concat('') ?? []
    expect(other).toBe('')
    const next = group.settle('Cy', point, 'low')
    expect(shown(next)).toMatch(/^Settle: /)
    const rest = ids.find((id) => id !== point && [first, second].includes(id)) ?? ''
    const done = group.settle('Cy', rest, 'high')
    expect(shown(done)).toContain('Recommendation:')
    expect(shown(done)).toMatch(/Dissent: .* is settled as low; .* said high/)
    expect(shown(done)).not.toMatch(/settled as low; [^.]*said low/)
    expect(group.active()?.requirements.levels[point]?.level).toBe('low')
    expect(group.active()?.panel?.open).toBe(false)
  })

  test('a point is settled once', () => {
    const group = differing()
    group.view('Bo', second, 'low')
    group.compare()
    group.settle('Cy', first, 'low')
    expect(shown(group.settle('Ana', first, 'high'))).toContain('settled already')
  })

  test('a settled point can be taken back', () => {
    const group = differing()
    group.compare()
    group.settle('Cy', first, 'low')
    group.say('Ana', 'back')
    expect(group.active()?.panel?.open).toBe(true)
    expect(shown(group.compare())).toContain('Where you differ')
  })
})
