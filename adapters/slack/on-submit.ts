import type { SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt'
import { isAside } from '../../src/desk.ts'
import { type Address, decodeAddress } from './address.ts'
import { eventOfView } from './event.ts'
import { readForm } from './form-modal.ts'
import { type Front, take } from './front.ts'
import { MODALS } from './modal.ts'
import { originOf } from './origin.ts'
import { markAnswered } from './redraw.ts'
import { readWords } from './words-modal.ts'

/** A window that was sent: the reply goes to where it was opened. */
export async function onSubmit(
  front: Front,
  { ack, body, view }: Pick<SlackViewMiddlewareArgs<ViewSubmitAction>, 'ack' | 'body' | 'view'>,
): Promise<void> {
  await ack()
  const { address, input } = view.callback_id === MODALS.form ? readForm(view) : readWords(view)
  const to: Address = { ...decodeAddress(address), ...originOf(body, body.user.id) }
  await take(front, eventOfView(view), to, input)
  const asked = input.kind === 'action' && !isAside(input.action) ? front.windows.sent(to) : undefined
  if (asked === undefined) return
  await markAnswered(front, to, asked.shown, { label: asked.label, ticked: [] }, body.user.name)
}
