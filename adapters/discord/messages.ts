import { type APIMessageTopLevelComponent, ComponentType } from 'discord.js'
import type { Card } from '../../src/card/card.ts'
import { cardToText } from '../../src/card/plain.ts'
import { neutralise } from '../shared/neutralise.ts'
import { pages } from '../shared/pages.ts'
import { shorten } from '../shared/shorten.ts'
import type { Look } from './canvas.ts'
import { NOTHING } from './components.ts'
import { DISCORD } from './limits.ts'
import { escapeDiscord } from './markdown.ts'
import { countComponents, countText } from './measure.ts'
import { type Drawing, draw } from './render.ts'

/** One message: what it shows, and the cards it shows, for when it has to be drawn in another way. */
export interface Page extends Drawing {
  cards: readonly Card[]
}

/** Cards as messages, as few as they need, in order; nothing is left out. Cards that show nothing give none. */
export function messagesFrom(cards: readonly Card[], look: Look): Page[] {
  const whole = { cards, ...draw(cards, look) }
  // Nearly all replies fit: one drawing is enough for these.
  const messages = fits(whole)
    ? [whole]
    : pages(cards, (page) => fits(draw(page, look))).map((page) => ({ cards: page, ...draw(page, look) }))
  return messages.filter(({ components }) => components.length > 0)
}

function fits({ components, attachments }: Drawing): boolean {
  const { message } = DISCORD
  return (
    countComponents(components) <= message.components &&
    countText(components) <= message.text &&
    attachments.length <= message.files
  )
}

/** The cards in plain words, for when Discord refuses what they were drawn as. */
export function inPlainWords(cards: readonly Card[]): Drawing {
  const words = neutralise(cards.map(cardToText).join('\n\n')).trim() || NOTHING
  const content = shortened(words, DISCORD.message.text)
  const only: APIMessageTopLevelComponent = { type: ComponentType.TextDisplay, content }
  return { components: [only], attachments: [] }
}

function shortened(words: string, limit: number): string {
  for (let most = limit; ; most -= 500) {
    const content = escapeDiscord(shorten(words, most))
    if (content.length <= limit) return content
  }
}
