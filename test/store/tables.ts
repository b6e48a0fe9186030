/** Every table that holds something of people or workspaces. */
export const tableNames = ['conversations', 'events', 'outbox', 'installations'] as const
