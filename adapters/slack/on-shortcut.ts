import type { GlobalShortcut, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt'
import type { Address } from './address.ts'
import { eventOfShortcut } from './event.ts'
import { type Front, hookOf, take } from './front.ts'
import { openForm } from './open-view.ts'
import { originOf } from './origin.ts'
import { PHRASES } from './phrases.ts'
import { readText } from './read-text.ts'
import { readFiles, type SharedFile } from './shared-files.ts'

/** "Consult on this message": its text, read as if who chose it had typed it; the advice is theirs alone. */
export async function onMessageShortcut(
  front: Front,
  { ack, body }: Pick<SlackShortcutMiddlewareArgs<MessageShortcut>, 'ack' | 'body'>,
): Promise<void> {
  await ack()
  const { message, channel } = body
  const thread = typeof message.thread_ts === 'string' ? message.thread_ts : null
  const address: Address = {
    ...originOf(body, body.user.id),
    place: { kind: 'private', channel: channel.id, thread },
    hook: hookOf(body.response_url, false),
    pressed: null,
  }
  const files: readonly SharedFile[] = Array.isArray(message.files) ? message.files : []
  const { texts } = await readFiles(front, address, files)
  const words = [readText(message.text ?? '', null), ...texts].filter((part) => part !== '').join('\n\n')
  if (words === '') return front.tell(address, PHRASES.nothingToRead)
  await take(front, eventOfShortcut(body), address, { kind: 'text', text: words })
}

/** The form from anywhere; the advice comes as a direct message. */
export async function onGlobalShortcut(
  front: Front,
  { ack, body }: Pick<SlackShortcutMiddlewareArgs<GlobalShortcut>, 'ack' | 'body'>,
): Promise<void> {
  await ack()
  const place = { kind: 'direct', channel: null, thread: null } as const
  const address: Address = { ...originOf(body, body.user.id), place, hook: null, pressed: null }
  await openForm(front, address, body.trigger_id)
}
