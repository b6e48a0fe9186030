import { type Client, Events, type Interaction, type Message } from 'discord.js'
import { createUnderWay } from '../shared/under-way.ts'
import { eventOfEdit, eventOfInteraction, eventOfMessage } from './event.ts'
import type { Front } from './front.ts'
import { onAutocomplete } from './on-autocomplete.ts'
import { onCommand } from './on-command.ts'
import { onConsult } from './on-consult.ts'
import { onEdited, onMessage } from './on-message.ts'
import { onPress } from './on-press.ts'
import { onSubmit } from './on-submit.ts'

/**
 * Listens to everything people do. Buttons are told apart by their ids alone, so that those of yesterday work too.
 *
 * @returns resolves when what has come in so far is done
 */
export function listen(client: Client, front: Front): () => Promise<void> {
  const { during, settled } = createUnderWay(front.log)

  client.on(Events.InteractionCreate, (interaction) =>
    during(eventOfInteraction(interaction), () => onInteraction(front, interaction)),
  )
  client.on(Events.MessageCreate, (message) =>
    during(eventOfMessage(message), () => onMessage(front, message)),
  )
  client.on(Events.MessageUpdate, (_, message) =>
    during(eventOfEdit(message), () => onEdited(front, message as Message)),
  )

  return settled
}

async function onInteraction(front: Front, interaction: Interaction): Promise<void> {
  if (interaction.isChatInputCommand()) return onCommand(front, interaction)
  if (interaction.isAutocomplete()) return onAutocomplete(front, interaction)
  if (interaction.isMessageContextMenuCommand()) return onConsult(front, interaction)
  if (interaction.isButton() || interaction.isStringSelectMenu()) return onPress(front, interaction)
  if (interaction.isModalSubmit()) return onSubmit(front, interaction)
}
