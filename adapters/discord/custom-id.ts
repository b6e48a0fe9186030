import { DISCORD } from './limits.ts'

/**
 * `press`: a button that sends its action. `menu`: a menu whose options are actions. `tick`: a menu of boxes that are
 * read with a press. `form`: opens a field whose text goes with the action. `words`: opens a field for free text.
 * `next`: opens a further part of the whole form. In a modal, `form`, `words` and `next` say what was sent.
 */
const KINDS = { press: 'p', menu: 'm', tick: 't', form: 'f', words: 'w', next: 'n' } as const

export type IdKind = keyof typeof KINDS

/** What the id of a component says: nothing else is remembered about it. */
export interface CustomId {
  kind: IdKind
  /** The only one who may use it; null = whoever sees it. */
  owner: string | null
  action: string
}

/** A snowflake in base 36, and a number of two digits. */
const MOST_AROUND = 1 + 2 + 1 + 13 + 1

/** Whether an action fits an id, whatever stands around it; else it belongs into an option of a menu. */
export const fitsId = (action: string): boolean => action.length <= DISCORD.customId - MOST_AROUND

/**
 * Encodes an id of at most 100 characters.
 *
 * @param number keeps ids apart that carry the same action; below 36 * 36
 */
export function encodeCustomId({ kind, owner, action }: CustomId, number: number): string {
  const whose = owner === null ? '' : BigInt(owner).toString(36)
  return `${KINDS[kind]}${number.toString(36)}.${whose}.${action}`
}

/** Reads an id; null when it is none of ours. */
export function decodeCustomId(id: string): CustomId | null {
  const [, letter, whose = '', action = ''] =
    /^([a-z])[0-9a-z]{1,2}\.([0-9a-z]{0,13})\.([\s\S]*)$/.exec(id) ?? []
  const kind = (Object.keys(KINDS) as IdKind[]).find((known) => KINDS[known] === letter)
  return kind === undefined ? null : { kind, owner: whose === '' ? null : snowflake(whose), action }
}

const snowflake = (digits: string): string =>
  [...digits].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n).toString()
