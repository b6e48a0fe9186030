import { isEmpty } from '../language/findings.ts'
import type { Understood } from '../language/understand.ts'
import { activeOf, type Context } from './state.ts'

const ORDINALS = ['first', 'second', 'third', 'fourth']
/** "The second one", "the first two"; a bare "first" may be the first of anything. */
const ORDINAL =
  /\b(?:the )?(first|second|third|fourth|last)(?: (one|two|three|option|choice|candidate)\b|\W*$)/i
const PRONOUN = /\b(it|its|that one|this one|they|both|them|these|those)\b/i
const SEVERAL = /\b(both|them|they|these|those)\b/i
/** "Which of the three ...?", "which is easier?" */
const WHICH_OF =
  /\bwhich (one )?(of (them|these|those|the (two|three))\b|is (the )?((more|most|less|least|better|best|worse|worst)\b|\w+(er|est)\b))/i
const WHICH_ONE = /\bwhich (one|of them) (has|have|supports|offers|comes|is|can)\b/i
/** Meanings of phrases/intents.yaml that only make sense of something. */
const ABOUT_ONE = ['pros', 'cons', 'users', 'performance', 'howto']
/** A question that goes on with what was spoken of: "and an ...?", "what about ...?". */
const FOLLOW_UP = /^\s*(and|what about|how about|also)\b/i
const ONE = /\b(one|that|this|it)\b\W*$/i
/** Longer questions say themselves what they are about. */
const MOST_WORDS = 7
const MOST_SHOWN = 3

/** Reads a text in the light of what was shown last: "does it ...?", "the second one", "and does ... have one?". */
export function understand(context: Context, text: string): Understood {
  const { consultant, now } = context
  return resolve(context, consultant.language.understand(text, now))
}

/** What was understood, with the names and the topic that "it", "the second one" or "and ...?" stand for. */
export function resolve(context: Context, understood: Understood): Understood {
  return withTopic(context, withAlternatives(context, understood))
}

function withAlternatives(context: Context, understood: Understood): Understood {
  const { consultant } = context
  if (understood.alternatives.length > 0 || understood.strangers.length > 0) return understood
  const meant = referredTo(context, understood)
  if (meant.length === 0) return understood
  const alternatives = meant.map((id) => ({
    id,
    name: consultant.catalogue.nameOf(id),
    entry: consultant.catalogue.alternative(id) !== undefined,
    from: 0,
    to: 0,
  }))
  const spelt = speltOut(context, understood, alternatives)
  if (spelt) return spelt
  const featured = understood.topicNamed && understood.topic !== null
  const asksFeature = understood.intent === 'about' || (featured && understood.intent === 'choose')
  return { ...understood, alternatives, intent: asksFeature ? 'capability' : understood.intent }
}

/** Questions that name no word of the field, such as "what speaks against it?", read with the name put in. */
function speltOut(
  { consultant }: Context,
  understood: Understood,
  meant: Understood['alternatives'],
): Understood | null {
  const [only, ...more] = meant
  const { intent, text, words } = understood
  if (!only || intent !== 'out_of_scope' || words > MOST_WORDS) return null
  if (more.length > 0 ? !WHICH_OF.test(text) : !asksAboutOne(understood)) return null
  const named = meant.map(({ name }) => name).join(' and ')
  const put = PRONOUN.test(text) && more.length === 0 ? text.replace(PRONOUN, named) : withEnding(text, named)
  const spelt = consultant.language.understand(put, null)
  return spelt.alternatives.length > 0 ? spelt : null
}

const asksAboutOne = ({ cues }: Understood): boolean => ABOUT_ONE.some((cue) => cues.has(cue))

/** The question with a name before its mark: "what are the risks of ...?" */
const withEnding = (text: string, named: string): string => `${text.replace(/[?.!\s]+$/, '')} of ${named}?`

function referredTo(context: Context, understood: Understood): readonly string[] {
  const { text } = understood
  const shown = context.conversation.shown.alternatives
  const listed = shown.length > 1 ? shown : candidates(context)
  const [, ordinal, counted] = ORDINAL.exec(text) ?? []
  if (ordinal !== undefined) return numbered(ordinal.toLowerCase(), counted?.toLowerCase(), listed)
  if (WHICH_ONE.test(text) || (WHICH_OF.test(text) && !understood.cues.has('choose')))
    return listed.slice(0, MOST_SHOWN)
  if (SEVERAL.test(text)) return shown.slice(0, MOST_SHOWN)
  if (PRONOUN.test(text) || asksOn(understood)) return shown.slice(0, 1)
  return leavesNameOut(understood) ? shown.slice(0, 1) : []
}

/** "What are the risks?": a short question about one alternative, of which it does not say which. */
function leavesNameOut(understood: Understood): boolean {
  const { question, intent, words, terms, types, cues } = understood
  if (!question || words > MOST_WORDS || terms.length + types.length > 0) return false
  return intent === 'out_of_scope' ? asksAboutOne(understood) : cues.has('pros') || cues.has('cons')
}

function numbered(ordinal: string, counted: string | undefined, shown: readonly string[]): readonly string[] {
  const many = ['two', 'three'].indexOf(counted ?? '') + 2
  if (many > 1) return ordinal === 'last' ? shown.slice(-many) : shown.slice(0, many)
  return shown
    .slice(0, MOST_SHOWN)
    .slice(ordinal === 'last' ? -1 : ORDINALS.indexOf(ordinal))
    .slice(0, 1)
}

/** What the recommendation listed, when the last answer was about one alternative only. */
function candidates(context: Context): readonly string[] {
  const { concluded, requirements } = activeOf(context)
  if (!concluded) return []
  const { ranking } = context.consultant.advise(requirements)
  return ranking.flatMap(({ id, excluded }) => (excluded === null ? [id] : []))
}

/** "And an ...?": a short question about what is spoken of, not a wish. */
export function asksOn({ text, words, topicNamed, topic }: Understood): boolean {
  return FOLLOW_UP.test(text) && /\?\s*$/.test(text) && words <= MOST_WORDS && topicNamed && topic !== null
}

/** "And does ... have one?", "what about ...?": the same question about another one. */
function withTopic({ conversation, consultant }: Context, understood: Understood): Understood {
  const { text, words, topicNamed, topic, question, strangers } = understood
  const spoken = conversation.shown.topic
  if (spoken === null || (topicNamed && topic !== null) || !question || words > MOST_WORDS) return understood
  if (!(FOLLOW_UP.test(text) || ONE.test(text)) || !isEmpty(understood.findings) || strangers.length > 0)
    return understood
  const { catalogue, language } = consultant
  const thing = catalogue.capability(catalogue.topic(spoken)?.capability ?? '')
  if (!thing)
    return understood.alternatives.length > 0
      ? { ...understood, topic: spoken, topicNamed: true }
      : understood
  // A name that is an ordinary word too is only read as a name beside words of the field.
  const named =
    understood.alternatives.length > 0 ? understood : language.understand(`${text} ${thing.name}`, null)
  if (named.alternatives.length === 0) return understood
  const { alternatives } = named
  const { content } = language.understand(thing.name, null)
  return { ...understood, content, alternatives, topic: spoken, topicNamed: true, intent: 'capability' }
}
