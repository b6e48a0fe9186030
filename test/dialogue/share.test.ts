import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Card } from '../../src/card/card.ts'
import { cardToText } from '../../src/card/plain.ts'
import { signedCards } from '../../src/dialogue/cards/share.ts'
import { createConsultant } from '../../src/dialogue/consultant.ts'
import type { Conversation, Copy, Effect, Place, Turn } from '../../src/dialogue/conversation.ts'
import { NOWHERE } from '../../src/dialogue/state.ts'
import { createStep } from '../../src/dialogue/step.ts'
import { ROOT } from '../architecture/sources.ts'
import { actionsOf } from './moves.ts'

const NOW = new Date('2026-11-22T10:00:00Z')
const step = createStep(await createConsultant(join(ROOT, 'knowledge')))
const HERE: Place = { ...NOWHERE, reference: 'ref1' }
const type = (conversation: Conversation | null, text: string): Turn =>
  step(conversation, { kind: 'text', text }, NOW)
const press = (conversation: Conversation | null, action: string): Turn =>
  step(conversation, { kind: 'action', action }, NOW, null, HERE)

type Share = Extract<Effect, { kind: 'share' }>

/** A post made from a button of the question how much to share, the first unless another is wanted. */
function posted(nth = 0): { conversation: Conversation; cards: Card[]; pressed: string; copy: Copy } {
  const asked = type(type(null, 'Internal tool for forty people of Acme, with login').conversation, 'share')
  const pressed = actionsOf(asked.cards)[nth] ?? ''
  const { conversation, effects } = press(asked.conversation, pressed)
  const share = effects.find((effect): effect is Share => effect.kind === 'share')
  if (!share) throw new Error('nothing was shared')
  return {
    ...{ conversation, pressed },
    ...{ cards: share.cards, copy: share.copy },
  }
}

describe('a shared recommendation', () => {
  test('offers a copy to go on with and to take it back, and nothing else: it is not theirs to answer', () => {
    expect(actionsOf(posted().cards).map((action) => action.split(':')[0])).toEqual(['adopt', 'unshare'])
  })

  test('holds no word of the client unless that was chosen', () => {
    expect(posted().cards.map(cardToText).join()).not.toMatch(/Acme|forty|You said/)
  })

  test('says who shared it, letter by letter', () => {
    const [signature] = signedCards(posted().cards, '**Ana** <!channel>')
    expect(signature && cardToText(signature)).toBe('**Ana** <!channel> shared this:')
    expect(signedCards(posted().cards, null)).toEqual(posted().cards)
  })

  test('is posted once, however often the button is pressed', () => {
    const { conversation, pressed } = posted()
    expect(press(conversation, pressed).effects).toEqual([])
  })

  test('is taken back by whoever shared it, once', () => {
    const { conversation, cards } = posted()
    const [, back = ''] = actionsOf(cards)
    const taken = press(conversation, back)
    expect(taken.effects).toEqual([{ kind: 'unshare', reference: 'ref1' }])
    expect(press(taken.conversation, back).effects).toEqual([])
  })

  test("is not taken back by somebody else's press, which changes nothing of theirs", () => {
    const [, back = ''] = actionsOf(posted().cards)
    const theirs = type(null, 'A chat for 5000 users at once').conversation
    for (const conversation of [null, theirs]) {
      const turn = press(conversation, back)
      expect(turn.effects).toEqual([])
      expect(turn.cards.map(cardToText).join()).toContain('Only the one who shared this can take it back')
      expect(turn.conversation.active).toEqual(conversation?.active ?? null)
    }
  })
})

describe('a copy of what was shared', () => {
  const adopt = (conversation: Conversation | null, copy: unknown): Turn => {
    const [goOn = ''] = actionsOf(posted().cards)
    const kept = JSON.parse(JSON.stringify(copy))
    return step(conversation, { kind: 'action', action: goOn }, NOW, null, { ...HERE, copy: kept })
  }
  const said = (turn: Turn): string => turn.cards.map(cardToText).join('\n')

  test('holds the answers, and no word or name of the client unless that was chosen', () => {
    expect(JSON.stringify(posted(0).copy)).not.toMatch(/Acme|forty/)
    expect(Object.keys(posted(0).copy.requirements.needs)).not.toEqual([])
    expect(JSON.stringify(posted(1).copy)).toMatch(/Acme/)
  })

  test('shows the same recommendation, and what was there before is kept', () => {
    const theirs = type(null, 'A chat for 5000 users at once').conversation
    const turn = adopt(theirs, posted().copy)
    expect(said(turn)).toMatch(/a copy of your own[\s\S]*Recommendation: /)
    expect(turn.conversation.active?.requirements).toEqual(posted().copy.requirements)
    expect(turn.conversation.history.map(({ id }) => id)).toEqual([theirs.active?.id])
  })

  test('is made once', () => {
    const once = adopt(null, posted().copy)
    const twice = adopt(once.conversation, posted().copy)
    expect(said(twice)).toContain('You have your own copy')
    expect(twice.conversation.history).toEqual([])
  })

  test.each([null, 'text', { requirements: {} }, { ...posted().copy, said: 'all' }])(
    'is not there when it was taken back, or is none: %j',
    (copy) => {
      const turn = adopt(null, copy)
      expect(said(turn)).toContain('cannot be gone on with any more')
      expect(turn.conversation.active).toBeNull()
    },
  )
})
