import type { webApi } from '@slack/bolt'
import { PyframeError } from '../../src/errors.ts'
import { failureFields, type Log } from '../../src/log.ts'
import type { Address, Hook } from './address.ts'
import type { SlackBlock } from './block.ts'
import { areBlocksRefused, isShutOut, refusalOf } from './failures.ts'
import { type DrawnMessage, withBlocks } from './messages.ts'
import { ownedBy } from './owner.ts'
import type { Pace } from './pace.ts'
import { type Outcome, respond } from './respond.ts'
import type { Workspaces } from './workspaces.ts'

/** A message on its way. */
export interface Letter {
  address: Address
  message: DrawnMessage
  /** Different for every message that is sent. */
  nonce: string
  /** Whether it takes the place of the card that was pressed. */
  replaces: boolean
  /** Ms of the clock after which nothing more is begun. */
  until: number
}

/** How messages get to Slack, whatever stands in their way. */
export interface Post {
  /** Whether Slack has refused a chart of its own in this workspace: it brings them to one after the other. */
  refusesCharts(address: Pick<Address, 'team'>): boolean
  /**
   * To whom the address says, and nobody else where it is private.
   *
   * @returns false when Slack took only the words of it
   */
  send(letter: Letter): Promise<boolean>
  /**
   * Visibly to everybody where the address is; its buttons belong to who asked.
   *
   * @returns false when the app cannot write there
   */
  publish(letter: Letter): Promise<boolean>
}

/** Blocks and the words for them, or the words alone. */
interface Message {
  text: string
  blocks?: SlackBlock[]
}

/* In what follows, null means that this way is closed, and a boolean whether the blocks were taken. */

/** Hooks live for 30 minutes; the last one is left for what is under way. */
const HOOK_MS = 29 * 60_000

const isFresh = ({ at }: Hook): boolean => Date.now() - Date.parse(at) < HOOK_MS

/** More workspaces that refuse charts are not remembered; they cost a call more each time. */
const MOST_REFUSING = 10_000

export function createPost(workspaces: Workspaces, pace: Pace, log: Log): Post {
  const refusing = new Set<string>()

  /** Tries with the blocks, without charts, and in plain words: people get their answer. */
  async function offer(
    { message: { text, blocks, withoutCharts }, address }: Letter,
    send: (message: Message) => Promise<Outcome>,
  ): Promise<boolean | null> {
    const outcome = await send({ text, blocks })
    if (outcome !== 'refused') return outcome === 'done' ? true : null
    if (withoutCharts !== null && (await send({ text, blocks: withoutCharts })) === 'done') {
      log.warn({ team: address.team }, 'chart refused, sent in text')
      if (refusing.size < MOST_REFUSING) refusing.add(address.team)
      return true
    }
    log.error({}, 'blocks refused, sent in plain words')
    return (await send({ text })) === 'done' ? false : null
  }

  async function call(
    { address, until }: Letter,
    channel: string,
    work: (client: webApi.WebClient) => Promise<unknown>,
  ): Promise<Outcome> {
    const { client } = await workspaces.at(address)
    try {
      await pace.inTurn(channel, until, () => work(client))
      return 'done'
    } catch (error) {
      const reason = refusalOf(error)
      if (!areBlocksRefused(reason)) throw error
      log.warn({ reason }, 'blocks refused')
      return 'refused'
    }
  }

  async function post(letter: Letter, channel: string, thread: string | null): Promise<boolean> {
    const taken = await offer(letter, (body) =>
      call(letter, channel, (client) =>
        client.chat.postMessage({
          channel,
          ...(thread !== null && { thread_ts: thread }),
          ...body,
          unfurl_links: false,
          unfurl_media: false,
        }),
      ),
    )
    if (taken === null) throw new PyframeError('unavailable', 'Slack takes not even the words of a message')
    return taken
  }

  async function whisper(letter: Letter, channel: string, thread: string | null): Promise<boolean | null> {
    const { user } = letter.address
    try {
      return await offer(letter, (body) =>
        call(letter, channel, (client) =>
          client.chat.postEphemeral({
            channel,
            user,
            ...(thread !== null && { thread_ts: thread }),
            ...body,
          }),
        ),
      )
    } catch (error) {
      if (!isShutOut(refusalOf(error))) throw error
      return null
    }
  }

  async function throughHook(letter: Letter, how: 'ephemeral' | 'in_channel'): Promise<boolean | null> {
    const { hook, place } = letter.address
    if (hook === null || !isFresh(hook)) return null
    const thread = place.thread === null ? {} : { thread_ts: place.thread }
    const answer = (message: Message) =>
      respond(hook.url, { response_type: how, replace_original: letter.replaces, ...thread, ...message })
    return offer(letter, answer)
  }

  /** The hook of what was done, else the channel, else their direct messages. */
  async function privately(letter: Letter): Promise<boolean> {
    const { place, user } = letter.address
    const there =
      place.channel === null
        ? null
        : ((await throughHook(letter, 'ephemeral')) ?? (await whisper(letter, place.channel, place.thread)))
    return there ?? post(letter, user, null)
  }

  return {
    refusesCharts: ({ team }) => refusing.has(team),

    async send(letter) {
      const { place, user } = letter.address
      switch (place.kind) {
        case 'private':
          return privately(owned(letter))
        case 'direct':
        case 'thread':
          return post(letter, place.channel ?? user, place.thread)
        default:
          return place satisfies never
      }
    },

    async publish(unowned) {
      const letter = owned(unowned)
      const { place, user } = letter.address
      if (place.kind === 'private' && (await throughHook(letter, 'in_channel')) !== null) return true
      try {
        await post(letter, place.channel ?? user, place.thread)
        return true
      } catch (error) {
        if (!isShutOut(refusalOf(error))) throw error
        log.warn(failureFields(error), 'not shared: no member of the channel')
        return false
      }
    },
  }
}

/** With buttons only the one who asked may press. */
function owned(letter: Letter): Letter {
  const { message, address, nonce } = letter
  return { ...letter, message: withBlocks(message, (blocks) => ownedBy(address.user, nonce, blocks)) }
}
