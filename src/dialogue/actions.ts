/** What a button does, with the step of the conversation it was made for. */
export interface Action {
  verb: Verb
  args: string[]
  step: number
}

/** Everything a button can do; `command` runs an entry of the command table. */
const VERBS = [
  'begin',
  'level',
  'needs',
  'unsure',
  'skip',
  'why',
  'edit',
  'emphasis',
  'drop',
  'must',
  'keep',
  'erase',
  'thorough',
  'details',
  'changes',
  'open',
  'share',
  'unshare',
  'handoff',
  'take',
  'feedback',
  'remark',
  'claim',
  'pair',
  'outcome',
  'adopt',
  'export',
  'duplicate',
  'view',
  'views',
  'settle',
  'command',
] as const

export type Verb = (typeof VERBS)[number]

/** The smaller of the platforms' limits for the id of a button. */
export const MAX_ACTION_LENGTH = 100

/** Encodes an action as `verb:arg:arg@step`; arguments are ids and hold neither ":" nor "@". */
export function encodeAction(verb: Verb, args: readonly string[], step: number): string {
  return `${[verb, ...args].join(':')}@${step}`
}

/** Reads an encoded action; null when it is none of ours. */
export function decodeAction(encoded: string): Action | null {
  const match = /^([a-z]+)((?::[^:@]*)*)@(\d{1,9})$/.exec(encoded)
  const verb = VERBS.find((known) => known === match?.[1])
  if (!match || !verb || encoded.length > MAX_ACTION_LENGTH) return null
  const args = (match[2] ?? '').split(':').slice(1)
  return { verb, args, step: Number(match[3]) }
}

/** What shows something beside the card it stands on. */
const ASIDES: readonly Verb[] = [
  'details',
  'changes',
  'open',
  'unshare',
  'take',
  'feedback',
  'adopt',
  'view',
  'views',
  'export',
]
/** What is done in the name of who does it: others are told who it was. */
const SIGNED: readonly Verb[] = ['handoff', 'take']
/** Commands after which a card has done its work. */
const MOVES = ['start', 'result', 'back', 'skip', 'cancel']

/** Whether a press only looks at something beside it: the card it stands on stays of use. */
export function isAside(encoded: string): boolean {
  const action = decodeAction(encoded)
  if (action === null) return true
  const { verb, args } = action
  return verb === 'command' ? !MOVES.includes(args[0] ?? '') : ASIDES.includes(verb)
}

/** Whether it leads to a consultation of their own whoever presses it, also on a card of somebody else. */
export const isPersonal = (encoded: string): boolean => decodeAction(encoded)?.verb === 'adopt'

/** The reference of what somebody shared and a press goes on with; null for every other press. */
export function copyAskedFor(encoded: string): string | null {
  const action = decodeAction(encoded)
  return action?.verb === 'adopt' ? (action.args[0] ?? null) : null
}

/** Whether it takes what was handed off: the card then says by whom. */
export const isTaking = (encoded: string): boolean => decodeAction(encoded)?.verb === 'take'

/** Whether whoever does it should be known by name, also where nobody else reads along. */
export const isSigned = (encoded: string): boolean =>
  SIGNED.some((verb) => decodeAction(encoded)?.verb === verb)
