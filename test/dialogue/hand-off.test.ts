import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cardToText } from '../../src/card/plain.ts'
import { createConsultant } from '../../src/dialogue/consultant.ts'
import type { Conversation, Place, Turn } from '../../src/dialogue/conversation.ts'
import { NOWHERE } from '../../src/dialogue/state.ts'
import { createStep } from '../../src/dialogue/step.ts'
import { ROOT } from '../architecture/sources.ts'
import { actionsOf } from './moves.ts'

const NOW = new Date('2026-11-22T10:00:00Z')
const step = createStep(await createConsultant(join(ROOT, 'knowledge')))
const HERE: Place = { ...NOWHERE, name: '**Ana** <@U1>', engineers: true, reference: 'ref1' }
const BRIEF = 'Internal tool for forty people of Acme, with login'

const type = (conversation: Conversation | null, text: string, place = HERE): Turn =>
  step(conversation, { kind: 'text', text }, NOW, null, place)
const press = (conversation: Conversation | null, action: string, words?: string, place = HERE): Turn =>
  step(
    conversation,
    { kind: 'action', action, ...(words !== undefined && { text: words }) },
    NOW,
    null,
    place,
  )
const shown = ({ cards }: Turn): string => cards.map(cardToText).join('\n')
const posted = ({ effects }: Turn): string =>
  effects.flatMap((effect) => (effect.kind === 'hand_off' ? effect.cards.map(cardToText) : [])).join('\n')
const actionOf = (turn: Turn, beginning: string): string =>
  actionsOf(turn.cards).find((action) => action.startsWith(beginning)) ?? expect.fail(`no ${beginning}`)

const asked = (): Turn => type(type(null, BRIEF).conversation, 'engineer')

describe('asking for an engineer', () => {
  test('says what would be passed on, and passes nothing on before it is agreed to', () => {
    const turn = asked()
    expect(shown(turn)).toMatch(/your name, your note, .* Nothing is sent before you agree/s)
    expect(turn.effects).toEqual([])
  })

  test('shows the contact where nobody is reached', () => {
    const turn = type(null, 'engineer', { ...HERE, engineers: false })
    expect(shown(turn)).toContain('Hotline')
    expect(turn.conversation.active?.pending ?? null).toBeNull()
  })

  test('passes on the name, the note, the answers and the brief, letter by letter', () => {
    const turn = press(asked().conversation, actionOf(asked(), 'handoff:yes'), 'Call me, *please*')
    const text = posted(turn)
    for (const words of [
      HERE.name,
      'Note: Call me, *please*',
      'Recommendation: ',
      'forty people',
      'client-brief',
    ])
      expect(text).toContain(words)
    expect(shown(turn)).toContain('Passed on')
  })

  test('names the kind of engagement that is enquired about', () => {
    expect(posted(press(asked().conversation, actionOf(asked(), 'handoff:1')))).toContain('Enquiry: Monthly')
  })

  test('is agreed to in words too, and goes back to the question that waited', () => {
    const before = type(type(null, 'ask me').conversation, 'engineer')
    const turn = type(before.conversation, 'yes')
    expect(posted(turn)).toContain('agreed to pass this on')
    expect(shown(turn)).toContain('Question 1')
  })

  test.each(['no', 'what is an ORM?'])('is not taken for agreed after "%s"', (said) => {
    const turn = type(asked().conversation, said)
    expect(turn.effects).toEqual([])
    expect(type(turn.conversation, 'yes').effects).toEqual([])
    expect(press(turn.conversation, actionOf(asked(), 'handoff:yes')).effects).toEqual([])
  })

  test('happens once, however often the button is pressed', () => {
    const agree = actionOf(asked(), 'handoff:yes')
    expect(press(press(asked().conversation, agree).conversation, agree).effects).toEqual([])
  })

  test('without answers passes on no project', () => {
    const turn = type(type(null, 'engineer').conversation, 'yes')
    expect(posted(turn)).not.toMatch(/Recommendation|client-brief/)
  })

  test('is offered with an answer about hiring', () => {
    const turn = type(null, 'can we hire developers per week?')
    expect(shown(turn)).toContain('Talk to an engineer')
    expect(shown(press(turn.conversation, actionOf(turn, 'command:engineer')))).toContain('Pass it on')
  })
})

describe('"I take it"', () => {
  const request = press(asked().conversation, actionOf(asked(), 'handoff:yes'))
  const [effect] = request.effects
  const take = effect?.kind === 'hand_off' ? actionOf({ ...request, cards: effect.cards }, 'take:') : ''

  test('tells whoever asked who it is, and changes nothing of whoever presses', () => {
    const theirs = type(null, 'ask me')
    const turn = press(theirs.conversation, take, undefined, { ...HERE, name: 'Bo' })
    expect(turn.effects).toMatchObject([{ kind: 'take', reference: 'ref1' }])
    const [told] = turn.effects.flatMap((each) => (each.kind === 'take' ? each.told : []))
    expect(told && cardToText(told)).toBe('Bo has taken your request and will get in touch with you.')
    expect({ ...turn.conversation, step: 0 }).toEqual({ ...theirs.conversation, step: 0 })
  })

  test('works for somebody who never spoke with the bot', () => {
    expect(press(null, take).effects).toHaveLength(1)
  })
})
