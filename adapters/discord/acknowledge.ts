import { type BaseInteraction, InteractionResponseType, MessageFlags } from 'discord.js'
import { failureFields } from '../../src/log.ts'
import type { Address, Hook } from './address.ts'
import type { Front } from './front.ts'

/** An interaction that can be answered. */
export type Answerable = BaseInteraction & { token: string }

/**
 * Tells Discord that the answer comes, which it wants to know within three seconds; Discord shows that we are at work.
 *
 * @returns the address with the way the answer takes; without one when it was too late, so that another is found
 */
export async function promiseAnswer(
  front: Front,
  interaction: Answerable,
  address: Address,
): Promise<Address> {
  const flags = address.place.kind === 'private' ? { data: { flags: MessageFlags.Ephemeral as const } } : {}
  const response = { type: InteractionResponseType.DeferredChannelMessageWithSource, ...flags } as const
  return (await respond(front, interaction, response))
    ? { ...address, hook: hookOf(interaction, 'original') }
    : address
}

/**
 * Tells Discord that a press has arrived; nothing changes on the screen.
 *
 * @param first whether the reply takes the place of a card only one person sees
 */
export async function confirmPress(
  front: Front,
  interaction: Answerable,
  address: Address,
  first: Hook['first'],
): Promise<Address> {
  const response = { type: InteractionResponseType.DeferredMessageUpdate } as const
  return (await respond(front, interaction, response))
    ? { ...address, hook: hookOf(interaction, address.place.kind === 'private' ? first : 'more') }
    : address
}

const hookOf = ({ token }: Answerable, first: Hook['first']): Hook => ({
  token,
  at: new Date().toISOString(),
  first,
})

/**
 * Gives the one first answer an interaction takes.
 *
 * @returns false when Discord did not take it
 */
export async function respond(
  { api, log }: Pick<Front, 'api' | 'log'>,
  interaction: Answerable,
  response: Parameters<Front['api']['respond']>[1],
): Promise<boolean> {
  try {
    await api.respond(interaction, response)
    return true
  } catch (error) {
    const age = Date.now() - interaction.createdTimestamp
    log.warn(
      { age, interaction: interaction.id, ...failureFields(error) },
      'interaction not answered in time',
    )
    return false
  }
}
