import type { Alternative } from '../../knowledge/schema/alternative.ts'
import type { Section, TopicEntry } from '../../knowledge/schema/lists.ts'
import { STOP_WORDS } from '../../knowledge/stop-words.ts'
import type { Written } from '../../knowledge/word-for-word.ts'
import type { Understood } from '../../language/understand.ts'
import type { Consultant } from '../consultant.ts'
import type { Answer } from './answer.ts'
import { answerCapability } from './capability.ts'
import { hitsFor, howSure, isOnTopic, RELATED } from './found.ts'
import { answerCriteria, answerTerms, answerUnknownEntry, declineOffTopic } from './general.ts'
import { aboutHiring } from './hiring.ts'
import { overviewOn } from './overview.ts'
import { answerSection } from './sections.ts'
import { aboutSeveral } from './several.ts'
import { answerInTongue } from './tongue.ts'
import { fromEntry, fromWritten, joined, nothing, notKnown, offer } from './written.ts'

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
  if (understood.written) return asWritten(consultant, understood, understood.written, entries)
  if (understood.intent === 'out_of_scope')
    return answerInTongue(understood.tongue) ?? declineOffTopic(catalogue, understood.strangers)
  const [only, ...more] = entries
  if (understood.intent === 'hire') return aboutHiring(consultant, understood, only)
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

/** The answer that the knowledge has to just this question, and for one alternative what else its entry says of it. */
function asWritten(
  consultant: Consultant,
  understood: Understood,
  written: Written,
  entries: readonly Alternative[],
): Answer {
  const own = consultant.catalogue.alternative(written.alternative ?? '')
  if (!own || entries.length > 1) return fromWritten(written)
  return joined(fromWritten(written), composedOn(consultant, understood, own))
}

/** What the parts of an entry say on the topic asked about. */
function composedOn({ catalogue }: Consultant, understood: Understood, alternative: Alternative): Answer {
  const topic = understood.topic === null ? undefined : catalogue.topic(understood.topic)
  const capability = topic?.capability
    ? answerCapability(catalogue, alternative, topic.capability, asksYesNo(understood))
    : null
  return capability ?? answerSection(catalogue, alternative, topic, understood.text)
}

function aboutOne(consultant: Consultant, understood: Understood, alternative: Alternative): Answer {
  const { catalogue } = consultant
  const hits = hitsFor(consultant, understood)
  const topic = understood.topic === null ? undefined : catalogue.topic(understood.topic)
  const composed = composedOn(consultant, understood, alternative)
  const found = howSure(hits)
  if (found.sureness === 'sure' && isOnTopic(understood, found.hit))
    return joined(fromEntry(found.hit.entry), composed)
  if (!understood.topicNamed && isGeneral(topic) && asksMore(understood))
    return found.sureness === 'unsure' ? offer(found.hits) : notKnown(consultant, alternative)
  const sameTopic = hits.find((hit) => hit.entry.topic === understood.topic && hit.share >= RELATED)
  const entry = sameTopic?.entry ?? consultant.search.commonest(alternative.id, understood.topic ?? '')
  if (!entry) return composed
  const written = fromEntry(entry)
  return topic?.section !== undefined && LISTS.has(topic.section)
    ? joined(written, composed)
    : joined(composed, written)
}

/** Parts of an entry that list facts, of which none answers by itself. */
const LISTS: ReadonlySet<Section> = new Set(['deployment', 'security'])

/** The topic of a question that names none; "who uses it" names one without a word of its own. */
const isGeneral = (topic: TopicEntry | undefined): boolean => topic?.intents.includes('about') ?? true

/** A question that says more than a name. */
const asksMore = ({ question, content }: Understood): boolean =>
  question && content.some((word) => !STOP_WORDS.has(word))

function withoutNames(consultant: Consultant, understood: Understood): Answer {
  const { catalogue } = consultant
  const found = howSure(hitsFor(consultant, understood))
  const general = (): Answer | null =>
    found.sureness === 'sure' && isOnTopic(understood, found.hit) ? fromEntry(found.hit.entry) : null
  const terms = (): Answer | null => answerTerms(catalogue, understood)
  const overview = (): Answer | null => topicOverview(consultant, understood)
  const rest = (): Answer => (found.sureness === 'unsure' ? offer(found.hits) : nothing(consultant))
  switch (understood.intent) {
    case 'glossary':
      return terms() ?? general() ?? rest()
    case 'criteria':
      return general() ?? answerCriteria(catalogue, criteriaMeant(understood))
    case 'choose':
      return general() ?? answerCriteria(catalogue, [])
    case 'capability':
      return overview() ?? general() ?? terms() ?? rest()
    default:
      return general() ?? terms() ?? overview() ?? rest()
  }
}

/** The criteria asked about; all of them where the text names one only to leave it out: "what besides ...?". */
const criteriaMeant = ({ criteria, signals }: Understood): readonly string[] =>
  signals.has('without') ? [] : criteria

/** How every alternative stands on a topic that was asked for without a name. */
function topicOverview({ catalogue }: Consultant, { topic: id, cues }: Understood): Answer | null {
  const topic = id === null ? undefined : catalogue.topic(id)
  // What orders them by a judgement is given to who asks which of them.
  return topic && (topic.capability || cues.has('having')) ? overviewOn(catalogue, topic) : null
}

const YES_NO = /^(does|do|is|are|has|have|can|could|will|any|would|did)\b/i
const asksYesNo = (understood: Understood): boolean =>
  YES_NO.test(understood.text) || understood.text.trim().endsWith('?')
