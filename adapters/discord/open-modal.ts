import { type APIModalInteractionResponseCallbackData, InteractionResponseType } from 'discord.js'
import { type Answerable, respond } from './acknowledge.ts'
import { type Address, conversationAt } from './address.ts'
import { formModal } from './form-modal.ts'
import type { Front } from './front.ts'

/** Opens a window, which must be the first answer to an interaction. */
export async function openModal(
  front: Front,
  interaction: Answerable,
  data: APIModalInteractionResponseCallbackData,
): Promise<void> {
  await respond(front, interaction, { type: InteractionResponseType.Modal, data })
}

/** Opens a part of the whole form, with the present answers. */
export async function openForm(
  front: Front,
  interaction: Answerable,
  address: Address,
  part: number,
): Promise<void> {
  const form = await front.desk.form(conversationAt(address))
  const modal = formModal(form, part) ?? formModal(form, 0)
  if (modal !== null) await openModal(front, interaction, modal)
}
