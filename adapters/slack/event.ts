import type { BlockAction } from '@slack/bolt'

/* The ids of events: the same whenever Slack sends the same thing again. */

/** Of what the Events API tells: the id of the delivery, which repeats with it. */
export const eventOfTold = (
  { event_id }: { event_id?: string },
  told: { channel?: string; ts?: string } = {},
): string => event_id ?? `${told.channel ?? ''}:${told.ts ?? ''}`

/** Of what Slack sent and nobody was asked about; what it is, is not known. */
export function eventOfRefused(body: object): string {
  const { event_id, trigger_id } = body as { event_id?: string; trigger_id?: string }
  return event_id ?? trigger_id ?? 'unknown'
}

export const eventOfCommand = ({ trigger_id }: { trigger_id: string }): string => `command:${trigger_id}`

export const eventOfShortcut = ({ trigger_id }: { trigger_id: string }): string => `shortcut:${trigger_id}`

export const eventOfView = ({ id }: { id: string }): string => `view:${id}`

export const eventOfPress = ({ user, actions: [element] }: Pick<BlockAction, 'user' | 'actions'>): string =>
  `press:${user.id}:${element?.action_ts}:${element?.action_id}`
