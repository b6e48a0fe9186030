import type { Card } from '../../src/card/card.ts'
import { cardToText } from '../../src/card/plain.ts'
import { neutralise } from '../shared/neutralise.ts'
import { pages } from '../shared/pages.ts'
import { shorten } from '../shared/shorten.ts'
import { isChart, type SlackBlock } from './block.ts'
import type { Look } from './canvas.ts'
import { SLACK } from './limits.ts'
import { escapeSlack, NOTHING } from './literal.ts'
import { blocksOf } from './render.ts'

/** What is posted: blocks, and the same in words for notifications and screen readers. */
export interface SlackMessage {
  text: string
  blocks: SlackBlock[]
}

/** A message with a simpler version of itself. */
export interface DrawnMessage extends SlackMessage {
  /** Blocks for where Slack does not draw charts; null when there are none in it. */
  withoutCharts: SlackBlock[] | null
}

/** Cards as messages, as few as they need, in order; nothing is left out. Cards that show nothing give none. */
export function messagesFrom(cards: readonly Card[], look: Omit<Look, 'surface'>): DrawnMessage[] {
  const draw = (page: readonly Card[], more = {}) => blocksOf(page, { ...look, ...more, surface: 'message' })
  const message = (page: readonly Card[], blocks = draw(page)) => ({
    text: plainTwin(page),
    blocks,
    withoutCharts: blocks.some(isChart) ? draw(page, { textCharts: true }) : null,
  })
  const whole = draw(cards)
  // Nearly all replies fit: one drawing is enough for these.
  const messages = fits(whole)
    ? [message(cards, whole)]
    : pages(cards, (page) => fits(draw(page))).map((page) => message(page))
  return messages.filter(({ blocks }) => blocks.length > 0)
}

/** The message with other blocks, in each of its versions. */
export const withBlocks = (
  { text, blocks, withoutCharts }: DrawnMessage,
  change: (blocks: SlackBlock[]) => SlackBlock[],
): DrawnMessage => ({
  text,
  blocks: change(blocks),
  withoutCharts: withoutCharts && change(withoutCharts),
})

function fits(blocks: readonly SlackBlock[]): boolean {
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
