import { randomUUID } from 'node:crypto'
import type { Card } from '../../src/card/card.ts'
import { type Deliver, type Outgoing, signedCards } from '../../src/desk.ts'
import { PyframeError } from '../../src/errors.ts'
import type { Log } from '../../src/log.ts'
import { postsForAll, stepsFor } from '../shared/purposes.ts'
import { createSteps, type Step } from '../shared/steps.ts'
import { type Address, asideOf, decodeAddress, laterAddress } from './address.ts'
import type { Api } from './api.ts'
import type { Look } from './canvas.ts'
import { isGone, isHookSpent } from './failures.ts'
import { messagesFrom } from './messages.ts'
import { PHRASES, writeTo } from './phrases.ts'
import type { Letter, Post } from './post.ts'

/** What brings replies to Discord. */
export interface Delivery {
  deliver: Deliver
  /** Says something at once to the one who asked, and only to them where that is possible; it is not owed. */
  tell(address: Address, card: Card): Promise<void>
}

export function createDelivery(options: {
  post: Post
  api: Api
  /** Where requests for an engineer are posted; null = nowhere. */
  handoffChannel: string | null
  log: Log
}): Delivery {
  const { post, api, handoffChannel, log } = options
  const steps = createSteps()

  /** An id of the outbox has 23 characters, a nonce at most 25. */
  const letters = (
    address: Address,
    cards: readonly Card[],
    look: Look,
    { id, attempt }: { id: string; attempt: number },
  ): Letter[] =>
    messagesFrom(cards, look).map((page, i) => ({
      address,
      page,
      look,
      nonce: `${id}${i.toString(36)}`,
      first: i === 0,
      attempt,
    }))

  const reply = (outgoing: Outgoing, address: Address): Step[] =>
    letters(address, outgoing.cards, lookAt(address), outgoing).map((letter) => () => post.send(letter))

  function share(outgoing: Outgoing, address: Address): Step[] {
    const look = { ...lookAt(address), words: 'typing', owner: address.user } as const
    const signed = signedCards(outgoing.cards, address.name)
    const posts = letters(address, signed, look, outgoing).map((letter) => () => post.publish(letter))
    return postsForAll(posts, () => tell(address, PHRASES.notAllowed))
  }

  /** Posted for everybody in the channel, with a way to whoever asks; stays owed while that is not possible. */
  function handOff(outgoing: Outgoing, address: Address): Step[] {
    const there: Address = {
      ...laterAddress(address),
      place: { kind: 'direct', channel: handoffChannel ?? '' },
    }
    const cards = [...outgoing.cards, writeTo(address)]
    return letters(there, cards, lookAt(there), outgoing).map((letter) => async () => {
      if (handoffChannel !== null && (await post.publish(letter))) return
      throw new PyframeError('unavailable', 'a request for an engineer cannot be posted', {
        cure: 'let HANDOFF_DISCORD_CHANNEL name a channel the bot may write in',
      })
    })
  }

  async function unshare({ hook, pressed }: Address): Promise<void> {
    if (pressed === null) return
    try {
      if (hook) return await api.deleteOriginal(hook.token)
    } catch (error) {
      if (!isHookSpent(error)) throw error
    }
    await api.remove(pressed.channel, pressed.message).catch((error: unknown) => {
      if (!isGone(error)) throw error
      log.debug({}, 'a shared post is gone already')
    })
  }

  async function tell(address: Address, card: Card): Promise<void> {
    const to = asideOf(address)
    const id = randomUUID().replaceAll('-', '').slice(0, 23)
    for (const letter of letters(to, [card], lookAt(to), { id, attempt: 1 })) await post.send(letter)
  }

  const purposes = { reply, share, unshare, handOff, asideOf, laterAddress }
  return {
    async deliver(outgoing) {
      const address = decodeAddress(outgoing.address)
      await steps.run(outgoing.id, await stepsFor(purposes, outgoing, address))
    },
    tell,
  }
}

/** How cards are shown there, and how they can be answered in words. */
function lookAt({ place, nextPart }: Address): Look {
  const base = { files: true, owner: null, nextPart }
  switch (place.kind) {
    case 'private':
      return { ...base, words: place.channel === null ? 'typing' : 'button' }
    case 'direct':
      return { ...base, words: 'typing' }
    case 'shared':
      return { ...base, words: 'mention' }
    default:
      return place satisfies never
  }
}
