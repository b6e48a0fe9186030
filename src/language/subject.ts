import type { Catalogue } from '../knowledge/catalogue.ts'
import { STOP_WORDS } from '../knowledge/stop-words.ts'
import { type Token, tokenise } from '../knowledge/text.ts'
import type { Lexicon } from './lexicon.ts'

/** The words people use when they speak of the field, learned from the questions the knowledge answers. */
export interface Subject {
  /**
   * Share of the content words that belong to the field, 0 to 1; 0 when there are none.
   *
   * @param alternative counts the words of its own questions too
   */
  shareOf(tokens: readonly Token[], alternative?: string | undefined): number
  /**
   * Of the words that say what a text is about, the share that the knowledge does not know, 0 to 1; 0 when there are
   * none. Words of asking, wishing and grading stand in any talk and count on neither side.
   */
  foreignShareOf(tokens: readonly Token[]): number
}

/** A word asked of so many alternatives belongs to the field, not to one of them. */
const COMMON_FROM = 3

export function createSubject(catalogue: Catalogue, lexicon: Lexicon): Subject {
  const own = new Map(
    catalogue.alternatives.map(({ id, questions }) => [id, stemsIn(questions.flatMap(({ q }) => q))]),
  )
  const counts = new Map<string, number>()
  for (const stems of own.values()) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  const enough = Math.min(COMMON_FROM, own.size)
  const common = new Set([...counts].filter(([, count]) => count >= enough).map(([stem]) => stem))
  return {
    shareOf(tokens, alternative) {
      const content = contentOf(tokens)
      if (content.length === 0) return 0
      const words = alternative === undefined ? undefined : own.get(alternative)
      return content.filter(({ stem }) => common.has(stem) || words?.has(stem)).length / content.length
    },
    foreignShareOf(tokens) {
      const content = contentOf(tokens).filter(({ norm }) => !/^\d/.test(norm))
      const ofField = content.filter(({ stem }) => common.has(stem) || lexicon.fieldStems.has(stem)).length
      const foreign = content.filter(({ stem }) => !common.has(stem) && !lexicon.stems.has(stem)).length
      return foreign === 0 ? 0 : foreign / (foreign + ofField)
    },
  }
}

const contentOf = (tokens: readonly Token[]): Token[] => tokens.filter(({ norm }) => !STOP_WORDS.has(norm))

const stemsIn = (wordings: readonly string[]): Set<string> =>
  new Set(wordings.flatMap((wording) => tokenise(wording).map(({ stem }) => stem)))
