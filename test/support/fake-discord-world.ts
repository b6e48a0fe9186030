/** What exists at a fake Discord, and how Discord describes it; shapes as in recorded payloads. */

export const APPLICATION = '1457469483726668048'
export const GUILD = '1457468924290662599'
export const CHANNEL = '1457510428359004343'
export const THREAD = '1457536551830421524'
/** The role Discord made for the bot. */
export const OWN_ROLE = '1457468924290662777'
export const OTHER_ROLE = '1457468924290662778'

const EPOCH = 1_420_070_400_000n
let count = 0n

/** A new id, as of `age` ms ago. */
export function snowflake(age = 0): string {
  count += 1n
  return (((BigInt(Date.now() - age) - EPOCH) << 22n) + (count % 4_194_304n)).toString()
}

export interface Message {
  id: string
  channel: string
  flags: number
  components: unknown[]
  files: string[]
  /** Null = everybody there. */
  onlyFor: string | null
  answering: string | null
}

export interface Pressed {
  custom_id: string
  component_type: number
  values?: string[]
}

const userOf = (id: string, name: string, bot = false) => ({
  id,
  username: name.toLowerCase(),
  global_name: bot ? null : name,
  discriminator: '0',
  avatar: null,
  bot,
  public_flags: 0,
})

export const SELF = userOf(APPLICATION, 'pyframe', true)

const memberOf = (user: object, nick: string | null) => ({
  user,
  nick,
  roles: [],
  avatar: null,
  joined_at: '2026-01-04T20:21:10.139000+00:00',
  deaf: false,
  mute: false,
  flags: 0,
  permissions: '9007199254740991',
})

/** Kinds of channels, by Discord's numbers. */
const isDirectChannel = (channel: string): boolean => channel.startsWith('9')

const channelOf = (id: string) =>
  isDirectChannel(id)
    ? { id, type: 1, recipients: [SELF], last_message_id: null, flags: 0 }
    : id === THREAD
      ? {
          ...{ id, type: 11, guild_id: GUILD, parent_id: CHANNEL, name: 'shop', owner_id: APPLICATION },
          thread_metadata: { archived: false, auto_archive_duration: 1_440, locked: false },
          ...{ member_count: 2, message_count: 1, permissions: '9007199254740991' },
        }
      : { id, type: 0, guild_id: GUILD, name: 'general', position: 0, permission_overwrites: [] }

const roleOf = (id: string, tags: object) => ({
  ...{ id, name: 'a role', managed: true, tags, permissions: '0', position: 1, flags: 0 },
  ...{ color: 0, hoist: false, mentionable: true, icon: null, unicode_emoji: null },
})

export const guildOf = () => ({
  ...{ id: GUILD, name: 'Guild', owner_id: '1', unavailable: false, member_count: 2, large: false },
  roles: [roleOf(OWN_ROLE, { bot_id: APPLICATION }), roleOf(OTHER_ROLE, { bot_id: '77' })],
  ...{ emojis: [], stickers: [], features: [], members: [], presences: [], voice_states: [] },
  channels: [channelOf(CHANNEL)],
  threads: [channelOf(THREAD)],
  ...{ stage_instances: [], guild_scheduled_events: [], soundboard_sounds: [] },
  ...{ preferred_locale: 'en-US', system_channel_flags: 0, premium_tier: 0, nsfw_level: 0, mfa_level: 0 },
  ...{ verification_level: 0, explicit_content_filter: 0, default_message_notifications: 0 },
})

/** A message as Discord sends it back: files have addresses, components numbers. */
export function describe(message: Message) {
  const at = (name: string) =>
    `https://cdn.discordapp.com/attachments/${message.channel}/${message.id}/${name}?ex=1&is=2`
  let ids = 0
  const seen = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(seen)
    if (typeof value !== 'object' || value === null) return value
    const { url } = value as { url?: unknown }
    if (typeof url === 'string' && url.startsWith('attachment://')) {
      const name = url.slice('attachment://'.length)
      return { url: at(name), proxy_url: at(name), width: 1, height: 1, content_type: 'image/png' }
    }
    const inner = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, seen(each)]))
    return 'type' in value ? { id: ++ids, ...inner } : inner
  }
  return {
    id: message.id,
    channel_id: message.channel,
    author: SELF,
    content: '',
    ...{ tts: false, mention_everyone: false, pinned: false, type: message.answering ? 19 : 0 },
    ...{ mentions: [], mention_roles: [], embeds: [], edited_timestamp: null },
    attachments: message.files.map((name) => ({ id: message.id, filename: name, size: 1, url: at(name) })),
    components: seen(message.components),
    flags: message.flags,
    timestamp: new Date().toISOString(),
  }
}

/** Who does something, and where. */
export interface Scene {
  user: string
  name: string
  channel: string
  /** Where the bot is no member: a group, or a server that did not add it. */
  elsewhere?: boolean
}

const whoIn = ({ user, name, channel }: Scene) => {
  const described = userOf(user, name)
  return isDirectChannel(channel)
    ? { user: described }
    : { member: memberOf(described, null), guild_id: GUILD, guild_locale: 'en-US' }
}

export function interactionOf(scene: Scene, type: number, data: object, more: object = {}, age = 0) {
  const direct = isDirectChannel(scene.channel)
  const channel = scene.elsewhere
    ? { ...channelOf(scene.channel), type: 3, recipients: [] }
    : channelOf(scene.channel)
  return {
    id: snowflake(age),
    application_id: APPLICATION,
    type,
    token: `token-${snowflake()}`,
    version: 1,
    ...whoIn(scene),
    channel,
    channel_id: scene.channel,
    context: scene.elsewhere ? 2 : direct ? 1 : 0,
    ...{ locale: 'en-US', entitlements: [], authorizing_integration_owners: {} },
    ...{ app_permissions: '0', attachment_size_limit: 10_485_760 },
    data,
    ...more,
  }
}

/** A message somebody wrote. */
export function messageOf(scene: Scene, content: string, more: object = {}) {
  const { user, name, channel } = scene
  const { member, guild_id } = { member: undefined, guild_id: undefined, ...whoIn(scene) } as {
    member?: object
    guild_id?: string
  }
  const mentioned = content.includes(`<@${APPLICATION}>`)
  return {
    id: snowflake(),
    channel_id: channel,
    author: userOf(user, name),
    ...(member && { member, guild_id }),
    // Without the intent for contents, only what is meant for us has one.
    content: isDirectChannel(channel) || mentioned ? content : '',
    ...{ tts: false, mention_everyone: false, pinned: false, type: 0, flags: 0 },
    mentions: mentioned ? [SELF] : [],
    ...{ mention_roles: [], embeds: [], attachments: [], components: [] },
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    channel_type: channelOf(channel).type,
    ...more,
  }
}
