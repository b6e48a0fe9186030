import { type AutocompleteInteraction, InteractionResponseType } from 'discord.js'
import type { Desk } from '../../src/desk.ts'
import { labelText } from '../shared/label.ts'
import { respond } from './acknowledge.ts'
import { conversationAt } from './address.ts'
import type { Front } from './front.ts'
import { DISCORD } from './limits.ts'
import { addressOf } from './origin.ts'

/** Names somebody may be about to type. */
export async function onAutocomplete(front: Front, interaction: AutocompleteInteraction): Promise<void> {
  const { name, value } = interaction.options.getFocused(true)
  const found =
    name === CRITERION
      ? await criteria(front.desk, conversationAt(addressOf(interaction)), value)
      : completions(front.desk, value)
  const choices = found
    .filter((text) => text.length <= DISCORD.command.choice)
    .slice(0, DISCORD.command.choices)
    .map((text) => ({ name: text, value: text }))
  await respond(front, interaction, {
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: { choices },
  })
}

/** The argument that is one of the questions, as the table of commands calls it. */
const CRITERION = 'criterion'

async function criteria(desk: Desk, conversation: string, typed: string): Promise<string[]> {
  const { questions } = await desk.form(conversation)
  const begun = typed.trim().toLowerCase()
  return questions.map(({ name }) => labelText(name)).filter((name) => name.toLowerCase().includes(begun))
}

/** Shorter words are not names in the making. */
const LEAST_TYPED = 2

/** Of a sentence its last word is completed; one that is nothing's name stays as it is. */
function completions(desk: Pick<Desk, 'suggest'>, typed: string): string[] {
  const [, before = '', last = ''] = /^([\s\S]*?)(\S*)$/.exec(typed) ?? []
  const most = DISCORD.command.choices
  if (before.trim() === '') return desk.suggest(typed, most).map(({ value }) => value)
  const names = last.length < LEAST_TYPED ? [] : desk.suggest(last, most - 1)
  return [typed.trim(), ...names.map(({ value }) => before + value)]
}
