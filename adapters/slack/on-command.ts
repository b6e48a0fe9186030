import type { SlackCommandMiddlewareArgs, SlashCommand } from '@slack/bolt'
import { type Incoming, isCommand } from '../../src/desk.ts'
import type { Address } from './address.ts'
import { type Front, hookOf, take } from './front.ts'
import { openForm } from './open-view.ts'
import { originOf } from './origin.ts'
import { readText } from './read-text.ts'
import { FORM_WORD } from './surface.ts'

/** `/pyframe`: private to who typed it, wherever that was. */
export async function onCommand(
  front: Front,
  { ack, body }: Pick<SlackCommandMiddlewareArgs, 'ack' | 'body'>,
): Promise<void> {
  await ack()
  const address = addressOf(body)
  const text = readText(body.text ?? '', null)
  if (text.toLowerCase() === FORM_WORD) return openForm(front, address, body.trigger_id)
  await take(front, `command:${body.trigger_id}`, address, commandOrText(text))
}

const addressOf = (body: SlashCommand): Address => ({
  ...originOf(body, body.user_id),
  place: { kind: 'private', channel: body.channel_id, thread: null },
  hook: hookOf(body.response_url, false),
  pressed: null,
})

/** The name of a command and what it takes. More behind one that takes nothing is a sentence that begins with it. */
const WITH_ARGUMENT = ['ask', 'search', 'compare', 'why-not', 'what-if', 'change', 'brief']

/** A command of the table, else what was typed as it is; nothing begins or goes on. */
export function commandOrText(text: string): Incoming['input'] {
  const [, word = '', rest = ''] = /^([a-z-]+)(?:\s+([\s\S]+))?$/i.exec(text) ?? []
  const command = text === '' ? 'start' : word.toLowerCase()
  const fits = rest === '' || WITH_ARGUMENT.includes(command)
  return isCommand(command) && fits ? { kind: 'command', command, text: rest } : { kind: 'text', text }
}
