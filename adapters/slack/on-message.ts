import type { Address } from './address.ts'
import { eventOfTold } from './event.ts'
import { type Front, take } from './front.ts'
import { originOf } from './origin.ts'
import { unreadableFiles } from './phrases.ts'
import { readText } from './read-text.ts'
import { readFiles, type SharedFile } from './shared-files.ts'
import { withStatus } from './status.ts'

/** A message, or a mention, as far as it is read. */
export interface Said {
  channel: string
  channel_type?: string
  subtype?: string | undefined
  bot_id?: string | undefined
  user?: string
  text?: string
  ts: string
  thread_ts?: string
  files?: readonly SharedFile[]
  edited?: unknown
  message?: Said
  previous_message?: Said
}

/** What is around an event. */
export interface Envelope {
  event_id?: string
}

/** What people type, alone or with a file; other kinds are joins, deletions and what bots do. */
const TYPED = [undefined, 'file_share', 'thread_broadcast']

/** A direct message; an edited one counts as a correction, a deleted one changes nothing. */
export async function onMessage(front: Front, said: Said, body: Envelope): Promise<void> {
  if (said.channel_type !== 'im') return
  if (said.subtype === 'message_changed') return onEdited(front, said, body)
  if (said.user === undefined || said.bot_id !== undefined || !TYPED.includes(said.subtype)) return
  const address = directly(said, said.user, body)
  await withStatus(front, address, said.thread_ts ?? said.ts, () =>
    hear(front, eventOfTold(body, said), address, said, { self: null, amended: false }),
  )
}

async function onEdited(front: Front, changed: Said, body: Envelope): Promise<void> {
  const { message, previous_message } = changed
  if (message?.user === undefined || message.bot_id !== undefined) return
  // Slack also says "changed" when it has found the preview of a link.
  if (message.text === previous_message?.text) return
  const said = { ...message, channel: changed.channel, files: [] }
  const address = directly(said, message.user, body)
  await hear(front, eventOfTold(body, changed), address, said, { self: null, amended: true })
}

const directly = ({ channel, thread_ts }: Said, user: string, body: Envelope): Address => ({
  ...originOf(body, user),
  place: { kind: 'direct', channel, thread: thread_ts ?? null },
  hook: null,
  pressed: null,
})

/**
 * A mention: from then on the thread is a consultation its readers share.
 *
 * @param self the id of the app's own user
 */
export async function onMention(
  front: Front,
  said: Said,
  body: Envelope,
  self: string | null,
): Promise<void> {
  if (said.user === undefined || said.bot_id !== undefined || said.channel.startsWith('D')) return
  const address: Address = {
    ...originOf(body, said.user),
    place: { kind: 'thread', channel: said.channel, thread: said.thread_ts ?? said.ts },
    hook: null,
    pressed: null,
  }
  await hear(front, eventOfTold(body, said), address, said, { self, amended: said.edited !== undefined })
}

/** Reads what was said, with the text files that came along, and takes it to the desk. */
async function hear(
  front: Front,
  event: string,
  address: Address,
  { text, files = [] }: Said,
  { self, amended }: { self: string | null; amended: boolean },
): Promise<void> {
  const read = await readFiles(front, address, files)
  if (read.unreadable.length > 0) await front.tell(address, unreadableFiles(read.unreadable))
  const words = [readText(text ?? '', self), ...read.texts].filter((part) => part !== '').join('\n\n')
  if (words !== '')
    await take(front, event, address, { kind: 'text', text: words, ...(amended && { amended: true }) })
  else if (files.length === 0 && self !== null)
    await take(front, event, address, { kind: 'command', command: 'start', text: '' })
}
