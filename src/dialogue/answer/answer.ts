import type { Source } from '../../card/card.ts'
import type { Sourced } from '../../knowledge/schema/claim.ts'

export { capitalise, inProse, sentence } from '../../knowledge/prose.ts'

/** The answer to a question, before it becomes a card. Texts are marked text. */
export interface Answer {
  /** One sentence that answers. */
  lead: string
  /** Reasons and details, most important first. */
  more: string[]
  sources: Source[]
  /** Alternatives it speaks about, and the topic: what "and does it have ...?" refers to next. */
  alternatives: string[]
  topic: string | null
  /** Whether it answers what was asked, offers what may have been meant, or says that nothing is known. */
  sureness: Sureness
}

export type Sureness = 'sure' | 'unsure' | 'nothing'

/** Builds an answer; whatever is left out is empty. */
export function answerOf(lead: string, rest: Partial<Omit<Answer, 'lead'>> = {}): Answer {
  return { lead, more: [], sources: [], alternatives: [], topic: null, sureness: 'sure', ...rest }
}

export const sourceOf = (claim: Sourced): Source => ({ source: claim.source, asOf: claim.as_of })

/** A claim with a word about how far it can be trusted, when it is not plainly confirmed. */
export function withVerdict(text: string, claim: Sourced): string {
  switch (claim.verdict) {
    case 'confirmed':
      return text
    case 'reported':
      return `${text} (reported, not confirmed)`
    case 'outdated':
      return `${text} (no longer true)`
    case 'wrong':
      return `${text} (the evidence says otherwise)`
    default:
      return claim.verdict satisfies never
  }
}

const QUESTION_WORD = /^(how|what|which|who|when|where|why|is|are|does|do|can|could|should|will|has|have)\b/i

/** A wording of the knowledge as a question people read. */
export const asQuestion = (wording: string): string =>
  QUESTION_WORD.test(wording) && !wording.endsWith('?') ? `${wording}?` : wording
