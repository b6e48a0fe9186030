import type { types } from '@slack/bolt'
import { answerLine } from '../shared/answer-line.ts'
import type { Address } from './address.ts'
import { answeredVersion } from './answered.ts'
import { refusalOf } from './failures.ts'
import type { Front } from './front.ts'

/** A message as Slack sends it back with a press. */
export interface ShownMessage {
  text?: string
  blocks?: readonly types.AnyBlock[]
}

/** What was chosen on a message. */
export interface Chosen {
  label: string
  ticked: readonly string[]
}

/** A question that was answered keeps its words and loses its buttons; one that is private made room already. */
export async function markAnswered(
  front: Pick<Front, 'people' | 'workspaces' | 'log'>,
  address: Address,
  shown: ShownMessage | undefined,
  chosen: Chosen,
  handle: string | null,
): Promise<void> {
  if (address.place.kind === 'private') return
  const by = address.place.kind === 'thread' ? ((await front.people.nameOf(address)) ?? handle) : null
  await redraw(front, address, shown, answerLine({ ...chosen, by }))
}

/** The message that was pressed, without its buttons and with a line instead. */
export async function redraw(
  { workspaces, log }: Pick<Front, 'workspaces' | 'log'>,
  address: Address,
  shown: ShownMessage | undefined,
  line: string,
): Promise<void> {
  const { pressed } = address
  if (pressed === null || !shown?.blocks) return
  const { text, blocks } = shown
  try {
    const { client } = await workspaces.at(address)
    await client.chat.update({
      ...pressed,
      ...answeredVersion({ ...(text !== undefined && { text }), blocks }, line),
    })
  } catch (error) {
    log.warn({ reason: refusalOf(error) }, 'an answered question kept its buttons')
  }
}
