import type { BaseInteraction, Message } from 'discord.js'

/* The ids of events: the same whenever Discord sends the same thing again. */

export const eventOfInteraction = ({ id }: Pick<BaseInteraction, 'id'>): string => `interaction:${id}`

export const eventOfMessage = ({ id }: Pick<Message, 'id'>): string => `message:${id}`

/** Each edit is an event of its own. */
export const eventOfEdit = ({ id, editedTimestamp }: Pick<Message, 'id' | 'editedTimestamp'>): string =>
  `edit:${id}:${editedTimestamp}`
