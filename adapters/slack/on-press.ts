import type { BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt'
import { isAside } from '../../src/desk.ts'
import { decodeActionId } from './action-id.ts'
import { type Address, encodeAddress } from './address.ts'
import { answeredVersion } from './answered.ts'
import { refusalOf } from './failures.ts'
import { type Front, hookOf, take } from './front.ts'
import { publishHome } from './on-home.ts'
import { openView } from './open-view.ts'
import { originOf } from './origin.ts'
import { ownerOf } from './owner.ts'
import { PHRASES } from './phrases.ts'
import { type Press, readPress } from './read-press.ts'
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
  const address = addressOf(body, owner)
  if (element === undefined || decodeActionId(element.action_id)?.kind === 'tick') return
  if (owner !== null && owner !== body.user.id) return front.tell(address, PHRASES.notYours)
  // Their types list every element Slack knows; what is read of them is checked there.
  const press = readPress(body as unknown as Parameters<typeof readPress>[0])
  if (press === null) return front.tell(address, PHRASES.unknownButton)
  if (press.kind === 'field') {
    const view = wordsModal(press.field, press.action, encodeAddress(replacing(address, true)))
    return openView(front, address, body.trigger_id, view)
  }
  const event = `press:${body.user.id}:${element.action_ts}:${element.action_id}`
  await answer(front, body, event, address, press)
}

async function answer(
  front: Front,
  body: Body,
  event: string,
  address: Address,
  press: Extract<Press, { kind: 'input' }>,
): Promise<void> {
  const answers = !isAside(press.input.action)
  await take(front, event, replacing(address, answers), press.input)
  if (body.view?.type === 'home') await publishHome(front, address, undefined)
  else if (answers) await markAnswered(front, body, address, press)
}

/** A card only one person sees makes room for the next one. */
const replacing = (address: Address, replaces: boolean): Address => ({
  ...address,
  hook: address.hook && { ...address.hook, replaces },
})

function addressOf(body: Body, owner: string | null): Address {
  const origin = originOf(body, body.user.id)
  const channel = body.channel?.id ?? null
  const thread = body.message?.thread_ts ?? null
  const ts = body.message?.ts
  const pressed = channel !== null && ts !== undefined ? { channel, ts } : null
  if (channel === null || channel.startsWith('D'))
    return { ...origin, place: { kind: 'direct', channel, thread }, hook: null, pressed }
  if (owner === null && thread !== null && body.container.is_ephemeral !== true)
    return { ...origin, place: { kind: 'thread', channel, thread }, hook: null, pressed }
  const hook = hookOf(body.response_url, false)
  return { ...origin, place: { kind: 'private', channel, thread: threadOf(body) }, hook, pressed }
}

const threadOf = ({ container, message }: Body): string | null =>
  message?.thread_ts ?? (typeof container.thread_ts === 'string' ? container.thread_ts : null)

/** A question that was answered keeps its words and loses its buttons. */
async function markAnswered(
  { workspaces, people, log }: Front,
  { message, user }: Body,
  address: Address,
  { label, ticked }: Extract<Press, { kind: 'input' }>,
): Promise<void> {
  const { pressed, place } = address
  if (pressed === null || place.kind === 'private' || !message?.blocks) return
  const by = place.kind === 'thread' ? ((await people.nameOf(address)) ?? user.name ?? null) : null
  const shown = { ...(message.text !== undefined && { text: message.text }), blocks: message.blocks }
  try {
    const { client } = await workspaces.at(address)
    await client.chat.update({ ...pressed, ...answeredVersion(shown, { label, ticked, by }) })
  } catch (error) {
    log.warn({ reason: refusalOf(error) }, 'an answered question kept its buttons')
  }
}
