import type { MessageContextMenuCommandInteraction } from 'discord.js'
import { promiseAnswer } from './acknowledge.ts'
import { readAttached } from './attached-texts.ts'
import { eventOfInteraction } from './event.ts'
import { type Front, takePromised } from './front.ts'
import { wordsOf } from './on-message.ts'
import { addressOf } from './origin.ts'
import { PHRASES } from './phrases.ts'

/** "Consult on this message": its text, read as if who chose it had typed it; the advice is theirs alone. */
export async function onConsult(
  front: Front,
  interaction: MessageContextMenuCommandInteraction,
): Promise<void> {
  const address = await promiseAnswer(front, interaction, addressOf(interaction))
  const { targetMessage } = interaction
  const { texts } = await readAttached(targetMessage.attachments.values(), front.log)
  const words = [wordsOf(targetMessage), ...texts].filter((part) => part !== '').join('\n\n')
  if (words === '') return front.tell(address, PHRASES.nothingToRead)
  await takePromised(front, eventOfInteraction(interaction), address, { kind: 'text', text: words })
}
