import type { Catalogue } from './catalogue.ts'
import type { GeneralQuestion } from './schema/lists.ts'
import { tokenise } from './text.ts'

/**
 * Finds the general question that is written in the knowledge just as it was asked, but for endings of words and
 * signs. It needs no reading then: what its words may mean besides does not matter.
 */
export function createWordForWord(catalogue: Catalogue): (text: string) => GeneralQuestion | null {
  const questions = [...catalogue.guide.questions, ...catalogue.company.questions]
  const written = new Map(
    questions.toReversed().flatMap((question) => question.q.map((wording) => [keyOf(wording), question])),
  )
  return (text) => (text.length > LONGEST ? null : (written.get(keyOf(text)) ?? null))
}

/** Twice the longest wording: a pasted brief is not even taken apart. */
const LONGEST = 320

const keyOf = (text: string): string =>
  tokenise(text)
    .map(({ stem }) => stem)
    .join(' ')
