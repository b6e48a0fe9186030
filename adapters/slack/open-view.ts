import type { types } from '@slack/bolt'
import { failureFields } from '../../src/log.ts'
import { type Address, conversationAt, encodeAddress } from './address.ts'
import { isTriggerSpent, refusalOf } from './failures.ts'
import { formModal } from './form-modal.ts'
import type { Front } from './front.ts'
import { PHRASES } from './phrases.ts'

/**
 * Opens a window, for which Slack gives three seconds from the press on. When they are over or it does not open,
 * says how to go on: there is no time to try again.
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
    log.warn({ reason, ...failureFields(error) }, 'window not opened')
    await tell(address, isTriggerSpent(reason) ? PHRASES.tooLate : PHRASES.notOpened)
  }
}

/** Opens the whole form, with the present answers. */
export async function openForm(front: Front, address: Address, trigger: string): Promise<void> {
  const form = await front.desk.form(conversationAt(address))
  await openView(front, address, trigger, formModal(form, encodeAddress(address)))
}
