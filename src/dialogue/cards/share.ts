import { card, choices, text } from '../../card/build.ts'
import type { Card } from '../../card/card.ts'
import { escapeMarkup } from '../../card/markup.ts'
import type { Context } from '../state.ts'
import { buttonsAt } from './buttons.ts'
import { LABELS } from './lines.ts'

/** Asks what others may see: the client's words only when that is chosen. */
export function shareCard(context: Context): Card {
  const buttons = buttonsAt(context.conversation.step)
  return card(
    'Share the recommendation here?',
    text(
      'Everyone here will see it with its reasons and sources. What your client wrote stays with you, unless you choose to show it. A colleague can go on with a copy of what you share; yours stays as it is.',
    ),
    choices(
      buttons.choice('share', ['plain'], 'Share it', { primary: true }),
      buttons.choice('share', ['words'], "Share it with the client's words"),
      buttons.command('result', LABELS.backToResult),
    ),
  )
}

/**
 * The post others see, with who posted it on top.
 *
 * @param name display name of who shared it; null = not known
 */
export function signedCards(cards: readonly Card[], name: string | null): Card[] {
  return name === null ? [...cards] : [card(null, text(`${escapeMarkup(name)} shared this:`)), ...cards]
}
