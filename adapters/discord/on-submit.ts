import type { ModalSubmitInteraction } from 'discord.js'
import { confirmPress, promiseAnswer } from './acknowledge.ts'
import { conversationAt } from './address.ts'
import { decodeCustomId } from './custom-id.ts'
import { eventOfInteraction } from './event.ts'
import { partAfter, readForm } from './form-modal.ts'
import { type Front, take, takePromised } from './front.ts'
import { addressOf, addressOfPress } from './origin.ts'
import { readWords, TEXT_FIELD } from './words-modal.ts'

/** A window that was sent: the reply goes to where it was opened. */
export async function onSubmit(front: Front, interaction: ModalSubmitInteraction): Promise<void> {
  const id = decodeCustomId(interaction.customId)
  const to =
    interaction.message === null
      ? await promiseAnswer(front, interaction, addressOf(interaction))
      : await confirmPress(front, interaction, addressOfPress(interaction, null), 'original')
  // A window opened by a command was promised an answer; one opened by a press only confirmed.
  const hand = interaction.message === null ? takePromised : take
  const event = eventOfInteraction(interaction)
  const { fields } = interaction.fields
  if (id?.kind === 'next') {
    const form = await front.desk.form(conversationAt(to))
    const nextPart = partAfter(form, Number(id.action))
    await hand(front, event, { ...to, nextPart }, readForm(form, fields))
    return
  }
  const typed = fields.get(TEXT_FIELD)
  const text = typed !== undefined && 'value' in typed ? String(typed.value) : ''
  await hand(front, event, to, readWords(id?.kind === 'form' ? id.action : null, text))
}
