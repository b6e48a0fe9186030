import { machineOf } from '../src/cli/machine.ts'
import { consultantOn } from '../src/dialogue/consultant.ts'
import type { Catalogue } from '../src/knowledge/catalogue.ts'
import { plainSearch } from './eval/baselines.ts'
import type { Cases } from './eval/cases.ts'
import type { Contender } from './race.ts'

/** Both ways in which we find answers. */
export interface Ways {
  find: Contender
  answer: Contender
}

/** Both, as good as new. The search is given what it is given in a conversation. */
export function ours(catalogue: Catalogue): Ways {
  const consultant = consultantOn(catalogue)
  // Of its own, or the spelling that preparing a search looks up would be known when the answer is timed.
  const { language } = consultantOn(catalogue)
  const { ask } = machineOf(consultant)
  return {
    find: ({ q }) => {
      const { content, alternatives } = language.understand(q, null)
      const [named, another] = alternatives
      const filter = named && !another ? { alternative: named.id } : {}
      return () => consultant.search.find(content, filter)[0]?.entry.answer ?? ''
    },
    answer:
      ({ q }) =>
      () =>
        ask(q).text,
  }
}

/** A plain fuse.js over the documents the knowledge makes. */
export function fuse(catalogue: Catalogue, cases: Cases): Contender {
  const { ask } = plainSearch(catalogue, cases)
  return ({ q }) =>
    () =>
      ask(q).text
}

/** The knowledge without what our search does not index. */
export const entriesOf = (catalogue: Catalogue): Catalogue => ({
  ...catalogue,
  alternatives: catalogue.alternatives.map((entry) => ({ ...entry, capabilities: {} })),
  topics: [],
  glossary: [],
})
