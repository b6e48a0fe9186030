import type { Token } from '../knowledge/text.ts'
import type { Range } from './phrase-tree.ts'

/** A negation reaches at most this many words forward, and never beyond its clause unless it denies a list. */
const NEGATION_REACH = 6
/** Things in a list are named in few words. */
const LONGEST_ITEM = 3
/** Nobody keeps a negation in mind for longer than this many words, whatever is listed. */
const LONGEST_LIST = 40
const LIST_END = /^(or|nor)$/
const LIST_JOINT = /^(and|or|nor)$/
/** Words that show that a new statement has begun instead of a list going on. */
const STATEMENT =
  /^(is|are|was|will|must|should|can|could|would|need|needs|have|has|want|we|it|they|i|you|with|please|yes)$/

/** The words a negation denies: its clause, or a whole list ("no a, b or c"). */
export function reachOf(tokens: readonly Token[], clause: readonly number[], no: Range): Range {
  const within = (at: number): boolean => clause[at] === clause[no.from]
  let to = no.to
  while (to < tokens.length && to - no.to < NEGATION_REACH && within(to)) to += 1
  const ahead = tokens.slice(to, no.to + LONGEST_LIST)
  const sentence = tokens[no.from]?.sentence
  const end = to + ahead.findIndex((token) => token.sentence === sentence && LIST_END.test(token.norm))
  if (end < to || !isList(tokens.slice(no.to, end + 1), LIST_END)) return { from: no.to, to }
  const last = tokens.slice(end + 1, end + 1 + LONGEST_ITEM)
  const over = last.findIndex((token) => token.clause !== tokens[end]?.clause)
  return { from: no.to, to: end + 1 + (over < 0 ? last.length : over) }
}

/** True when nothing but a list stands between a thing and what is said of it: "a, b and c are not needed". */
export const isListBetween = (tokens: readonly Token[], from: number, to: number): boolean =>
  to - from <= LONGEST_LIST && isList(tokens.slice(from, to), LIST_JOINT)

/** How far behind a thing may stand what is said of the list it is in. */
export const LIST_REACH = LONGEST_LIST

/** True for words that go on naming things up to a joining word. */
function isList(tokens: readonly Token[], joint: RegExp): boolean {
  if (!tokens.some((token) => joint.test(token.norm)) || tokens.some((token) => STATEMENT.test(token.norm)))
    return false
  const items = Map.groupBy(
    tokens.filter((token) => !joint.test(token.norm)),
    (token) => token.clause,
  )
  return [...items.values()].every((item) => item.length <= LONGEST_ITEM)
}
