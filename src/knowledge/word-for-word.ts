import type { Catalogue } from './catalogue.ts'
import type { Sourced } from './schema/claim.ts'
import type { Intent } from './schema/lists.ts'
import { tokenise } from './text.ts'

/** A question of the knowledge with its answer. */
export interface Written extends Sourced {
  a: string
  topic: string
  /** Null where the words have to tell. */
  intent: Intent | null
  /** The alternative whose entry it stands in; null for general questions. */
  alternative: string | null
}

/**
 * Finds the questions that are written in the knowledge just as one was asked, but for endings of words and signs.
 * They need no reading then: what their words may mean besides does not matter. General ones come first; more than
 * one is found where several alternatives are asked about in the same words.
 */
export function createWordForWord(catalogue: Catalogue): (text: string) => readonly Written[] {
  const general = [...catalogue.guide.questions, ...catalogue.company.questions].map((question) => ({
    q: question.q,
    written: { ...question, alternative: null },
  }))
  const own = catalogue.alternatives.flatMap(({ id, questions }) =>
    questions.map((question) => ({ q: question.q, written: { ...question, intent: null, alternative: id } })),
  )
  const wordings = [...general, ...own].flatMap(({ q, written }) =>
    q.map((wording) => ({ key: keyOf(wording), written })),
  )
  const byKey = Map.groupBy(wordings, ({ key }) => key)
  return (text) => (text.length > LONGEST ? [] : (byKey.get(keyOf(text)) ?? []).map(({ written }) => written))
}

/** Twice the longest wording: a pasted brief is not even taken apart. */
const LONGEST = 320

const keyOf = (text: string): string =>
  tokenise(text)
    .map(({ stem }) => stem)
    .join(' ')
