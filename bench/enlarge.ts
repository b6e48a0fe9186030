import { type Catalogue, createCatalogue } from '../src/knowledge/catalogue.ts'
import type { Alternative } from '../src/knowledge/schema/alternative.ts'

interface Question {
  q: string[]
  a: string
}

/**
 * The same knowledge with every entry and every general question `factor` times. Copies have ids and names of their
 * own, and texts of the same lengths made of the same words, dealt out anew; the same catalogue gives the same copies.
 */
export function enlarge(catalogue: Catalogue, factor: number): Catalogue {
  const { guide, company, alternatives } = catalogue
  const deal = createDealer([...alternatives, guide, company].flatMap(({ questions }) => questions))
  const copies = Array.from({ length: factor - 1 }, (_, n) => n + 2)
  const grown = <T extends Question>(questions: readonly T[]): T[] => [
    ...questions,
    ...copies.flatMap(() => questions.map(deal)),
  ]
  return createCatalogue({
    ...catalogue,
    alternatives: [
      ...alternatives,
      ...copies.flatMap((n) => alternatives.map((entry) => copyOf(entry, n, deal))),
    ],
    guide: { ...guide, questions: grown(guide.questions) },
    company: { ...company, questions: grown(company.questions) },
  })
}

type Deal = <T extends Question>(question: T) => T

const copyOf = (entry: Alternative, n: number, deal: Deal): Alternative => ({
  ...entry,
  id: `${entry.id}-${n}`,
  name: `${[...entry.name.toLowerCase()].reverse().join('')}${n}`,
  aliases: [],
  guarded: [],
  questions: entry.questions.map(deal),
})

/** Replaces the words of a question by words drawn from all questions, as often as they occur there. */
function createDealer(questions: readonly Question[]): Deal {
  const words = questions.flatMap(({ q, a }) => [...q, a]).flatMap((text) => text.split(/\s+/))
  const draw = createDraw(words.length)
  const redealt = (text: string): string => text.replace(/\S+/g, () => words[draw()] ?? '')
  return (question) => ({ ...question, q: question.q.map(redealt), a: redealt(question.a) })
}

/** Whole numbers from 0 to below `bound` that look random and are the same each time (Park and Miller, 1988). */
function createDraw(bound: number): () => number {
  const modulus = 2 ** 31 - 1
  let state = 1
  return () => {
    state = (state * 48_271) % modulus
    return state % bound
  }
}
