import type { ChatInputCommandInteraction } from 'discord.js'
import { COMMANDS } from '../../src/desk.ts'
import { promiseAnswer } from './acknowledge.ts'
import { typedText } from './command-set.ts'
import { eventOfInteraction } from './event.ts'
import { type Front, takePromised } from './front.ts'
import { openForm } from './open-modal.ts'
import { addressOf } from './origin.ts'
import { readText } from './read-text.ts'
import { FORM_COMMAND } from './surface.ts'

/** `/pyframe ...`: private to who gave it, wherever that was. */
export async function onCommand(front: Front, interaction: ChatInputCommandInteraction): Promise<void> {
  const name = interaction.options.getSubcommand(false) ?? 'start'
  const address = addressOf(interaction)
  if (name === FORM_COMMAND) return openForm(front, interaction, address, 0)
  const command = COMMANDS.find(({ id }) => id === name) ?? COMMANDS[0]
  const text = readText(typedText(command.argument, (option) => interaction.options.getString(option)))
  const answered = await promiseAnswer(front, interaction, address)
  const input = { kind: 'command', command: command.id, text } as const
  await takePromised(front, eventOfInteraction(interaction), answered, input)
}
