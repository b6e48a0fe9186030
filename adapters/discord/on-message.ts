import { type Message, MessageType } from 'discord.js'
import { whileWorking } from '../shared/while-working.ts'
import type { Address } from './address.ts'
import { readAttached } from './attached-texts.ts'
import { eventOfEdit, eventOfMessage } from './event.ts'
import { type Front, take } from './front.ts'
import { nameOf } from './origin.ts'
import { PHRASES, unreadableFiles } from './phrases.ts'
import { readText } from './read-text.ts'

/** What people type; other kinds are joins, pins and the like. */
const TYPED = [MessageType.Default, MessageType.Reply]

/** A direct message, or one that mentions us. */
export async function onMessage(front: Front, message: Message): Promise<void> {
  const address = isTyped(message) ? addressOf(message) : null
  if (address === null) return
  const show = () => front.api.showTyping(message.channelId).catch(() => {})
  await whileWorking(show, () => hear(front, eventOfMessage(message), address, message, false))
}

/** An edited message counts as a correction; Discord also says "edited" when it has found the preview of a link. */
export async function onEdited(front: Front, message: Message): Promise<void> {
  if (message.editedTimestamp === null || !isTyped(message)) return
  const address = addressOf(message)
  if (address === null) return
  await hear(front, eventOfEdit(message), address, message, true)
}

/** Of a message that was changed Discord may leave out who wrote it. */
const isTyped = ({ author, webhookId, type }: Message): boolean =>
  author !== null && !author.bot && webhookId === null && TYPED.includes(type)

/** @returns null when it is not for us */
function addressOf(message: Message): Address | null {
  const { author, member, channelId, guildId, id } = message
  if (guildId !== null && !isForUs(message)) return null
  return {
    user: author.id,
    name: nameOf(author, member),
    place: guildId === null ? { kind: 'direct', channel: channelId } : { kind: 'shared', channel: channelId },
    hook: null,
    answering: guildId === null ? null : id,
    pressed: null,
    nextPart: null,
  }
}

/** A mention of us or of our role, or an answer to one of our messages that pings us. */
const isForUs = (message: Message): boolean => {
  const { mentions, client } = message
  return mentions.users.has(client.user?.id ?? '') || ownRolesIn(message).length > 0
}

/** Discord gives each bot a role of its name, which stands beside the bot where people choose whom to mention. */
const ownRolesIn = ({ mentions, client }: Message): string[] =>
  mentions.roles
    .filter(({ tags }) => tags?.botId !== undefined && tags.botId === client.user?.id)
    .map(({ id }) => id)

/** Reads what was said, with the text files that came along, and takes it to the desk. */
async function hear(
  front: Front,
  event: string,
  address: Address,
  message: Message,
  amended: boolean,
): Promise<void> {
  const files = amended ? [] : [...message.attachments.values()]
  const { texts, unreadable } = await readAttached(files, front.log)
  if (unreadable.length > 0) await front.tell(address, unreadableFiles(unreadable))
  if (isWithheld(message)) return front.tell(address, PHRASES.withheld)
  const words = [wordsOf(message), ...texts].filter((part) => part !== '').join('\n\n')
  if (words !== '')
    await take(front, event, address, { kind: 'text', text: words, ...(amended && { amended: true }) })
  else if (files.length === 0 && !amended && address.place.kind === 'shared')
    await take(front, event, address, { kind: 'command', command: 'start', text: '' })
}

/** Discord may show us the words of a message only where it mentions us ourselves: a mention of our role is none. */
const isWithheld = (message: Message): boolean => message.content === '' && ownRolesIn(message).length > 0

/** The text of a message as a person reads it. */
export const wordsOf = (message: Message): string =>
  readText(message.content, {
    self: [message.client.user?.id ?? '', ...ownRolesIn(message)],
    nameOf: (id) => message.mentions.users.get(id)?.displayName ?? null,
  })
