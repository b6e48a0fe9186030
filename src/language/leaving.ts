import type { Reading } from './reading.ts'
import type { Scope } from './scope.ts'

/**
 * Whether they want to leave what they run: true with a reason or a statement, false when they mean to keep it or only
 * ask about a move, null when they say neither.
 */
export function wishToLeave(reading: Reading, scope: Scope): boolean | null {
  if (saysSo(reading, scope, 'staying') || saysSo(reading, scope, 'doubt')) return false
  if (saysSo(reading, scope, 'unhappy') || isDecided(reading)) return true
  return saysSo(reading, scope, 'leaving') ? false : null
}

/** Whether the text says it itself, and does not report what others say. */
export const saysSo = (reading: Reading, scope: Scope, signal: string): boolean =>
  reading.wording('signals', signal).some((match) => !scope.near('hearsay', match, 'clause'))

/** Whether a move is stated and not only asked about: "we move off ..." is, "should we move off ...?" is not. */
function isDecided(reading: Reading): boolean {
  return reading.wording('signals', 'leaving').some(({ from }) => !isInQuestion(reading, from))
}

/** Whether a word stands in a sentence that ends with a question mark. */
export function isInQuestion({ text, tokens }: Reading, at: number): boolean {
  const end = tokens.findLast((token) => token.sentence === tokens[at]?.sentence)?.end ?? 0
  return text.slice(end).trimStart().startsWith('?')
}
