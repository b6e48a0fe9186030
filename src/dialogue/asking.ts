import { choices } from '../card/build.ts'
import type { Card } from '../card/card.ts'
import type { Alternative } from '../knowledge/schema/alternative.ts'
import type { Understood } from '../language/understand.ts'
import type { Answer } from './answer/answer.ts'
import { answerQuestion } from './answer/question.ts'
import { answerCard, compareCard, foundCard } from './cards/answers.ts'
import { buttonsAt } from './cards/buttons.ts'
import { LABELS, LINES, lineCard } from './cards/lines.ts'
import { movingCard } from './cards/moving.ts'
import type { Told, Turn } from './conversation.ts'
import { digress } from './proceed.ts'
import { understand } from './references.ts'
import { activeOf, type Context, remember, tell } from './state.ts'

/* Questions about what is known, and search in it. */

/** Answers a question; without one, asks for it. */
export function ask(context: Context, argument: string): Turn {
  if (argument === '') return digress(context, [lineCard(LINES.whatToAsk)])
  return answer(context, understand(context, argument))
}

const MOST_HITS = 5

/** Shows what holds these words. */
export function search(context: Context, argument: string): Turn {
  const { consultant, now } = context
  if (argument === '') return digress(context, [lineCard(LINES.whatToSearch)])
  const { content, alternatives } = consultant.language.understand(argument, now)
  const [named] = alternatives
  const hits = consultant.search.find(content, named?.entry ? { alternative: named.id } : {})
  return digress(context, [foundCard(context, hits.slice(0, MOST_HITS))])
}

/** Answers a question and returns to what was asked before. */
export function answer(context: Context, understood: Understood): Turn {
  const { catalogue } = context.consultant
  const target = moveAskedFor(context, understood)
  if (target) return answerMove(context, target)
  const found = answerQuestion(context.consultant, understood)
  const asked = {
    intent: understood.intent,
    topic: found.topic,
    alternatives: understood.alternatives.map(({ id }) => id),
  }
  const entries = understood.alternatives.flatMap(({ id }) => catalogue.alternative(id) ?? [])
  const shown = found.alternatives.length > 0 ? found.alternatives : asked.alternatives
  const remembered = remember(context, shown, understood.topic)
  const topic = understood.topic === null ? undefined : catalogue.topic(understood.topic)
  const plain = !topic?.capability && !(understood.topicNamed && topic?.section)
  const asTable = understood.intent === 'compare' && entries.length > 1 && plain
  const shownAs = asTable ? compareCard(remembered, found, entries) : answerCard(found)
  const told = tell(remembered, toldBy(found, shown))
  return { ...digress(told, [withEngineer(told, understood, shownAs)]), sureness: found.sureness, asked }
}

/** The claims of an answer, its sources with all of them: feedback may be about one. */
const toldBy = (found: Answer, alternatives: readonly string[]): Told => ({
  about: 'answer',
  topic: found.topic,
  alternatives: [...alternatives],
  claims: [found.lead, ...found.more].slice(0, MOST_CLAIMS).map((text) => ({
    text,
    sources: [...new Set(found.sources.map(({ source }) => source))],
  })),
})

const MOST_CLAIMS = 5

/** Whoever asks about hiring can go on to a person. */
function withEngineer({ conversation }: Context, { intent }: Understood, shown: Card): Card {
  if (intent !== 'hire') return shown
  const button = buttonsAt(conversation.step).choice('command', ['engineer'], LABELS.engineer)
  return { ...shown, parts: [...shown.parts, choices(button)] }
}

/** Where they ask to move to; null when the question is another, or nothing of theirs runs today. */
function moveAskedFor(context: Context, { alternatives, signals, question }: Understood): Alternative | null {
  const { existing } = activeOf(context).requirements.context
  const [target, ...more] = alternatives.filter(({ id }) => !existing.includes(id))
  if (!target || more.length > 0 || existing.length === 0 || !question || !signals.has('leaving')) return null
  return context.consultant.catalogue.alternative(target.id) ?? null
}

function answerMove(context: Context, target: Alternative): Turn {
  const active = activeOf(context)
  const advice = context.consultant.advise(active.requirements)
  return digress(remember(context, [target.id], null), [movingCard(context, active, advice, target)])
}
