import { describe, expect, test } from 'vitest'
import { cardToText } from '../../src/card/plain.ts'
import type { Conversation, Effect, Input, Place, Turn } from '../../src/dialogue/conversation.ts'
import { NOWHERE } from '../../src/dialogue/state.ts'
import { actionsOf, catalogue, choicesOf, copy, step } from './moves.ts'

const START = new Date('2026-11-01T10:00:00Z')
const DAY_MS = 86_400_000
const HERE: Place = { ...NOWHERE, askAfterDays: 14 }
const BRIEF = 'Internal tool for forty people of Acme, with login'

const on = (day: number): Date => new Date(START.getTime() + day * DAY_MS)
const take = (
  before: Conversation | null,
  input: Input,
  { day = 0, place = HERE, by = null }: { day?: number; place?: Place; by?: string | null } = {},
): Turn => step(copy(before), input, on(day), by, place)
const type = (before: Conversation | null, text: string, more?: Parameters<typeof take>[2]): Turn =>
  take(before, { kind: 'text', text }, more)

const advised = (more?: Parameters<typeof take>[2]): Turn =>
  type(type(null, BRIEF, more).conversation, 'result', more)
const scheduled = ({ effects }: Turn) => effects.filter(({ kind }) => kind === 'ask_later')
const projectOf = ({ conversation }: Turn): string => conversation.active?.id ?? ''
const due = (before: Conversation, project: string, day = 14): Turn =>
  take(before, { kind: 'due', project }, { day })
type Notify = Extract<Effect, { kind: 'notify' }>
const asked = ({ effects }: Turn) =>
  effects.filter((effect): effect is Notify => effect.kind === 'notify').flatMap(({ cards }) => cards)
const pressed = (turn: Turn, reply: string): Turn => {
  const action = actionsOf(asked(turn)).find((each) => each.split(/[:@]/)[2] === reply)
  return take(
    turn.conversation,
    { kind: 'action', action: action ?? expect.fail(`no ${reply}`) },
    { day: 15 },
  )
}
const winner = (turn: Turn): string => turn.conversation.shown.alternatives[0] ?? ''

describe('the day to ask', () => {
  test('is fixed with the first recommendation of a project, once', () => {
    const turn = advised()
    expect(scheduled(turn)).toEqual([
      { kind: 'ask_later', project: projectOf(turn), at: on(14).toISOString() },
    ])
    expect(scheduled(type(turn.conversation, 'result', { day: 1 }))).toEqual([])
  })

  test('is fixed for nobody who is not alone, and nowhere when it is turned off', () => {
    expect(scheduled(advised({ by: 'Ana' }))).toEqual([])
    expect(scheduled(advised({ place: NOWHERE }))).toEqual([])
  })

  test('is fixed for a copy of a project too', () => {
    expect(scheduled(type(advised().conversation, 'again but with 20k users at once'))).toHaveLength(1)
  })
})

describe('when the day has come', () => {
  test('the candidates, something else, not decided and no more of it are offered, in a message of its own', () => {
    const turn = due(advised().conversation, projectOf(advised()))
    expect(turn.cards).toEqual([])
    const labels = choicesOf(asked(turn)).map(({ label }) => label)
    expect(labels.slice(0, 1)).toEqual([catalogue.nameOf(winner(advised()))])
    expect(labels.slice(3)).toEqual(['Something else', 'Not decided', "Don't ask me such things"])
    expect(asked(turn).map(cardToText).join()).toMatch(/On 2026-11-01 I recommended .* for .*Acme/)
    expect(turn.effects).toContainEqual({ kind: 'asked', project: projectOf(advised()) })
  })

  test('a number chooses on it', () => {
    const turn = due(advised().conversation, projectOf(advised()))
    const chosen = type(turn.conversation, '1', { day: 15 })
    expect(chosen.conversation.active?.outcome).toEqual({ kind: 'chosen', alternative: winner(advised()) })
  })

  test('nothing is asked of a project that is gone, open again, or known', () => {
    const known = pressed(due(advised().conversation, projectOf(advised())), 'undecided')
    for (const [conversation, project] of [
      [advised().conversation, 'gone'],
      [type(null, BRIEF).conversation, projectOf(type(null, BRIEF))],
      [known.conversation, projectOf(advised())],
    ] as const)
      expect(due(conversation, project, 40).effects).toEqual([{ kind: 'asked', project }])
  })

  test('whoever is about to answer something else is asked a day later', () => {
    const next = type(advised().conversation, 'restart', { day: 14 }).conversation
    expect(asked(due(next, projectOf(advised())))).toHaveLength(1)
    const busy = type(next, 'ask me', { day: 14 })
    const turn = due(busy.conversation, projectOf(advised()))
    expect(turn.effects).toMatchObject([{ kind: 'ask_later', at: on(15).toISOString() }])
    expect(asked(due(turn.conversation, projectOf(advised()), 15))).toHaveLength(1)
  })

  test('whoever did not answer, or was asked within a week, is not asked about the next one', () => {
    const first = advised()
    const second = type(type(first.conversation, 'restart').conversation, `${BRIEF} and payments`)
    const both = type(second.conversation, 'result')
    const once = due(both.conversation, projectOf(first))
    expect(asked(due(once.conversation, projectOf(both), 30))).toEqual([])
    const answered = pressed(once, winner(first)).conversation
    expect(asked(due(answered, projectOf(both), 16))).toEqual([])
    expect(asked(due(answered, projectOf(both), 30))).toHaveLength(1)
  })

  test('the question that waits goes on waiting, and nobody is reminded of anything', () => {
    const first = advised()
    const waiting = type(type(first.conversation, 'restart').conversation, 'ask me').conversation
    const turn = due(waiting, projectOf(first))
    expect(turn.conversation.active?.pending).toEqual(waiting.active?.pending)
    expect(asked(turn)).toHaveLength(1)
  })
})

describe('what was chosen', () => {
  const question = due(advised().conversation, projectOf(advised()))
  const tallied = (turn: Turn) =>
    (turn.tallies ?? []).filter(({ kind }) => kind === 'outcome' || kind === 'chosen')

  test('is kept with the project and counted by how it agrees', () => {
    const turn = pressed(question, winner(advised()))
    expect(tallied(turn)).toEqual([
      { kind: 'outcome', name: 'first' },
      { kind: 'chosen', name: winner(advised()) },
    ])
    const second = choicesOf(asked(question))[1]?.action.split(/[:@]/)[2] ?? ''
    expect(tallied(pressed(question, second))[0]).toEqual({ kind: 'outcome', name: 'candidate' })
    expect(tallied(pressed(question, 'undecided'))).toEqual([{ kind: 'outcome', name: 'undecided' }])
  })

  test('is something else that is named, or not', () => {
    const more = pressed(question, 'others')
    const labels = choicesOf(more.cards).map(({ label }) => label)
    expect(labels).toHaveLength(catalogue.alternatives.length - 3 + 1)
    const none = choicesOf(more.cards).at(-1)?.action ?? ''
    const turn = take(more.conversation, { kind: 'action', action: none }, { day: 15 })
    expect(turn.conversation.active?.outcome).toEqual({ kind: 'other' })
  })

  test('is noted once, however often it is pressed', () => {
    const once = pressed(question, winner(advised()))
    const twice = pressed({ ...question, conversation: once.conversation }, 'undecided')
    expect(tallied(twice)).toEqual([])
    expect(twice.cards.map(cardToText).join()).toContain('noted that already')
  })

  test('is never asked again of somebody who does not want to be', () => {
    const off = pressed(question, 'off').conversation
    const next = type(type(off, 'restart', { day: 30 }).conversation, BRIEF, { day: 30 }).conversation
    expect(scheduled(type(next, 'result', { day: 30 }))).toEqual([])
    expect(type(off, 'what do you store about me', { day: 31 }).cards.map(cardToText).join()).toMatch(
      /what you chose: +none any more/,
    )
  })

  test('is told by my-data', () => {
    const known = pressed(question, winner(advised())).conversation
    const name = catalogue.nameOf(winner(advised()))
    const told = (conversation: Conversation): string =>
      take(conversation, { kind: 'command', command: 'my-data', text: '' }).cards.map(cardToText).join()
    expect(told(known)).toContain(`What you chose: ${name}`)
    expect(told(advised().conversation)).toContain('Projects I shall ask about once: 1')
  })
})
