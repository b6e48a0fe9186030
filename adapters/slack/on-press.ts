import type { BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt'
import { isAside, isPersonal, isTaking } from '../../src/desk.ts'
import { takenLine } from '../shared/answer-line.ts'
import { decodeActionId } from './action-id.ts'
import { type Address, encodeAddress } from './address.ts'
import { eventOfPress } from './event.ts'
import { type Front, hookOf, take } from './front.ts'
import { publishHome } from './on-home.ts'
import { openView } from './open-view.ts'
import { originOf } from './origin.ts'
import { ownerOf } from './owner.ts'
import { PHRASES } from './phrases.ts'
import { type Press, readPress } from './read-press.ts'
import { markAnswered, redraw } from './redraw.ts'
import { wordsModal } from './words-modal.ts'

type Body = BlockAction & { message?: { thread_ts?: string } }

/** A pressed button, a chosen entry of a menu, a ticked box. */
export async function onPress(
  front: Front,
  { ack, body }: Pick<SlackActionMiddlewareArgs<BlockAction>, 'ack' | 'body'>,
): Promise<void> {
  await ack()
  const [element] = body.actions
  const owner = ownerOf(element?.block_id)
  const address = addressOf(body, owner, isPersonal(decodeActionId(element?.action_id ?? '')?.action ?? ''))
  if (element === undefined || decodeActionId(element.action_id)?.kind === 'tick') return
  if (owner !== null && owner !== body.user.id) return front.tell(address, PHRASES.notYours)
  // Their types list every element Slack knows; what is read of them is checked there.
  const press = readPress(body as unknown as Parameters<typeof readPress>[0])
  if (press === null) return front.tell(address, PHRASES.unknownButton)
  if (press.kind === 'field') {
    if (body.message) front.windows.opened(address, { shown: body.message, label: press.label })
    const view = wordsModal(press.field, press.action, encodeAddress(replacing(address, true)))
    return openView(front, address, body.trigger_id, view)
  }
  await answer(front, body, eventOfPress(body), address, press)
}

async function answer(
  front: Front,
  body: Body,
  event: string,
  address: Address,
  press: Extract<Press, { kind: 'input' }>,
): Promise<void> {
  const answers = !isAside(press.input.action)
  const { first } = await take(front, event, replacing(address, answers), press.input)
  if (isTaking(press.input.action)) return markTaken(front, body, address, first)
  if (body.view?.type === 'home') await publishHome(front, address, undefined)
  else if (answers) await markAnswered(front, address, body.message, press, body.user.name ?? null)
}

/** A card only one person sees makes room for the next one. */
const replacing = (address: Address, replaces: boolean): Address => ({
  ...address,
  hook: address.hook && { ...address.hook, replaces },
})

/** @param personal whether it leads to a consultation of their own, wherever the card is */
function addressOf(body: Body, owner: string | null, personal: boolean): Address {
  const origin = originOf(body, body.user.id)
  const channel = body.channel?.id ?? null
  const thread = body.message?.thread_ts ?? null
  const ts = body.message?.ts
  const pressed = channel !== null && ts !== undefined ? { channel, ts } : null
  if (channel === null || channel.startsWith('D'))
    return { ...origin, place: { kind: 'direct', channel, thread }, hook: null, pressed }
  if (owner === null && !personal && thread !== null && body.container.is_ephemeral !== true)
    return { ...origin, place: { kind: 'thread', channel, thread }, hook: null, pressed }
  const hook = hookOf(body.response_url, false)
  return { ...origin, place: { kind: 'private', channel, thread: threadOf(body) }, hook, pressed }
}

const threadOf = ({ container, message }: Body): string | null =>
  message?.thread_ts ?? (typeof container.thread_ts === 'string' ? container.thread_ts : null)

/** A request that somebody takes says so to everybody in the channel; one taken before loses its button too. */
async function markTaken(front: Front, body: Body, address: Address, first: boolean | null): Promise<void> {
  if (first === null) return
  const by = first ? ((await front.people.nameOf(address)) ?? body.user.name ?? null) : null
  await redraw(front, address, body.message, takenLine(by))
}
