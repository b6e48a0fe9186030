import {
  type BaseInteraction,
  InteractionContextType,
  type Message,
  type MessageComponentInteraction,
  MessageFlags,
  type User,
} from 'discord.js'
import type { Address, Place } from './address.ts'

/** What somebody is called there. */
export function nameOf(user: User, member: unknown): string {
  const { displayName, nick } = (member ?? {}) as { displayName?: string; nick?: string | null }
  return displayName ?? nick ?? user.displayName
}

/** Where the answer to something private goes: the direct messages with the bot, else an ephemeral message. */
export function addressOf(interaction: BaseInteraction): Address {
  const { user, member, channelId } = interaction
  return {
    user: user.id,
    name: nameOf(user, member),
    place: isDirect(interaction) ? { kind: 'direct', channel: channelId ?? '' } : privateIn(channelId),
    hook: null,
    answering: null,
    pressed: null,
    nextPart: null,
  }
}

const isDirect = ({ context, guildId, channelId }: BaseInteraction): boolean =>
  channelId !== null && (context === null ? guildId === null : context === InteractionContextType.BotDM)

const privateIn = (channel: string | null): Place => ({ kind: 'private', channel })

/**
 * Where the answer to a press goes: to where the card is.
 *
 * @param owner the only one who may press it; null = whoever sees it
 */
export function addressOfPress(
  interaction: BaseInteraction & { message: MessageComponentInteraction['message'] | null },
  owner: string | null,
): Address {
  const address = addressOf(interaction)
  const { message, channelId } = interaction
  if (message === null || channelId === null) return address
  const pressed = { channel: channelId, message: message.id }
  const hidden = isEphemeral(message) || owner !== null
  const place: Place =
    address.place.kind === 'direct' || hidden ? address.place : { kind: 'shared', channel: channelId }
  return { ...address, place, pressed }
}

const isEphemeral = ({ flags }: Pick<Message, 'flags'>): boolean => flags.has(MessageFlags.Ephemeral)
