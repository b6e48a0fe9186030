import type { Alternative } from '../../knowledge/schema/alternative.ts'
import type { Hit } from '../../knowledge/search.ts'
import { STOP_WORDS } from '../../knowledge/stop-words.ts'
import type { Understood } from '../../language/understand.ts'
import type { Consultant } from '../consultant.ts'
import { type Answer, answerOf, sentence, sourceOf, withVerdict } from './answer.ts'
import { answerCapability, compareCapability } from './capability.ts'
import { answerComparison } from './compare.ts'
import { howSure } from './found.ts'
import { answerCompany, answerCriteria, answerTerms, answerUnknownEntry, declineOffTopic } from './general.ts'
import { answerSection, compareOnTopic } from './sections.ts'

/** From this share of the words asked a written-out answer on the same topic stands beside the composed one. */
const RELATED = 0.34

/** Answers a question from the knowledge; says so when nothing is known. */
export function answerQuestion(consultant: Consultant, understood: Understood): Answer {
  const answer = compose(consultant, understood)
  // A question of the knowledge that was asked nearly word for word knows its topic better than the usual guess.
  return { ...answer, topic: understood.topicNamed ? understood.topic : (answer.topic ?? understood.topic) }
}

function compose(consultant: Consultant, understood: Understood): Answer {
  const { catalogue } = consultant
  const entries = understood.alternatives.flatMap(({ id }) => catalogue.alternative(id) ?? [])
  const [unknown] = understood.alternatives.filter((mention) => !mention.entry)
  if (understood.intent === 'out_of_scope') return declineOffTopic(catalogue, understood.strangers)
  if (understood.intent === 'hire')
    return aboutCompany(consultant, understood)
  const [only, ...more] = entries
  if (only && more.length === 0 && !unknown) return aboutOne(consultant, understood, only)
  if (only && more.length > 0) return aboutSeveral(consultant, understood, entries)
  if (unknown) {
    const answer = answerUnknownEntry(catalogue, unknown.id)
    return only
      ? { ...answer, more: [...answer.more, ...aboutOne(consultant, understood, only).more] }
      : answer
  }
  return withoutNames(consultant, understood)
}

function aboutOne(consultant: Consultant, understood: Understood, alternative: Alternative): Answer {
  const { catalogue, search } = consultant
  const hits = search.find(understood.content, { alternative: alternative.id })
  const topic = understood.topic === null ? undefined : catalogue.topic(understood.topic)
  const composed =
    (topic?.capability
      ? answerCapability(catalogue, alternative, topic.capability, asksYesNo(understood))
      : null) ?? answerSection(catalogue, alternative, topic)
  const found = howSure(hits)
  if (found.sureness === 'sure') return joined(fromHit(found.hit), composed)
  if (!understood.topicNamed && asksMore(understood))
    return found.sureness === 'unsure' ? offer(found.hits) : notKnown(consultant, alternative)
  const sameTopic = hits.find((hit) => hit.entry.topic === understood.topic && hit.share >= RELATED)
  return sameTopic ? joined(composed, fromHit(sameTopic)) : composed
}

/** A question that says more than a name. */
const asksMore = ({ question, content }: Understood): boolean =>
  question && content.some((word) => !STOP_WORDS.has(word))

/** One answer with the other's first sentence behind its own. */
function joined(first: Answer, second: Answer | null): Answer {
  if (second === null || second.lead === first.lead) return first
  return {
    ...first,
    more: [...first.more, ...(alike(first.lead, second.lead) ? [] : [second.lead]), ...second.more].slice(
      0,
      4,
    ),
    sources: [...first.sources, ...second.sources].slice(0, 4),
    alternatives: [...new Set([...first.alternatives, ...second.alternatives])],
  }
}

/** Two answers that say yes, or no, to the same question: the second adds little. */
const alike = (a: string, b: string): boolean => verdictOf(a) !== null && verdictOf(a) === verdictOf(b)

const verdictOf = (lead: string): 'yes' | 'no' | null =>
  /^yes\b/i.test(lead) ? 'yes' : /^not?\b/i.test(lead) ? 'no' : null

function aboutSeveral(
  consultant: Consultant,
  understood: Understood,
  entries: readonly Alternative[],
): Answer {
  const { catalogue, search } = consultant
  const topic = understood.topic === null ? undefined : catalogue.topic(understood.topic)
  const comparison = answerComparison(catalogue, entries)
  const capability = topic?.capability ? compareCapability(catalogue, entries, topic.capability) : null
  const [hit] = entries
    .flatMap((entry) => search.find(wordsBesides(understood, entry), { alternative: entry.id }))
    .toSorted((a, b) => b.wordingShare - a.wordingShare)
  const written = hit && hit.wordingShare >= SURE_OF_SEVERAL ? fromHit(hit) : null
  const sided =
    capability ?? (understood.topicNamed && topic ? compareOnTopic(catalogue, entries, topic) : null)
  if (written) return joined(written, sided ?? comparison)
  // Who thinks of moving asks first what is better there.
  if (sided && topic?.section === 'migration') return joined(comparison, sided)
  return sided ? joined(sided, comparison) : comparison
}

/** An answer written about one of several must have been asked nearly word for word. */
const SURE_OF_SEVERAL = 0.7

/** What is asked of one alternative, with the names of the others: "... compared with the other". */
const wordsBesides = ({ content, alternatives }: Understood, entry: Alternative): string[] => [
  ...content,
  ...alternatives
    .filter(({ id }) => id !== entry.id)
    .flatMap(({ name }) => name.toLowerCase().split(/[^a-z0-9]+/)),
]

function aboutCompany({ catalogue, search }: Consultant, { content }: Understood): Answer {
  const found = howSure(search.find(content, { part: 'company' }))
  return found.sureness === 'sure' ? fromHit(found.hit) : answerCompany(catalogue)
}

function withoutNames(consultant: Consultant, understood: Understood): Answer {
  const { catalogue, search } = consultant
  const found = howSure(search.find(understood.content, { part: 'guide' }))
  const general = (): Answer | null => (found.sureness === 'sure' ? fromHit(found.hit) : null)
  const terms = (): Answer | null => answerTerms(catalogue, understood)
  const overview = (): Answer | null => topicOverview(consultant, understood)
  const rest = (): Answer => (found.sureness === 'unsure' ? offer(found.hits) : nothing(consultant))
  switch (understood.intent) {
    case 'glossary':
      return terms() ?? general() ?? rest()
    case 'criteria':
      return general() ?? answerCriteria(catalogue, understood.criteria)
    case 'choose':
      return answerCriteria(catalogue, [])
    case 'capability':
      return overview() ?? general() ?? terms() ?? rest()
    default:
      return general() ?? terms() ?? overview() ?? rest()
  }
}

/** How every alternative stands on a topic that was asked for without a name. */
function topicOverview(consultant: Consultant, understood: Understood): Answer | null {
  const topic = understood.topic === null ? undefined : consultant.catalogue.topic(understood.topic)
  if (!topic?.capability) return null
  return compareCapability(consultant.catalogue, consultant.catalogue.alternatives, topic.capability)
}

function nothing(consultant: Consultant): Answer {
  const { noun } = consultant.catalogue.domain
  return answerOf(`I found nothing about that. Name a ${noun.one} or a feature, or say "help".`, {
    sureness: 'nothing',
  })
}

/** Nothing is written about it: where it may stand, and what can be asked instead. */
function notKnown({ catalogue }: Consultant, { id, name, docs }: Alternative): Answer {
  const topics = catalogue.topics.filter(({ section }) => section !== undefined).map(({ name: topic }) => topic)
  return answerOf(`I have nothing checked about that for ${name}. Its documentation may: ${docs}`, {
    more: [`You can ask me about: ${topics.slice(0, MOST_TOPICS).join('; ')}.`],
    alternatives: [id],
    sureness: 'nothing',
  })
}

const MOST_TOPICS = 8

/** The questions that may have been meant, each with its answer. */
function offer(hits: readonly Hit[]): Answer {
  const [first] = hits
  return answerOf('I am not sure what you mean. This comes closest:', {
    more: hits.map(({ entry }) => `**${asQuestion(entry.wordings[0] ?? '')}** ${entry.answer}`),
    sources: hits.map(({ entry }) => sourceOf(entry.source)),
    topic: first?.entry.topic ?? null,
    alternatives: [...new Set(hits.flatMap(({ entry }) => entry.alternative ?? []))],
    sureness: 'unsure',
  })
}

function fromHit({ entry }: Hit): Answer {
  return answerOf(sentence(withVerdict(entry.answer, entry.source)), {
    sources: [sourceOf(entry.source)],
    topic: entry.topic,
    alternatives: entry.alternative === null ? [] : [entry.alternative],
  })
}

const YES_NO = /^(does|do|is|are|has|have|can|could|will|any|would|did)\b/i
const asksYesNo = (understood: Understood): boolean =>
  YES_NO.test(understood.text) || understood.text.trim().endsWith('?')
