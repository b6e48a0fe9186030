import type { Token } from '../knowledge/text.ts'
import type { Signals } from './signals.ts'

/** From the wider to the narrower: a clause ends at a comma or a contrast, a phrase at an "and" too. */
export type Within = 'sentence' | 'clause' | 'phrase'

/** For each token the number of the unit it stands in. */
export type Units = Record<Within, readonly number[]>

export function unitsOf(tokens: readonly Token[], signals: Signals): Units {
  const starts = new Set(
    [...signals('contrast').all, ...signals('comparison').all].map((match) => match.from),
  )
  const sentence = tokens.map((token) => token.sentence)
  const clause: number[] = []
  const phrase: number[] = []
  let clauses = 0
  let phrases = 0
  let before: number | undefined
  for (const [at, token] of tokens.entries()) {
    const fresh = starts.has(at) || (at > 0 && token.clause !== before)
    if (fresh) clauses += 1
    if (fresh || token.norm === 'and') phrases += 1
    clause.push(clauses)
    phrase.push(phrases)
    before = token.clause
  }
  return { sentence, clause, phrase }
}
