import type { Alternative } from '../../knowledge/schema/alternative.ts'
import type { TopicEntry } from '../../knowledge/schema/lists.ts'
import type { Hit } from '../../knowledge/search.ts'
import type { Understood } from '../../language/understand.ts'
import type { Consultant } from '../consultant.ts'
import type { Answer } from './answer.ts'
import { compareCapability } from './capability.ts'
import { answerComparison, answerMove } from './compare.ts'
import { compareOnTopic } from './sections.ts'
import { fromEntry, joined } from './written.ts'

/** Behind a line for each of several come so many more sentences. */
const REASONS = 4
/** An answer written about one of several must have been asked nearly word for word ... */
const SURE = 0.7
/** ... unless it is on the topic that was named; then it has to hold so much of what was asked. */
const RELATED = 0.5

/** Compares alternatives, on what is asked about or as a whole. */
export function aboutSeveral(
  consultant: Consultant,
  understood: Understood,
  entries: readonly Alternative[],
): Answer {
  const { catalogue } = consultant
  const topic = understood.topic === null ? undefined : catalogue.topic(understood.topic)
  const comparison = answerComparison(catalogue, entries)
  const sided = topic && sideBySide(consultant, understood, entries, topic)
  const hits = hitsAbout(consultant, understood, entries)
  const [hit] = hits
  const withRest = (first: Answer, rest: Answer | null): Answer =>
    joined(first, rest, entries.length, entries.length + REASONS)
  if (hit && hit.wordingShare >= SURE) return withRest(fromEntry(hit.entry), sided ?? comparison)
  if (topic?.section === 'migration') return aboutMoving(understood, entries, comparison, hits)
  return sided ? withRest(sided, comparison) : comparison
}

/** Answers written about one of them that may answer for all, the most fitting first. */
const hitsAbout = ({ search }: Consultant, understood: Understood, entries: readonly Alternative[]): Hit[] =>
  entries
    .flatMap((entry) => search.find(wordsBesides(understood, entry), { alternative: entry.id }))
    .toSorted((a, b) => b.wordingShare - a.wordingShare)

/** What is asked of one alternative, with the names of the others: "... compared with the other". */
const wordsBesides = ({ content, alternatives }: Understood, entry: Alternative): string[] => [
  ...content,
  ...alternatives
    .filter(({ id }) => id !== entry.id)
    .flatMap(({ name }) => name.toLowerCase().split(/[^a-z0-9]+/)),
]

function sideBySide(
  { catalogue }: Consultant,
  { topicNamed }: Understood,
  entries: readonly Alternative[],
  topic: TopicEntry,
): Answer | null {
  const capability = topic.capability ? compareCapability(catalogue, entries, topic.capability) : null
  return capability ?? (topicNamed ? compareOnTopic(catalogue, entries, topic) : null)
}

/** Who thinks of moving asks what is better there, and how it is done; who asks how, hears that first. */
function aboutMoving(
  { text, topic, cues }: Understood,
  entries: readonly Alternative[],
  comparison: Answer,
  hits: readonly Hit[],
): Answer {
  const related = hits.find(({ entry, share }) => entry.topic === topic && share >= RELATED)
  const move = related ? joined(fromEntry(related.entry), answerMove(entries)) : answerMove(entries)
  if (move === null) return comparison
  const most = entries.length + REASONS
  return cues.has('howto') || ASKS_HOW.test(text)
    ? joined(move, comparison, move.more.length, most)
    : joined(comparison, move, entries.length, most)
}

const ASKS_HOW = /\b(how|work|effort|cost|costs|steps|inside)\b/i
