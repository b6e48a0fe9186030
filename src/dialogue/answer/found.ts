import type { Hit } from '../../knowledge/search.ts'
import { STOP_WORDS } from '../../knowledge/stop-words.ts'
import type { Understood } from '../../language/understand.ts'
import type { Consultant } from '../consultant.ts'

/** What a search for a question gave: the answer, a few that may be meant, or nothing. */
export type Found =
  | { sureness: 'sure'; hit: Hit }
  | { sureness: 'unsure'; hits: readonly Hit[] }
  | { sureness: 'nothing' }

/** From when on a hit is taken; see `howSure`. */
export interface Thresholds {
  /** The first hit's best wording holds this share of the words asked ... */
  share: number
  /** ... and it scores so much more than the second, unless its wording holds all of them. */
  lead: number
  /** Below this share nothing is offered either. */
  related: number
}

/**
 * In the middle of what five folds of the labelled questions chose each (most sure answers of which 19 in 20 are
 * right); `npm run bench -- sureness` shows them, with the figures of each fold under the others' choice and this one.
 */
export const THRESHOLDS: Thresholds = { share: 0.5, lead: 0.1, related: 0.2 }

const MOST_OFFERED = 3

/** Whether the first hit answers, several may be meant, or none fits. A score alone is no confidence. */
export function howSure(hits: readonly Hit[], { share, lead, related } = THRESHOLDS): Found {
  const [first, second] = hits
  if (!first || first.wordingShare < related) return { sureness: 'nothing' }
  const ahead = second === undefined || first.wordingShare === 1 || first.score - second.score >= lead
  if (first.wordingShare >= share && ahead) return { sureness: 'sure', hit: first }
  const rest = hits.slice(1, MOST_OFFERED).filter((hit) => hit.wordingShare >= related)
  return { sureness: 'unsure', hits: [first, ...rest] }
}

/** The written-out answers that fit a question best, among those about what it names. */
export function hitsFor(
  { search }: Consultant,
  { alternatives, intent, content }: Understood,
): readonly Hit[] {
  if (intent === 'hire') return search.find(content, { part: 'company' })
  const named = alternatives.find(({ entry }) => entry)
  return search.find(content, named ? { alternative: named.id } : { part: 'guide' })
}

/** From this share of the words asked a written-out answer on the same topic stands beside the composed one. */
export const RELATED = 0.34

/**
 * Whether a hit is on the topic that was named. One on another has to hold nearly all that was asked, and more than one
 * word: of the wordings of the knowledge, each sought without itself, one in nine was found so by one word, and half by
 * more.
 */
export function isOnTopic(understood: Understood, { entry, wordingShare }: Hit): boolean {
  const { topic, topicNamed, content } = understood
  if (!topicNamed || entry.topic === topic) return true
  return wordingShare >= SURE_OF_ANOTHER && content.filter((word) => !STOP_WORDS.has(word)).length > 1
}

const SURE_OF_ANOTHER = 0.75
