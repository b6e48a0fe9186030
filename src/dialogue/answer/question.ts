import type { Alternative } from '../../knowledge/schema/alternative.ts'
import type { TopicEntry } from '../../knowledge/schema/lists.ts'
import { STOP_WORDS } from '../../knowledge/stop-words.ts'
import type { Understood } from '../../language/understand.ts'
import type { Consultant } from '../consultant.ts'
import type { Answer } from './answer.ts'
import { answerCapability, compareCapability } from './capability.ts'
import { answerComparison, answerMove } from './compare.ts'
import { hitsFor, howSure } from './found.ts'
import { answerCompany, answerCriteria, answerTerms, answerUnknownEntry, declineOffTopic } from './general.ts'
import { answerSection, compareOnTopic } from './sections.ts'
import { answerInTongue } from './tongue.ts'
import { fromHit, fromWritten, joined, nothing, notKnown, offer } from './written.ts'

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
  if (understood.written) return fromWritten(understood.written)
  if (understood.intent === 'out_of_scope')
    return answerInTongue(understood.tongue) ?? declineOffTopic(catalogue, understood.strangers)
  if (understood.intent === 'hire') return aboutCompany(consultant, understood)
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
  const { catalogue } = consultant
  const hits = hitsFor(consultant, understood)
  const topic = understood.topic === null ? undefined : catalogue.topic(understood.topic)
  const composed =
    (topic?.capability
      ? answerCapability(catalogue, alternative, topic.capability, asksYesNo(understood))
      : null) ?? answerSection(catalogue, alternative, topic)
  const found = howSure(hits)
  if (found.sureness === 'sure') return joined(fromHit(found.hit), composed)
  if (!understood.topicNamed && isGeneral(topic) && asksMore(understood))
    return found.sureness === 'unsure' ? offer(found.hits) : notKnown(consultant, alternative)
  const sameTopic = hits.find((hit) => hit.entry.topic === understood.topic && hit.share >= RELATED)
  return sameTopic ? joined(composed, fromHit(sameTopic)) : composed
}

/** The topic of a question that names none; "who uses it" names one without a word of its own. */
const isGeneral = (topic: TopicEntry | undefined): boolean => topic?.intents.includes('about') ?? true

/** A question that says more than a name. */
const asksMore = ({ question, content }: Understood): boolean =>
  question && content.some((word) => !STOP_WORDS.has(word))

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
  // Who thinks of moving asks what is better there, and how it is done.
  if (sided && topic?.section === 'migration') return joined(comparison, answerMove(entries) ?? sided)
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

function aboutCompany(consultant: Consultant, understood: Understood): Answer {
  const found = howSure(hitsFor(consultant, understood))
  return found.sureness === 'sure' ? fromHit(found.hit) : answerCompany(consultant.catalogue)
}

function withoutNames(consultant: Consultant, understood: Understood): Answer {
  const { catalogue } = consultant
  const found = howSure(hitsFor(consultant, understood))
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

const YES_NO = /^(does|do|is|are|has|have|can|could|will|any|would|did)\b/i
const asksYesNo = (understood: Understood): boolean =>
  YES_NO.test(understood.text) || understood.text.trim().endsWith('?')
