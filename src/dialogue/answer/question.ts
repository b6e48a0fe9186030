import type { Alternative } from '../../knowledge/schema/alternative.ts'
import type { Hit } from '../../knowledge/search.ts'
import type { Understood } from '../../language/understand.ts'
import type { Consultant } from '../consultant.ts'
import { type Answer, answerOf, sentence, sourceOf, withVerdict } from './answer.ts'
import { answerCapability, compareCapability } from './capability.ts'
import { answerComparison } from './compare.ts'
import { answerCompany, answerCriteria, answerTerms, answerUnknownEntry, declineOffTopic } from './general.ts'
import { answerSection } from './sections.ts'

/** A written-out answer is taken as it stands when its question holds this share of the words asked. */
const SURE = 0.7
/** From here on it is offered beside the composed answer. */
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
    return generalHit(consultant, understood, 'company') ?? answerCompany(catalogue)
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
  const [best] = hits
  const topic = understood.topic === null ? undefined : catalogue.topic(understood.topic)
  const composed = topic?.capability
    ? answerCapability(catalogue, alternative, topic.capability, asksYesNo(understood))
    : answerSection(catalogue, alternative, topic)
  if (best && best.wordingShare >= SURE) return joined(fromHit(best), composed)
  const sameTopic = hits.find((hit) => hit.entry.topic === understood.topic && hit.share >= RELATED)
  if (topic === undefined && best && best.share >= RELATED) return joined(fromHit(best), composed)
  if (composed === null) return best ? fromHit(best) : answerSection(catalogue, alternative, topic)
  return sameTopic ? joined(composed, fromHit(sameTopic)) : composed
}

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
  const written = hit && hit.wordingShare >= SURE ? fromHit(hit) : null
  if (written) return joined(written, capability ?? comparison)
  return capability ? joined(capability, comparison) : comparison
}

/** What is asked of one alternative, with the names of the others: "... compared with the other". */
const wordsBesides = ({ content, alternatives }: Understood, entry: Alternative): string[] => [
  ...content,
  ...alternatives
    .filter(({ id }) => id !== entry.id)
    .flatMap(({ name }) => name.toLowerCase().split(/[^a-z0-9]+/)),
]

function withoutNames(consultant: Consultant, understood: Understood): Answer {
  const { catalogue } = consultant
  const general = (): Answer | null => generalHit(consultant, understood, 'guide')
  const terms = (): Answer | null => answerTerms(catalogue, understood)
  const overview = (): Answer | null => topicOverview(consultant, understood)
  switch (understood.intent) {
    case 'glossary':
      return terms() ?? general() ?? nothing(consultant)
    case 'criteria':
      return general() ?? answerCriteria(catalogue, understood.criteria)
    case 'choose':
      return answerCriteria(catalogue, [])
    case 'capability':
      return overview() ?? general() ?? terms() ?? nothing(consultant)
    default:
      return general() ?? terms() ?? overview() ?? nothing(consultant)
  }
}

/** A general question that was asked nearly word for word. */
function generalHit(
  consultant: Consultant,
  understood: Understood,
  part: 'guide' | 'company',
): Answer | null {
  const [best] = consultant.search.find(understood.content, { part })
  return best && best.wordingShare >= SURE - 0.1 ? fromHit(best) : null
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
    found: false,
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
