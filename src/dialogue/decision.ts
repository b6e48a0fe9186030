import type { Understood } from '../language/understand.ts'
import type { Pending } from './conversation.ts'

/** Longer texts that begin with "yes" say more than that. */
const MOST_WORDS = 3

/**
 * What a text decides about the last card; null when it decides nothing. A supposition or a deletion can also be
 * kept, dropped or cancelled by name; "cancel" at a must leaves the questions.
 */
export function decisionOf(
  pending: Pending | null,
  { whole, reply, words }: Pick<Understood, 'whole' | 'reply' | 'words'>,
): 'yes' | 'no' | null {
  if (pending?.kind === 'question') return null
  if (pending === null || pending.kind === 'open')
    return whole?.file !== 'commands' && words <= MOST_WORDS ? reply : null
  if (whole?.file !== 'commands' || pending.kind === 'confirm') return reply
  if (whole.meaning === 'keep') return pending.kind === 'what_if' ? 'yes' : 'no'
  return whole.meaning === 'drop' || whole.meaning === 'cancel' ? 'no' : reply
}
