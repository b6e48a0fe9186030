/** Every table that holds something of people or workspaces. */
export const tableNames = [
  'conversations',
  'events',
  'outbox',
  'hand_offs',
  'tallies',
  'remarks',
  'follow_ups',
  'copies',
  'installations',
] as const
