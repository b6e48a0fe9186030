import { setTimeout as sleep } from 'node:timers/promises'
import { Client, Events, Options, Partials } from 'discord.js'
import type { DiscordConfig } from '../../src/config.ts'
import { messageOf, PyframeError } from '../../src/errors.ts'
import { failureFields, type Log } from '../../src/log.ts'
import { INTENTS } from './surface.ts'

/** The line on which Discord tells what people do. It is resumed by itself when it breaks. */
export interface Gateway {
  client: Client
  /**
   * @returns who we are, in words
   * @throws PyframeError when Discord is not reached or lets us not in
   */
  open(): Promise<string>
  /** Fails when Discord ends it for good. */
  lost: Promise<never>
  /** Takes nothing more; resolves when the line is closed or `grace` ms are over. */
  close(grace: number): Promise<void>
}

/** Interactions that come before all servers are known wait for them, and have three seconds to be answered. */
const MOST_WAIT_FOR_GUILDS_MS = 1_000

/** Nothing is looked up later: who and where stands in every event. */
const cacheNothing = Options.cacheWithLimits({
  ...Options.DefaultMakeCacheSettings,
  MessageManager: 0,
  GuildMemberManager: { maxSize: 0, keepOverLimit: ({ id, client }) => id === client.user?.id },
  UserManager: { maxSize: 0, keepOverLimit: ({ id, client }) => id === client.user?.id },
  PresenceManager: 0,
  ReactionManager: 0,
  ThreadMemberManager: 0,
  GuildEmojiManager: 0,
  GuildStickerManager: 0,
  VoiceStateManager: 0,
})

export function createGateway({ token, apiUrl }: DiscordConfig, log: Log): Gateway {
  const client = new Client({
    intents: INTENTS,
    // Without them the first direct message ever, and edits of messages from before the start, are dropped.
    partials: [Partials.Channel, Partials.Message],
    makeCache: cacheNothing,
    waitGuildTimeout: MOST_WAIT_FOR_GUILDS_MS,
    allowedMentions: { parse: [] },
    ...(apiUrl !== null && { rest: { api: apiUrl.replace(/\/$/, '') } }),
  })
  client.on(Events.Error, (error) => log.error(failureFields(error), 'Discord library reports an error'))
  client.on(Events.ShardError, (error) => log.warn(failureFields(error), 'line to Discord broke'))
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'connecting to Discord again'))
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'line to Discord resumed'))

  const lost = Promise.withResolvers<never>()
  // Nobody may be waiting for it yet.
  lost.promise.catch(() => {})
  const end = (words: string): void => lost.reject(new PyframeError('unavailable', words))
  client.on(Events.Invalidated, () => end('Discord ended the session for good.'))
  client.on(Events.ShardDisconnect, ({ code }) => end(`Discord closed the line for good (${code}).`))

  return {
    client,
    lost: lost.promise,
    async open() {
      const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve))
      try {
        await client.login(token)
        const { user, guilds } = await Promise.race([ready, lost.promise])
        return `@${user.username} in ${guilds.cache.size} ${guilds.cache.size === 1 ? 'server' : 'servers'}`
      } catch (cause) {
        if (cause instanceof PyframeError) throw cause
        throw new PyframeError('unavailable', `Discord was not reached: ${messageOf(cause)}.`, { cause })
      }
    },
    async close(grace) {
      client.removeAllListeners(Events.InteractionCreate)
      client.removeAllListeners(Events.MessageCreate)
      client.removeAllListeners(Events.MessageUpdate)
      const closed = client.destroy().catch((error) => log.warn(failureFields(error), 'line not closed well'))
      await Promise.race([closed, sleep(grace, undefined, { ref: false })])
    },
  }
}
