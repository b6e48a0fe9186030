import type { Alternative } from '../../knowledge/schema/alternative.ts'
import type { Entry, Hit } from '../../knowledge/search.ts'
import type { Written } from '../../knowledge/word-for-word.ts'
import type { Consultant } from '../consultant.ts'
import { type Answer, answerOf, asQuestion, sentence, sourceOf, withVerdict } from './answer.ts'

/** Nothing is written about it at all. */
export function nothing(consultant: Consultant): Answer {
  const { noun } = consultant.catalogue.domain
  return answerOf(`I found nothing about that. Name a ${noun.one} or a feature, or say "help".`, {
    sureness: 'nothing',
  })
}

/** Nothing is written about it: where it may stand, and what can be asked instead. */
export function notKnown({ catalogue }: Consultant, { id, name, docs }: Alternative): Answer {
  const topics = catalogue.topics
    .filter(({ section }) => section !== undefined)
    .map(({ name: topic }) => topic)
  return answerOf(`I have nothing checked about that for ${name}. Its documentation may: ${docs}`, {
    more: [`You can ask me about: ${topics.slice(0, MOST_TOPICS).join('; ')}.`],
    alternatives: [id],
    sureness: 'nothing',
  })
}

const MOST_TOPICS = 8

/** The questions that may have been meant, each with its answer. */
export function offer(hits: readonly Hit[]): Answer {
  const [first] = hits
  return answerOf('I am not sure what you mean. This comes closest:', {
    more: hits.map(({ entry }) => `**${asQuestion(entry.wordings[0] ?? '')}** ${entry.answer}`),
    sources: hits.map(({ entry }) => sourceOf(entry.source)),
    topic: first?.entry.topic ?? null,
    alternatives: [...new Set(hits.flatMap(({ entry }) => entry.alternative ?? []))],
    sureness: 'unsure',
  })
}

/** The answer to a question of the knowledge, as it stands. */
export const fromWritten = (question: Written): Answer =>
  answerOf(sentence(withVerdict(question.a, question)), {
    sources: [sourceOf(question)],
    topic: question.topic,
    alternatives: question.alternative === null ? [] : [question.alternative],
  })

/** A written-out answer as it stands. */
export function fromEntry(entry: Entry): Answer {
  return answerOf(sentence(withVerdict(entry.answer, entry.source)), {
    sources: [sourceOf(entry.source)],
    topic: entry.topic,
    alternatives: entry.alternative === null ? [] : [entry.alternative],
  })
}

/**
 * One answer with the other's first sentence behind its own.
 *
 * @param own so many sentences of the first come before the other's
 * @param most so many come in all behind the first sentence
 */
export function joined(first: Answer, second: Answer | null, own = OWN_FIRST, most = MOST_SENTENCES): Answer {
  if (second === null || second.lead === first.lead) return first
  const others = [...(alike(first.lead, second.lead) ? [] : [second.lead]), ...second.more]
  return {
    ...first,
    more: [...first.more.slice(0, own), ...others, ...first.more.slice(own)].slice(0, most),
    sources: [...first.sources, ...second.sources].slice(0, 4),
    alternatives: [...new Set([...first.alternatives, ...second.alternatives])],
  }
}

const MOST_SENTENCES = 4
const OWN_FIRST = 2

/** Two answers that say yes, or no, to the same question: the second adds little. */
const alike = (a: string, b: string): boolean => verdictOf(a) !== null && verdictOf(a) === verdictOf(b)

const verdictOf = (lead: string): 'yes' | 'no' | null =>
  /^yes\b/i.test(lead) ? 'yes' : /^not?\b/i.test(lead) ? 'no' : null
