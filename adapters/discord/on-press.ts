import type { APIMessageTopLevelComponent, ButtonInteraction, StringSelectMenuInteraction } from 'discord.js'
import { isAside, isPersonal, isTaking } from '../../src/desk.ts'
import { failureFields } from '../../src/log.ts'
import { answerLine, takenLine } from '../shared/answer-line.ts'
import { confirmPress, respond } from './acknowledge.ts'
import type { Address } from './address.ts'
import { answeredVersion } from './answered.ts'
import { updateOf } from './api.ts'
import { type CustomId, decodeCustomId } from './custom-id.ts'
import { eventOfInteraction } from './event.ts'
import { isGone, isHookSpent } from './failures.ts'
import { type Front, take } from './front.ts'
import { openForm, openModal } from './open-modal.ts'
import { addressOfPress } from './origin.ts'
import { PHRASES } from './phrases.ts'
import { type Press, readPress, withTicked } from './read-press.ts'
import { shownComponents, wordsAbove } from './shown.ts'
import { wordsModal } from './words-modal.ts'

type Pressed = ButtonInteraction | StringSelectMenuInteraction

/** A pressed button, a chosen entry of a menu, ticked boxes. What it means stands in its id and its message. */
export async function onPress(front: Front, interaction: Pressed): Promise<void> {
  const id = decodeCustomId(interaction.customId)
  const personal = id !== null && isPersonal(id.action)
  const address = addressOfPress(interaction, personal ? interaction.user.id : (id?.owner ?? null))
  if (id === null) return refuse(front, interaction, address, PHRASES.unknownButton)
  if (id.owner !== null && id.owner !== interaction.user.id)
    return refuse(front, interaction, address, PHRASES.notYours)
  const shown = shownComponents(interaction.message.components)
  switch (id.kind) {
    case 'tick':
      return tick(front, interaction, shown)
    case 'words':
    case 'form':
      return openWords(front, interaction, id, shown)
    case 'next':
      return openForm(front, interaction, address, Number(id.action))
    case 'press':
    case 'menu':
      return press(front, interaction, address, shown)
    default:
      return id.kind satisfies never
  }
}

async function refuse(
  front: Front,
  interaction: Pressed,
  address: Address,
  word: Parameters<Front['tell']>[1],
): Promise<void> {
  await front.tell(await confirmPress(front, interaction, address, 'more'), word)
}

async function tick(
  front: Front,
  interaction: Pressed,
  shown: readonly APIMessageTopLevelComponent[],
): Promise<void> {
  const values = 'values' in interaction ? interaction.values : []
  await respond(front, interaction, updateOf(withTicked(shown, interaction.customId, values)))
}

const openWords = (
  front: Front,
  interaction: Pressed,
  { kind, action }: CustomId,
  shown: readonly APIMessageTopLevelComponent[],
): Promise<void> =>
  openModal(
    front,
    interaction,
    wordsModal(wordsAbove(shown, interaction.customId), kind === 'form' ? action : null),
  )

async function press(
  front: Front,
  interaction: Pressed,
  address: Address,
  shown: readonly APIMessageTopLevelComponent[],
): Promise<void> {
  const chosen = 'values' in interaction ? interaction.values[0] : undefined
  const read = readPress(shown, interaction.customId, chosen)
  if (read === null) return refuse(front, interaction, address, PHRASES.unknownButton)
  const aside = isAside(read.input.action)
  const answered = await confirmPress(front, interaction, address, aside ? 'more' : 'original')
  const { first } = await take(front, eventOfInteraction(interaction), answered, read.input)
  if (isTaking(read.input.action)) await markTaken(front, interaction, answered, first, shown)
  else if (!aside) await markAnswered(front, interaction, answered, read, shown)
}

/** A question that was answered keeps its words and loses its buttons; one only one person sees is gone already. */
async function markAnswered(
  front: Front,
  interaction: Pressed,
  address: Address,
  { label, ticked }: Press,
  shown: readonly APIMessageTopLevelComponent[],
): Promise<void> {
  const { place, name } = address
  if (place.kind === 'private') return
  const by = place.kind === 'shared' ? name : null
  await redraw(front, interaction, address, shown, answerLine({ label, ticked, by }))
}

/** A request that somebody takes says so to everybody in the channel; one taken before loses its button too. */
async function markTaken(
  front: Front,
  interaction: Pressed,
  address: Address,
  first: boolean | null,
  shown: readonly APIMessageTopLevelComponent[],
): Promise<void> {
  if (first === null) return
  await redraw(front, interaction, address, shown, takenLine(first ? address.name : null))
}

async function redraw(
  { api, log }: Front,
  { customId }: Pressed,
  { pressed, hook }: Address,
  shown: readonly APIMessageTopLevelComponent[],
  line: string,
): Promise<void> {
  if (pressed === null) return
  const components = answeredVersion(shown, customId, line)
  try {
    if (hook !== null) return await api.redrawOriginal(hook.token, components)
  } catch (error) {
    if (!isHookSpent(error)) return log.warn(failureFields(error), 'an answered question kept its buttons')
  }
  await api.redraw(pressed.channel, pressed.message, components).catch((error: unknown) => {
    if (!isGone(error)) log.warn(failureFields(error), 'an answered question kept its buttons')
  })
}
