import type { SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt'
import { type Address, decodeAddress } from './address.ts'
import { readForm } from './form-modal.ts'
import { type Front, take } from './front.ts'
import { MODALS } from './modal.ts'
import { originOf } from './origin.ts'
import { readWords } from './words-modal.ts'

/** A window that was sent: the reply goes to where it was opened. */
export async function onSubmit(
  front: Front,
  { ack, body, view }: Pick<SlackViewMiddlewareArgs<ViewSubmitAction>, 'ack' | 'body' | 'view'>,
): Promise<void> {
  await ack()
  const { address, input } = view.callback_id === MODALS.form ? readForm(view) : readWords(view)
  const to: Address = { ...decodeAddress(address), ...originOf(body, body.user.id) }
  await take(front, `view:${view.id}`, to, input)
}
