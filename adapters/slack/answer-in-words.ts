import type { types } from '@slack/bolt'
import type { Card } from '../../src/card/card.ts'
import type { Canvas } from './canvas.ts'
import { encodeField } from './field.ts'
import { SLACK } from './limits.ts'
import { plain } from './literal.ts'

/** Below a card of a thread, whose readers would not be heard without it. */
export const MENTION_ME = 'Mention me to answer in words.'

/** The button below a private card that opens a field for free text: nobody can type into an ephemeral message. */
export function wordsButton(card: Card, canvas: Canvas): types.Button {
  const question = card.parts.some(({ kind }) => kind === 'progress' || kind === 'checklist')
  const words = question ? 'Answer in words' : 'Say it in words'
  const value = encodeField({
    kind: 'form',
    label: questionOf(card) ?? 'What would you like to say?',
    placeholder: question ? 'In your own words' : 'An answer, a question, or what the project is about',
    multiline: true,
    submit: { action: '', label: 'Send' },
  })
  return {
    type: 'button',
    action_id: canvas.idFor('words', ''),
    text: plain(words, SLACK.button.label),
    value,
  }
}

function questionOf({ title, parts }: Card): string | undefined {
  const text = parts.find((part) => part.kind === 'text')?.text
  return parts.some(({ kind }) => kind === 'progress') ? (text ?? title) : undefined
}
