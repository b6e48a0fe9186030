import type { types } from '@slack/bolt'
import { card, notice } from '../../src/card/build.ts'
import type { Card } from '../../src/card/card.ts'
import { escapeMarkup } from '../../src/card/markup.ts'
import { COMMAND } from './surface.ts'

const note = (words: string): Card => card(null, notice('info', words))

/** What the front end itself says; everything else comes from the dialogue. */
export const PHRASES = {
  notYours: note(
    `These buttons belong to somebody else, so nothing was changed. Type ${COMMAND} for a consultation of your own.`,
  ),
  unknownButton: note(
    `I do not know this button any more. Type ${COMMAND}, or write to me: I take you back to where you were.`,
  ),
  tooLate: note(
    'Slack gave me too little time to open that window. Please press again, or write to me in a direct message: that always works.',
  ),
  notOpened: note(
    'That window did not open. Please press again in a moment, or write to me in a direct message: that always works.',
  ),
  nothingToRead: note('There is no text in this message that I could read.'),
  notInChannel: note(
    'I am not a member here, so I could not post it. Invite me with /invite, then share it once more.',
  ),
  notInstalled: `This workspace has not installed me, or my permission was withdrawn. Whoever installed me can do so again; then ${COMMAND} works.`,
} as const

export const unreadableFiles = (names: readonly string[]): Card =>
  note(
    `I can read text and Markdown files of up to 100 kB, so I left out: ${names.map(escapeMarkup).join(', ')}. You can paste what matters as a message.`,
  )

/** Names whoever asks for an engineer in a way that leads to them: the id is Slack's own, not what somebody typed. */
export const askedBy = (user: string): types.SectionBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text: `Asked by <@${user}>` },
})

export const fileRefused = (name: string, reason: string): Card =>
  card(
    null,
    notice(
      'warning',
      `Slack did not take the file ${escapeMarkup(name)} (${escapeMarkup(reason)}). Please tell whoever runs me; the result above is complete without it.`,
    ),
  )

export const sentDirectly = (name: string): string =>
  `**${escapeMarkup(name)}** comes as a direct message from me, because files cannot be private here.`
