import { card, notice, text } from '../../src/card/build.ts'
import type { Card } from '../../src/card/card.ts'
import { escapeMarkup } from '../../src/card/markup.ts'
import { COMMAND } from './surface.ts'

const note = (words: string): Card => card(null, notice('info', words))

/** What the front end itself says; everything else comes from the dialogue. */
export const PHRASES = {
  notYours: note(
    `These buttons belong to somebody else, so nothing was changed. Type /${COMMAND} start for a consultation of your own.`,
  ),
  unknownButton: note(
    `I do not know this button any more. Type /${COMMAND} start, or write to me: I take you back to where you were.`,
  ),
  nothingToRead: note('There is no text in this message that I could read.'),
  withheld: note(
    'Discord does not show me what you wrote, since you mentioned my role. Please mention me myself, or write to me directly.',
  ),
  notAllowed: note(
    'I may not write in this channel, so I could not post it. Somebody who runs this server can allow me to; then share it once more.',
  ),
} as const

/** A way to whoever asks for an engineer. */
export const writeTo = ({ user, name }: { user: string; name: string }): Card =>
  card(null, text(`Write to [${escapeMarkup(name)}](https://discord.com/users/${user})`))

export const unreadableFiles = (names: readonly string[]): Card =>
  note(
    `I can read text and Markdown files of up to 100 kB, so I left out: ${names.map(escapeMarkup).join(', ')}. You can paste what matters as a message.`,
  )
