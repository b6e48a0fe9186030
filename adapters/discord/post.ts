import type { RawFile } from 'discord.js'
import type { Desk } from '../../src/desk.ts'
import { failureFields, type Log } from '../../src/log.ts'
import type { Address, Hook } from './address.ts'
import type { Api, Shown } from './api.ts'
import type { Attachment, Look } from './canvas.ts'
import { isDrawingRefused, isForbidden, isHookSpent, isShutOut, isUncertain } from './failures.ts'
import { inPlainWords, type Page } from './messages.ts'
import { type Drawing, draw } from './render.ts'

/** A message on its way. */
export interface Letter {
  address: Address
  page: Page
  look: Look
  /** Different for every message that is sent, the same when it is sent again; at most 25 characters. */
  nonce: string
  /** Whether it is the first message of a reply. */
  first: boolean
  /** 1 at first; from 2 on it may have been sent before. */
  attempt: number
}

/** How messages get to Discord, whatever stands in their way. */
export interface Post {
  /** To whom the address says, and nobody else where it is private. */
  send(letter: Letter): Promise<void>
  /**
   * Visibly to everybody where the address is.
   *
   * @returns false when the bot may not write there
   */
  publish(letter: Letter): Promise<boolean>
}

/** Tokens of interactions live for 15 minutes; the last one is left for what is under way. */
const HOOK_MS = 14 * 60_000

const isFresh = ({ at }: Hook): boolean => Date.now() - Date.parse(at) < HOOK_MS

export function createPost(api: Api, desk: Pick<Desk, 'picture' | 'file'>, log: Log): Post {
  async function fileOf({ name, part }: Attachment): Promise<RawFile> {
    if (part.kind === 'score_chart')
      return { name, data: Buffer.from(await desk.picture(part)), contentType: 'image/png' }
    const { bytes, mediaType } = await desk.file(part)
    return { name, data: Buffer.from(bytes), contentType: mediaType }
  }

  const shown = async ({ components, attachments }: Drawing): Promise<Shown> => ({
    components,
    files: await Promise.all(attachments.map(fileOf)),
  })

  /** Sends it as it was drawn, else without files, else in plain words: people get their answer. */
  async function offer({ page, look }: Letter, send: (shown: Shown) => Promise<void>): Promise<void> {
    const simpler = [() => draw(page.cards, { ...look, files: false }), () => inPlainWords(page.cards)]
    for (let drawing: Drawing = page; ; ) {
      try {
        return await send(await shown(drawing))
      } catch (error) {
        const retry = isDrawingRefused(error) || (isForbidden(error) && drawing.attachments.length > 0)
        const next = simpler.shift()
        if (!retry || next === undefined) throw error
        log.error(failureFields(error), 'not taken as it was drawn, sent in a simpler way')
        drawing = next()
      }
    }
  }

  const post = (letter: Letter, channel: string): Promise<void> =>
    offer(letter, (shown) =>
      api.post(channel, shown, letter.nonce, letter.first ? letter.address.answering : null),
    )

  /** Discord knows no key that tells the same follow-up twice: one that may have arrived is repeated once. */
  async function followUp(letter: Letter, hook: Hook, ephemeral: boolean): Promise<void> {
    try {
      await offer(letter, (shown) => api.followUp(hook.token, { ...shown, ephemeral }))
    } catch (error) {
      if (!isUncertain(error) || letter.attempt === 1) throw error
      log.warn(failureFields(error), 'perhaps delivered, not repeated again')
    }
  }

  /** @returns false when the interaction takes no answer any more */
  async function throughHook(letter: Letter, ephemeral: boolean): Promise<boolean> {
    const { hook } = letter.address
    if (hook === null || !isFresh(hook)) return false
    try {
      if (letter.first && hook.first === 'original')
        await offer(letter, (shown) => api.editOriginal(hook.token, shown))
      else await followUp(letter, hook, ephemeral)
      return true
    } catch (error) {
      if (!isHookSpent(error)) throw error
      log.warn(failureFields(error), 'an interaction took no answer any more')
      return false
    }
  }

  const fillsOriginal = ({ address: { hook }, first }: Letter): boolean => first && hook?.first === 'original'

  async function deliver(letter: Letter): Promise<void> {
    const { place, user } = letter.address
    switch (place.kind) {
      case 'private':
        if (!(await throughHook(letter, true))) await post(letter, await api.openDirect(user))
        return
      case 'direct':
        if (!fillsOriginal(letter) || !(await throughHook(letter, false))) await post(letter, place.channel)
        return
      case 'shared':
        return post(letter, place.channel)
      default:
        return place satisfies never
    }
  }

  return {
    async send(letter) {
      try {
        await deliver(letter)
      } catch (error) {
        if (!isShutOut(error)) throw error
        log.warn(failureFields(error), 'nothing can be written there, given up')
      }
    },

    async publish(letter) {
      const { place, user, hook } = letter.address
      const more = { ...letter.address, hook: hook && { ...hook, first: 'more' as const } }
      if (place.kind === 'private' && (await throughHook({ ...letter, address: more }, false))) return true
      try {
        await post(letter, place.channel ?? (await api.openDirect(user)))
        return true
      } catch (error) {
        if (!isShutOut(error)) throw error
        log.warn(failureFields(error), 'not shared: nothing can be written there')
        return false
      }
    },
  }
}
