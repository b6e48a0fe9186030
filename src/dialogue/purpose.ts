import { isEmpty } from '../language/findings.ts'
import type { Understood } from '../language/understand.ts'
import { asksOn } from './references.ts'
import { activeOf, type Context } from './state.ts'

/* What a message is for: a question of its own, a description of the project, or something else. */

const QUESTION_INTENTS = new Set([
  'about',
  'capability',
  'compare',
  'criteria',
  'glossary',
  'hire',
  'howto',
  'performance',
  'pros_cons',
  'users',
])

/** A question of their own instead of an answer. */
export function isDigression(understood: Understood): boolean {
  const { question, intent, alternatives, topic, findings } = understood
  if (compares(understood)) return true
  if (asksOn(understood) || asksElsewhere(understood, true)) return true
  if (!question || !QUESTION_INTENTS.has(intent)) return false
  return alternatives.length > 0 || (topic !== null && findings.levels.length === 0)
}

/** So much is said of a project by nobody who only asks for a comparison. */
const TELLING_POINTS = 2
const COMPARISON = /\b(compar\w*|differen\w*|versus|vs)\b/i

/** Asks how alternatives compare; a description that names several of them does not. */
function compares({ intent, alternatives, question, findings, text }: Understood): boolean {
  if (intent !== 'compare' || alternatives.length < 2) return false
  const { levels, needs, kind, runtime, only, existing } = findings
  const points = [...levels, ...needs, ...only, ...existing, kind, runtime].filter((point) => point !== null)
  return question || COMPARISON.test(text) || points.length < TELLING_POINTS
}

/** From this length a text is a description even when it ends in a question ... */
const BRIEF_WORDS = 12
/** ... and from this one whatever else it looks like. */
const LONG_BRIEF_WORDS = 30

/** Says what the project needs, be it as a question for the recommendation. */
export function describesProject(understood: Understood): boolean {
  const { findings, question, intent, words, alternatives } = understood
  if (isEmpty(findings) || (asksOn(understood) && alternatives.length > 0)) return false
  if (words >= LONG_BRIEF_WORDS || intent === 'choose') return true
  if (intent === 'out_of_scope' || compares(understood)) return false
  return !question || (words >= BRIEF_WORDS && alternatives.length < 2 && intent !== 'howto')
}

/** In a conversation about a project, a statement is about the project even without a word of the field. */
export function addsToProject(
  context: Context,
  { findings, intent, question, strangers }: Understood,
): boolean {
  const { pending, said, concluded } = activeOf(context)
  const underWay = pending?.kind === 'question' || said.length > 0 || concluded
  return underWay && intent === 'out_of_scope' && !question && strangers.length === 0 && !isEmpty(findings)
}

/** A question or a remark about something else: declined politely, while noise instead of an answer is unclear. */
export function asksElsewhere(
  { intent, text, words, findings, cues, tongue }: Understood,
  asked: boolean,
): boolean {
  if (intent !== 'out_of_scope') return false
  // A text in another language is answered in it.
  if (tongue !== null) return true
  if (cues.has('question') && text.trim().endsWith('?')) return words > 2 && isEmpty(findings)
  return !asked && words > 3
}

/** Asks about an alternative, a topic or a term. */
export function asks({ intent, alternatives, topic, terms, types, question }: Understood): boolean {
  if (intent === 'out_of_scope') return false
  return question || alternatives.length > 0 || topic !== null || terms.length + types.length > 0
}

/** "What do you recommend?" without anything new about the project. */
export const asksForAdvice = ({ intent, alternatives, findings, text }: Understood): boolean =>
  (intent === 'choose' || WHICH_TO_TAKE.test(text)) && alternatives.length === 0 && isEmpty(findings)

const WHICH_TO_TAKE =
  /\bwhich( one| of (them|these|those|the (two|three)))? (should|shall|would|do) (i|we|you)\b/i

const MOST_SENTENCES = 3

/** A few sentences, no brief: statements, and a question about something else behind them; null for anything else. */
export function statementAndQuestion(text: string): readonly [string, string] | null {
  const sentences = text.split(/(?<=[.!?])\s+/)
  const question = sentences.pop() ?? ''
  if (sentences.length === 0 || sentences.length >= MOST_SENTENCES) return null
  const asked =
    /\?$/.test(question) &&
    sentences.every((statement) => !/\?$/.test(statement)) &&
    /^(but |and |so |also )*(does|do|is|are|has|have|can|could|will|would|should|shall|what|how|why)\b/i.test(
      question,
    )
  return asked ? [sentences.join(' '), question] : null
}
