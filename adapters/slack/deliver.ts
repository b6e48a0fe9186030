import type { Card } from '../../src/card/card.ts'
import { type Deliver, type Outgoing, signedCards } from '../../src/desk.ts'
import { PyframeError } from '../../src/errors.ts'
import { failureFields, type Log } from '../../src/log.ts'
import { postsForAll, stepsFor } from '../shared/purposes.ts'
import { createSteps, type Step } from '../shared/steps.ts'
import { type Address, asideOf, decodeAddress, laterAddress } from './address.ts'
import type { Look } from './canvas.ts'
import { isUncertain, refusalOf } from './failures.ts'
import { type Files, filesIn, withFilesElsewhere } from './files.ts'
import { type DrawnMessage, messagesFrom, withBlocks } from './messages.ts'
import type { People } from './people.ts'
import { askedBy, PHRASES } from './phrases.ts'
import type { Post } from './post.ts'
import { respond } from './respond.ts'
import type { Workspaces } from './workspaces.ts'

/** What brings replies to Slack. */
export interface Delivery {
  deliver: Deliver
  /** Says something at once to the one who asked, and only to them; it is not owed. */
  tell(address: Address, card: Card): Promise<void>
}

/** The desk waits 15 s for a delivery; what is not begun by then must be left to the next try. */
const PATIENCE_MS = 8_000

/** So many deliveries that may have arrived are remembered. */
const MOST_DOUBTED = 1_000

/** From this attempt on an earlier one may have arrived, in this process or another. */
const SURELY_DOUBTED = 3

export function createDelivery(options: {
  post: Post
  files: Files
  people: People
  workspaces: Workspaces
  /** Where requests for an engineer are posted; null = nowhere. */
  handoffChannel: string | null
  log: Log
}): Delivery {
  const { post, files, people, workspaces, handoffChannel, log } = options
  const progress = createSteps()
  /** Deliveries that broke off after they may have arrived. */
  const doubted = new Set<string>()

  const draw = (cards: readonly Card[], address: Address, words: Look['words']): DrawnMessage[] =>
    messagesFrom(cards, { words, textCharts: post.refusesCharts(address) })

  const letters = (address: Address, cards: readonly Card[], id: string): Step[] =>
    draw(cards, address, wordsAt(address)).map((message, i) => async () => {
      const until = Date.now() + PATIENCE_MS
      const replaces = i === 0 && (address.hook?.replaces ?? false)
      const asBlocks = await post.send({ address, message, nonce: `${id}.${i}`, replaces, until })
      if (!asBlocks) await sendCharts(address, cards)
    })

  async function sendCharts(address: Address, cards: readonly Card[]): Promise<void> {
    const charts = cards.flatMap(({ parts }) => parts.filter((part) => part.kind === 'score_chart'))
    for (const chart of charts) await excused(address, await files.uploadChart(address, chart))
  }

  async function excused(address: Address, excuse: Card | null): Promise<void> {
    if (excuse !== null) await tell(address, excuse)
  }

  function reply({ id, cards }: Outgoing, address: Address): Step[] {
    const shown = address.place.kind === 'private' ? withFilesElsewhere(cards) : cards
    const uploads = filesIn(cards).map(
      (file) => async () => excused(address, await files.upload(address, file)),
    )
    return [...letters(address, shown, id), ...uploads]
  }

  async function share({ id, cards }: Outgoing, address: Address): Promise<Step[]> {
    const signed = signedCards(cards, await people.nameOf(address))
    const posts = draw(signed, address, 'typing').map((message, i) => () => {
      const until = Date.now() + PATIENCE_MS
      return post.publish({ address, message, nonce: `${id}.${i}`, replaces: false, until })
    })
    return postsForAll(posts, () => tell(address, PHRASES.notInChannel))
  }

  /** Posted for everybody in the channel, naming who asks so that they can be written to; owed until it is there. */
  function handOff({ id, cards }: Outgoing, address: Address): Step[] {
    if (handoffChannel === null) throw new PyframeError('unavailable', 'HANDOFF_SLACK_CHANNEL is not set')
    const place = { kind: 'direct', channel: handoffChannel, thread: null } as const
    const there: Address = { ...address, place, hook: null, pressed: null }
    const posts = draw(cards, there, 'typing').map((message, i) => async () => {
      const named = i === 0 ? withBlocks(message, (blocks) => [askedBy(address.user), ...blocks]) : message
      const until = Date.now() + PATIENCE_MS
      await post.send({ address: there, message: named, nonce: `${id}.${i}`, replaces: false, until })
    })
    const uploads = filesIn(cards).map((file) => async () => excused(there, await files.upload(there, file)))
    return [...posts, ...uploads]
  }

  async function unshare({ hook, pressed, ...at }: Address): Promise<void> {
    if (hook && (await respond(hook.url, { delete_original: true })) === 'done') return
    if (pressed === null) return
    const { client } = await workspaces.at(at)
    await client.chat.delete(pressed).catch((error: unknown) => {
      if (refusalOf(error) !== 'message_not_found') throw error
    })
  }

  async function tell(address: Address, card: Card): Promise<void> {
    const quiet = asideOf(address)
    for (const step of letters(quiet, [card], `word-${Date.now().toString(36)}`)) await step()
  }

  /** Slack knows no key that tells the same message twice: what may have arrived is repeated once. */
  async function attempt(step: Step, { id, attempt }: Outgoing): Promise<void> {
    try {
      await step()
    } catch (error) {
      if (!isUncertain(error)) throw error
      if (!doubted.has(id) && attempt < SURELY_DOUBTED) {
        if (doubted.size < MOST_DOUBTED) doubted.add(id)
        throw error
      }
      log.warn({ outgoing: id, ...failureFields(error) }, 'perhaps delivered, not repeated again')
    }
  }

  const purposes = { reply, share, unshare, handOff, asideOf, laterAddress }
  return {
    async deliver(outgoing) {
      const steps = await stepsFor(purposes, outgoing, decodeAddress(outgoing.address))
      await progress.run(
        outgoing.id,
        steps.map((step) => () => attempt(step, outgoing)),
      )
      doubted.delete(outgoing.id)
    },
    tell,
  }
}

/** How to answer in words there. */
function wordsAt({ place }: Address): Look['words'] {
  switch (place.kind) {
    case 'private':
      return place.channel === null ? 'typing' : 'button'
    case 'thread':
      return 'mention'
    case 'direct':
      return 'typing'
    default:
      return place satisfies never
  }
}
