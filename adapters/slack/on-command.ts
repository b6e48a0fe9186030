import type { SlackCommandMiddlewareArgs, SlashCommand } from '@slack/bolt'
import { type Incoming, isCommand } from '../../src/desk.ts'
import type { Address } from './address.ts'
import { eventOfCommand } from './event.ts'
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
  await take(front, eventOfCommand(body), address, commandOrText(text))
}

const addressOf = (body: SlashCommand): Address => ({
  ...originOf(body, body.user_id),
  place: { kind: 'private', channel: body.channel_id, thread: null },
  hook: hookOf(body.response_url, false),
  pressed: null,
})

/** The most words a command takes; more behind it are a sentence that begins like a command. */
const MOST_WORDS: Record<string, number> = {
  ask: Number.POSITIVE_INFINITY,
  'what-if': Number.POSITIVE_INFINITY,
  brief: 12,
  compare: 8,
  search: 6,
  'why-not': 6,
  change: 6,
}

/** A command of the table, else what was typed as it is; nothing begins or goes on. */
function commandOrText(text: string): Incoming['input'] {
  const [, word = '', rest = ''] = /^([a-z-]+)(?:\s+([\s\S]+))?$/i.exec(text) ?? []
  const command = text === '' ? 'start' : word.toLowerCase()
  const words = rest.split(/\s+/).filter(Boolean).length
  return isCommand(command) && words <= (MOST_WORDS[command] ?? 0)
    ? { kind: 'command', command, text: rest }
    : { kind: 'text', text }
}
