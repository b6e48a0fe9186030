import {
  type APIModalInteractionResponseCallbackData,
  type APITextDisplayComponent,
  ComponentType,
  TextInputStyle,
} from 'discord.js'
import { shorten } from '../shared/shorten.ts'
import { textDisplay } from './components.ts'
import { encodeCustomId } from './custom-id.ts'
import { DISCORD } from './limits.ts'
import { readText } from './read-text.ts'

export const TEXT_FIELD = 'text'

/**
 * One field for free text, below what it answers.
 *
 * @param above Markdown of the card the button stands on, from its heading on
 * @param action what the text is sent with; null = said freely
 */
export function wordsModal(
  above: readonly string[],
  action: string | null,
): APIModalInteractionResponseCallbackData {
  const id = { kind: action === null ? 'words' : 'form', owner: null, action: action ?? '' } as const
  return {
    custom_id: encodeCustomId(id, 0),
    title: 'In your own words',
    components: [
      ...question(above),
      {
        type: ComponentType.Label,
        label: 'Your words',
        description: 'An answer, a question, or what the project is about',
        component: {
          type: ComponentType.TextInput,
          custom_id: TEXT_FIELD,
          style: TextInputStyle.Paragraph,
          max_length: DISCORD.modal.text,
          required: true,
        },
      },
    ],
  }
}

/** More than this of a card hides the field on a small screen. */
const MOST_ABOVE = 600

const question = (above: readonly string[]): APITextDisplayComponent[] =>
  textDisplay(shorten(above.join('\n'), MOST_ABOVE))

/** What was typed, as an input for the desk. */
export function readWords(
  action: string | null,
  typed: string,
): { kind: 'action'; action: string; text: string } | { kind: 'text'; text: string } {
  const text = readText(typed)
  return action === null ? { kind: 'text', text } : { kind: 'action', action, text }
}
