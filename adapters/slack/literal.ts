import type { types } from '@slack/bolt'
import { labelText } from '../shared/label.ts'
import { shorten } from '../shared/shorten.ts'

/** Slack refuses texts without a visible character. */
export const NOTHING = '–'

/** Text that Slack shows letter by letter: no mention, link, emoji code or formatting in it comes alive. */
export const plain = (text: string, most: number): types.PlainTextElement => ({
  type: 'plain_text',
  text: shorten(text.trim() === '' ? NOTHING : text, most),
  emoji: false,
})

/** A label of at most `most` characters. */
export const label = (marked: string, most: number): types.PlainTextElement => plain(labelText(marked), most)

/** Text for the places where Slack reads `<...>` as mentions and links. */
export const escapeSlack = (text: string): string =>
  text.replace(/[&<>]/g, (character) => ESCAPES[character] ?? character)

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
