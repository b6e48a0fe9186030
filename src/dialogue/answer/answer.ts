import type { Source } from '../../card/card.ts'
import type { Sourced } from '../../knowledge/schema/claim.ts'

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
  /** False when we have nothing to say about it. */
  found: boolean
}

/** Builds an answer; whatever is left out is empty. */
export function answerOf(lead: string, rest: Partial<Omit<Answer, 'lead'>> = {}): Answer {
  return { lead, more: [], sources: [], alternatives: [], topic: null, found: true, ...rest }
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

/** Words as a list in prose: "a, b and c". */
export function inProse(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? ''
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** First letter in upper case, the rest as it is. */
export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Exactly one full stop (or other end mark) at the end. */
export const sentence = (text: string): string =>
  /[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`
