import type { Catalogue } from '../src/knowledge/catalogue.ts'
import { tokenise } from '../src/knowledge/text.ts'
import type { Cases, QuestionCase } from './eval/cases.ts'
import { reachOf } from './eval/tally.ts'

/** Questions whose alternatives all have an entry and that say what a right answer holds. */
export function answerable(cases: Cases, catalogue: Catalogue): QuestionCase[] {
  const { met } = reachOf(cases, catalogue).questions
  return cases.questions.filter(({ id, must }) => met.has(id) && must.length > 0)
}

/**
 * Those questions that are no wording of the knowledge themselves: finding the others again is easy. A
 * mistyped question counts as the one it was made from.
 */
export function heldOut(
  questions: readonly QuestionCase[],
  cases: Cases,
  catalogue: Catalogue,
): QuestionCase[] {
  const { alternatives, guide, company } = catalogue
  const written = [...alternatives, guide, company].flatMap((part) => part.questions).flatMap(({ q }) => q)
  const wordings = new Set(written.map(sameWords))
  const originals = new Map(cases.questions.map((question) => [`synthetic-typo:${question.id}`, question.q]))
  const asWritten = ({ source, q }: QuestionCase): string => sameWords(originals.get(source) ?? q)
  return questions.filter((question) => !wordings.has(asWritten(question)))
}

const sameWords = (text: string): string =>
  tokenise(text)
    .map(({ norm }) => norm)
    .join(' ')
