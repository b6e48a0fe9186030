import { isEmpty } from '../language/findings.ts'
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
  understood: Pick<Understood, 'whole' | 'reply' | 'words' | 'text' | 'findings'>,
): 'yes' | 'no' | null {
  const { whole, words } = understood
  if (pending?.kind === 'question') return null
  if (pending?.kind === 'open')
    return whole?.file !== 'commands' && words <= MOST_WORDS ? understood.reply : null
  const reply = firmReply(pending, understood)
  if (pending === null) return whole?.file !== 'commands' && words <= MOST_WORDS ? reply : null
  if (whole?.file !== 'commands' || pending.kind === 'confirm') return reply
  if (whole.meaning === 'keep') return pending.kind === 'what_if' ? 'yes' : 'no'
  return whole.meaning === 'drop' || whole.meaning === 'cancel' ? 'no' : reply
}

const DOUBTFUL = /\b(not|never|un(sure|certain|decided)|maybe|perhaps|possibly|probably)\b|n't\b/i
/** "It is ..." agrees to a question, and to nothing that is done on it. */
const STATEMENT = /^\W*(it|that|this|we|i|they)\b/i

/**
 * Whoever is "not sure", or speaks of the project, has not agreed: nothing is deleted, shared or kept on that. A must
 * may be confirmed by saying it again.
 */
function firmReply(
  pending: Pending | null,
  { reply, text, findings }: Pick<Understood, 'reply' | 'text' | 'findings'>,
): 'yes' | 'no' | null {
  const asked = pending?.kind === 'confirm'
  if (asked ? findings.levels.length > 0 : !isEmpty(findings)) return null
  if (reply !== 'yes') return reply
  if (!asked && STATEMENT.test(text)) return null
  return DOUBTFUL.test(text) ? 'no' : 'yes'
}
