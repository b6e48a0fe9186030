import type { Catalogue } from '../knowledge/catalogue.ts'
import { STOP_WORDS } from '../knowledge/stop-words.ts'
import { type Token, tokenise } from '../knowledge/text.ts'

/** The words people use when they speak of the field, learned from the questions the knowledge answers. */
export interface Subject {
  /**
   * Share of the content words that belong to the field, 0 to 1; 0 when there are none.
   *
   * @param alternative counts the words of its own questions too
   */
  shareOf(tokens: readonly Token[], alternative?: string | undefined): number
}

/** A word asked of so many alternatives belongs to the field, not to one of them. */
const COMMON_FROM = 3

export function createSubject(catalogue: Catalogue): Subject {
  const own = new Map(
    catalogue.alternatives.map(({ id, questions }) => [id, stemsIn(questions.flatMap(({ q }) => q))]),
  )
  const counts = new Map<string, number>()
  for (const stems of own.values()) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  const enough = Math.min(COMMON_FROM, own.size)
  const common = new Set([...counts].filter(([, count]) => count >= enough).map(([stem]) => stem))
  return {
    shareOf(tokens, alternative) {
      const content = tokens.filter(({ norm }) => !STOP_WORDS.has(norm))
      if (content.length === 0) return 0
      const words = alternative === undefined ? undefined : own.get(alternative)
      return content.filter(({ stem }) => common.has(stem) || words?.has(stem)).length / content.length
    },
  }
}

const stemsIn = (wordings: readonly string[]): Set<string> =>
  new Set(wordings.flatMap((wording) => tokenise(wording).map(({ stem }) => stem)))
