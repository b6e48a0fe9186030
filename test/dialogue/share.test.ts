import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Card } from '../../src/card/card.ts'
import { cardToText } from '../../src/card/plain.ts'
import { signedCards } from '../../src/dialogue/cards/share.ts'
import { createConsultant } from '../../src/dialogue/consultant.ts'
import type { Conversation, Turn } from '../../src/dialogue/conversation.ts'
import { createStep } from '../../src/dialogue/step.ts'
import { ROOT } from '../architecture/sources.ts'
import { actionsOf } from './moves.ts'

const NOW = new Date('2026-11-22T10:00:00Z')
const step = createStep(await createConsultant(join(ROOT, 'knowledge')))
const type = (conversation: Conversation | null, text: string): Turn =>
  step(conversation, { kind: 'text', text }, NOW)
const press = (conversation: Conversation | null, action: string): Turn =>
  step(conversation, { kind: 'action', action }, NOW)

/** A post made from the first button of the question how much to share. */
function posted(): { conversation: Conversation; cards: Card[]; pressed: string } {
  const asked = type(type(null, 'Internal tool for forty people of Acme, with login').conversation, 'share')
  const [pressed = ''] = actionsOf(asked.cards)
  const { conversation, effects } = press(asked.conversation, pressed)
  return {
    conversation,
    pressed,
    cards: effects.flatMap((effect) => (effect.kind === 'share' ? effect.cards : [])),
  }
}

describe('a shared recommendation', () => {
  test('offers nothing to press but to take it back: it is not theirs to answer', () => {
    expect(actionsOf(posted().cards)).toHaveLength(1)
    expect(actionsOf(posted().cards)[0]).toMatch(/^unshare:/)
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
    const [back = ''] = actionsOf(cards)
    const taken = press(conversation, back)
    expect(taken.effects).toEqual([{ kind: 'unshare' }])
    expect(press(taken.conversation, back).effects).toEqual([])
  })

  test("is not taken back by somebody else's press, which changes nothing of theirs", () => {
    const [back = ''] = actionsOf(posted().cards)
    const theirs = type(null, 'A chat for 5000 users at once').conversation
    for (const conversation of [null, theirs]) {
      const turn = press(conversation, back)
      expect(turn.effects).toEqual([])
      expect(turn.cards.map(cardToText).join()).toContain('Only the one who shared this can take it back')
      expect(turn.conversation.active).toEqual(conversation?.active ?? null)
    }
  })
})
