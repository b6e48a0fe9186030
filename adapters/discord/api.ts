import {
  type APIApplication,
  type APIInteractionResponse,
  type APIMessageTopLevelComponent,
  InteractionResponseType,
  MessageFlags,
  type RawFile,
  REST,
  type RESTOptions,
  type RESTPostAPIChannelMessageJSONBody,
  type RESTPostAPICurrentUserCreateDMChannelResult,
  Routes,
} from 'discord.js'
import type { DiscordConfig } from '../../src/config.ts'

const SECOND_MS = 1_000

/** The desk waits 15 s for a delivery; one that would have to wait longer for its turn is left to the next try. */
const LONGEST_WAIT_MS = 8 * SECOND_MS

/** What is shown in a message, however it gets there. */
export interface Shown {
  components: APIMessageTopLevelComponent[]
  files: RawFile[]
  ephemeral?: boolean
}

/** The calls we make; rate limits are kept for each bucket, and what Discord cannot do at the moment is repeated. */
export interface Api {
  application(): Promise<APIApplication>
  /** @param token what came with the interaction; the first answer to it must be this one */
  respond(interaction: { id: string; token: string }, response: APIInteractionResponse): Promise<void>
  /** Changes the first answer to an interaction, or the message that was pressed. */
  editOriginal(token: string, shown: Shown): Promise<void>
  /** Keeps the files the message has. */
  redrawOriginal(token: string, components: APIMessageTopLevelComponent[]): Promise<void>
  deleteOriginal(token: string): Promise<void>
  followUp(token: string, shown: Shown): Promise<void>
  /**
   * @param nonce the same for the same message: within some minutes Discord takes it only once
   * @param answering the message it is a reply to
   */
  post(channel: string, shown: Shown, nonce: string, answering: string | null): Promise<void>
  redraw(channel: string, message: string, components: APIMessageTopLevelComponent[]): Promise<void>
  remove(channel: string, message: string): Promise<void>
  /** @returns the channel of direct messages with somebody */
  openDirect(user: string): Promise<string>
  showTyping(channel: string): Promise<void>
  commands(guild: string | null): Promise<object[]>
  setCommands(guild: string | null, commands: object[]): Promise<void>
  close(): void
}

export function createApi({ token, apiUrl }: DiscordConfig, application: () => string): Api {
  const options: Partial<RESTOptions> = {
    version: '10',
    ...(apiUrl !== null && { api: apiUrl.replace(/\/$/, '') }),
    timeout: 5 * SECOND_MS,
    retries: 2,
    rejectOnRateLimit: ({ timeToReset, retryAfter }) => Math.max(timeToReset, retryAfter) > LONGEST_WAIT_MS,
  }
  const rest = new REST(options).setToken(token)
  // What answers an interaction does not count towards the 50 requests a second a bot may make.
  const hooks = new REST({
    ...options,
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    // It keeps a queue for every token, each used for moments only; by default for an hour.
    handlerSweepInterval: 60 * SECOND_MS,
  })
  const original = (hook: string) => Routes.webhookMessage(application(), hook, '@original')

  return {
    application: async () => (await rest.get(Routes.currentApplication())) as APIApplication,
    async respond({ id, token }, body) {
      await hooks.post(Routes.interactionCallback(id, token), { auth: false, body })
    },
    async editOriginal(hook, { ephemeral: _, ...shown }) {
      await hooks.patch(original(hook), { auth: false, ...requestOf(shown) })
    },
    async redrawOriginal(hook, components) {
      await hooks.patch(original(hook), { auth: false, body: redrawn(components) })
    },
    async deleteOriginal(hook) {
      await hooks.delete(original(hook), { auth: false })
    },
    async followUp(hook, shown) {
      await hooks.post(Routes.webhook(application(), hook), { auth: false, ...requestOf(shown) })
    },
    async post(channel, shown, nonce, answering) {
      const { body, files } = requestOf(shown)
      const reply = answering !== null && {
        message_reference: { message_id: answering, fail_if_not_exists: false },
      }
      await rest.post(Routes.channelMessages(channel), {
        body: { ...body, nonce, enforce_nonce: true, ...reply } satisfies RESTPostAPIChannelMessageJSONBody,
        files,
      })
    },
    async redraw(channel, message, components) {
      await rest.patch(Routes.channelMessage(channel, message), { body: redrawn(components) })
    },
    async remove(channel, message) {
      await rest.delete(Routes.channelMessage(channel, message))
    },
    async openDirect(user) {
      const body = { recipient_id: user }
      const opened = (await rest.post(Routes.userChannels(), {
        body,
      })) as RESTPostAPICurrentUserCreateDMChannelResult
      return opened.id
    },
    async showTyping(channel) {
      await rest.post(Routes.channelTyping(channel))
    },
    commands: async (guild) => (await rest.get(commandsAt(application(), guild))) as object[],
    async setCommands(guild, commands) {
      await rest.put(commandsAt(application(), guild), { body: commands })
    },
    close() {
      for (const each of [rest, hooks]) {
        each.clearHashSweeper()
        each.clearHandlerSweeper()
      }
    },
  }
}

const commandsAt = (application: string, guild: string | null) =>
  guild === null
    ? Routes.applicationCommands(application)
    : Routes.applicationGuildCommands(application, guild)

/** Nobody is ever pinged; an edit that does not say so would be read by the defaults. */
const QUIET = { allowed_mentions: { parse: [] } }

const redrawn = (components: APIMessageTopLevelComponent[]) => ({
  flags: MessageFlags.IsComponentsV2,
  components,
  ...QUIET,
})

function requestOf({ components, files, ephemeral = false }: Shown) {
  const flags = MessageFlags.IsComponentsV2 | (ephemeral ? MessageFlags.Ephemeral : 0)
  const attachments = files.map(({ name }, id) => ({ id, filename: name }))
  return { body: { ...redrawn(components), flags, attachments }, files }
}

/** A pressed message, drawn anew as the answer to the press; it keeps its files. */
export const updateOf = (components: APIMessageTopLevelComponent[]): APIInteractionResponse => ({
  type: InteractionResponseType.UpdateMessage,
  data: redrawn(components),
})
