/** What an interactive element does when it is used. */
const KINDS = ['press', 'menu', 'tick', 'form', 'words'] as const

/**
 * `press`: a button that sends its action. `menu`: a menu whose options are actions. `tick`: boxes that are read
 * with a press. `form`: opens a field whose text goes with the action. `words`: opens a field for free text.
 */
export type ActionKind = (typeof KINDS)[number]

/**
 * Encodes an action as `kind.number.action`; the number keeps ids apart that carry the same action. At most 255
 * characters, as an action has at most 100.
 */
export const encodeActionId = (kind: ActionKind, number: number, action: string): string =>
  `${kind}.${number}.${action}`

/** Reads an action id; null when it is none of ours. */
export function decodeActionId(id: string): { kind: ActionKind; action: string } | null {
  const match = /^([a-z]+)\.\d{1,4}\.([\s\S]*)$/.exec(id)
  const kind = KINDS.find((known) => known === match?.[1])
  return kind ? { kind, action: match?.[2] ?? '' } : null
}
