import type { types } from '@slack/bolt'
import type { Card } from '../../src/card/card.ts'
import { cardToText } from '../../src/card/plain.ts'
import { neutralise } from '../shared/neutralise.ts'
import { pages } from '../shared/pages.ts'
import { shorten } from '../shared/shorten.ts'
import type { Look } from './canvas.ts'
import { SLACK } from './limits.ts'
import { escapeSlack, NOTHING } from './literal.ts'
import { blocksOf } from './render.ts'

/** What is posted: blocks, and the same in words for notifications and screen readers. */
export interface SlackMessage {
  text: string
  blocks: types.KnownBlock[]
}

/** Cards as messages, as few as they need, in order; nothing is left out. Cards that show nothing give none. */
export function messagesFrom(cards: readonly Card[], look: Omit<Look, 'surface'>): SlackMessage[] {
  const draw = (page: readonly Card[]) => blocksOf(page, { ...look, surface: 'message' })
  const message = (page: readonly Card[], blocks = draw(page)) => ({ text: plainTwin(page), blocks })
  const whole = draw(cards)
  // Nearly all replies fit: one drawing is enough for these.
  const messages = fits(whole)
    ? [message(cards, whole)]
    : pages(cards, (page) => fits(draw(page))).map((page) => message(page))
  return messages.filter(({ blocks }) => blocks.length > 0)
}

function fits(blocks: readonly types.KnownBlock[]): boolean {
  const { blocks: most, bytes } = SLACK.message
  return blocks.length <= most && Buffer.byteLength(JSON.stringify(blocks)) <= bytes
}

/** The cards in plain words, as the top-level text of a message; nothing in it is live. */
function plainTwin(cards: readonly Card[]): string {
  const words = neutralise(cards.map(cardToText).join('\n\n')).trim() || NOTHING
  for (let most = SLACK.message.text; ; most -= 500) {
    const text = escapeSlack(shorten(words, most))
    if (text.length <= SLACK.message.text) return text
  }
}
