import type { types } from '@slack/bolt'
import { type Address, conversationAt, encodeAddress } from './address.ts'
import { isTriggerSpent, refusalOf } from './failures.ts'
import { formModal } from './form-modal.ts'
import type { Front } from './front.ts'
import { PHRASES } from './phrases.ts'

/**
 * Opens a window, for which Slack gives three seconds from the press on; when they are over, says how to go on.
 */
export async function openView(
  { workspaces, tell, log }: Front,
  address: Address,
  trigger: string,
  view: types.ModalView,
): Promise<void> {
  try {
    const { client } = await workspaces.at(address)
    await client.views.open({ trigger_id: trigger, view })
  } catch (error) {
    const reason = refusalOf(error)
    if (!isTriggerSpent(reason)) throw error
    log.warn({ reason }, 'window not opened')
    await tell(address, PHRASES.tooLate)
  }
}

/** Opens the whole form, with the present answers. */
export async function openForm(front: Front, address: Address, trigger: string): Promise<void> {
  const form = await front.desk.form(conversationAt(address))
  await openView(front, address, trigger, formModal(form, encodeAddress(address)))
}
