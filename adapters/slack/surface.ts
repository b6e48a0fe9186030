/*
 * What the app is to Slack. The one list of these in the code; `manifest.yaml` says the same to Slack, and
 * `docs/slack.md` to people.
 */

export const COMMAND = '/pyframe'

/** Typed behind the command, it opens the whole form instead of asking one question after the other. */
export const FORM_WORD = 'form'

export const SHORTCUTS = { message: 'pyframe.consult', global: 'pyframe.form' } as const

/** What the bot token must be allowed to do. */
export const SCOPES = [
  'app_mentions:read',
  'assistant:write',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'im:history',
  'im:write',
  'users:read',
] as const

/** The events Slack has to send. */
export const EVENTS = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'message.im',
  'tokens_revoked',
] as const

/** Ways to begin, shown above an empty Messages tab; at most four. */
export const PROMPTS = [
  { title: 'Begin a consultation', message: 'start' },
  { title: 'What can I ask?', message: 'help' },
  { title: 'Where are we?', message: 'summary' },
  { title: 'Show the recommendation', message: 'result' },
] as const
