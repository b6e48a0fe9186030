/** A command people can give on every front end; the one table all of them derive theirs from. */
export interface Command {
  id: string
  /** What it takes after its name, for help texts; empty when it takes nothing. */
  argument: string
  help: string
  /** Shown in the short help. */
  common: boolean
}

export const COMMANDS = [
  { id: 'start', argument: '', help: 'begin, or continue where you were', common: true },
  { id: 'ask', argument: '<question>', help: 'ask about an option, a feature or a term', common: true },
  { id: 'search', argument: '<words>', help: 'search everything I know', common: false },
  { id: 'compare', argument: '<a> <b>', help: 'put options side by side', common: true },
  { id: 'why-not', argument: '<option>', help: 'why an option was not recommended', common: true },
  { id: 'what-if', argument: '<change>', help: 'what a change would do to the advice', common: true },
  { id: 'result', argument: '', help: 'show the recommendation now', common: true },
  { id: 'summary', argument: '', help: 'what I have understood so far', common: true },
  { id: 'change', argument: '[criterion]', help: 'change an answer', common: true },
  { id: 'back', argument: '', help: 'take the last answer back', common: true },
  { id: 'skip', argument: '', help: 'leave this question out', common: false },
  { id: 'restart', argument: '', help: 'start over with a new project', common: true },
  { id: 'cancel', argument: '', help: 'stop asking; nothing is lost', common: false },
  {
    id: 'each',
    argument: '',
    help: 'in a thread: everyone answers for themselves, then you compare',
    common: false,
  },
  {
    id: 'history',
    argument: '[words]',
    help: 'earlier projects, all or those with these words',
    common: false,
  },
  {
    id: 'share',
    argument: '',
    help: 'show the recommendation to everyone where you are',
    common: false,
  },
  {
    id: 'brief',
    argument: '[for <client>] [by <author>]',
    help: 'a document for the client',
    common: true,
  },
  { id: 'engineer', argument: '', help: 'talk to an engineer', common: false },
  { id: 'feedback', argument: '', help: 'say whether that was useful, or what is wrong', common: false },
  {
    id: 'stats',
    argument: '',
    help: 'what was asked and chosen, for whoever runs me; counts only',
    common: false,
  },
  { id: 'my-data', argument: '', help: 'what is stored about you', common: false },
  { id: 'forget-me', argument: '', help: 'delete what is stored about you', common: false },
  { id: 'help', argument: '', help: 'what you can type', common: true },
] as const satisfies readonly Command[]

export type CommandId = (typeof COMMANDS)[number]['id']

export const isCommand = (id: string): id is CommandId => COMMANDS.some((command) => command.id === id)
