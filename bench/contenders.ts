import { machineOf } from '../src/cli/machine.ts'
import { consultantOn } from '../src/dialogue/consultant.ts'
import type { Catalogue } from '../src/knowledge/catalogue.ts'
import type { Contender } from './race.ts'

/** The ways in which we find answers. */
export interface Ways {
  /** As in a conversation: what is asked of one alternative is searched for among its answers. */
  find: Contender
  /** The same words, and the names, among all answers. */
  findAnywhere: Contender
  /** Understood and answered. */
  answer: Contender
}

const MOST = 3

/** All of them, as good as new. The search is given what it is given in a conversation. */
export function ours(catalogue: Catalogue): Ways {
  const consultant = consultantOn(catalogue)
  // Of its own, or the spelling that preparing a search looks up would be known when the answer is timed.
  const { language } = consultantOn(catalogue)
  const { ask } = machineOf(consultant)
  const { search } = consultant
  return {
    find: ({ q }) => {
      const { content, alternatives } = language.understand(q, null)
      const [named, another] = alternatives
      const filter = named && !another ? { alternative: named.id } : {}
      return () => textsOf(search.find(content, filter))
    },
    findAnywhere: ({ q }) => {
      const { content, alternatives } = language.understand(q, null)
      const words = [...content, ...alternatives.map(({ name }) => name.toLowerCase())]
      return () => textsOf(search.find(words))
    },
    answer:
      ({ q }) =>
      () => [ask(q).text],
  }
}

const textsOf = (hits: readonly { entry: { answer: string } }[]): string[] =>
  hits.slice(0, MOST).map(({ entry }) => entry.answer)

/** The knowledge without what our search does not index. */
export const entriesOf = (catalogue: Catalogue): Catalogue => ({
  ...catalogue,
  alternatives: catalogue.alternatives.map((entry) => ({ ...entry, capabilities: {} })),
  topics: [],
  glossary: [],
})
