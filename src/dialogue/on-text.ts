import { card, notice, text } from '../card/build.ts'
import type { Card } from '../card/card.ts'
import type { Criterion } from '../knowledge/schema/criterion.ts'
import { type Findings, isEmpty, NO_FINDINGS } from '../language/findings.ts'
import type { Whole } from '../language/intent.ts'
import type { Understood } from '../language/understand.ts'
import { encodeAction } from './actions.ts'
import { answerCard, unclearCard } from './cards/answers.ts'
import { whyCard } from './cards/questions.ts'
import { isCommand } from './commands.ts'
import type { Turn } from './conversation.ts'
import { mergeFindings, withLevel } from './merge.ts'
import { onAction } from './on-action.ts'
import { answer, onCommand } from './on-command.ts'
import { digress, proceed } from './proceed.ts'
import { record } from './record.ts'
import { replyToWhole } from './small-talk.ts'
import { activeOf, type Context, change, turn } from './state.ts'

/** Anything typed: a command in words, small talk, an answer, a description of the project, a question. */
export function onText(context: Context, typed: string): Turn {
  const { consultant, conversation, now } = context
  const understood = consultant.language.understand(typed, now)
  if (understood.words === 0) return digress(context, [card(null, text('Nothing arrived that I can read.'))])
  const handled = readCommand(context, understood) ?? readDecision(context, understood)
  if (handled) return handled
  const criterion = pendingCriterion(context)
  if (criterion && !isDigression(understood)) {
    const answered = readAnswer(context, criterion, understood)
    if (answered) return answered
  }
  if (describesProject(understood)) return takeIn(context, understood)
  if (asks(understood)) return answer(context, resolve(context, understood))
  if (understood.intent === 'out_of_scope' && understood.words > 3 && criterion === null)
    return answer(context, understood)
  const attempt = conversation.unclear + 1
  const unclear = { ...context, conversation: { ...conversation, unclear: attempt } }
  const said = unclearCard(unclear, attempt, criterion !== null)
  return attempt === 1 || criterion ? digress(unclear, [said]) : turn(unclear.conversation, [said])
}

/** A command in words, its beginning with an argument, small talk or abuse. */
function readCommand(context: Context, understood: Understood): Turn | null {
  const { whole, opener } = understood
  if (whole && (understood.alternatives.length === 0 || whole.file === 'unsafe'))
    return onWhole(context, whole)
  if (opener && isCommand(opener.command)) return onCommand(context, opener.command, opener.rest)
  return null
}

function onWhole(context: Context, whole: Whole): Turn | null {
  if (whole.file !== 'commands') {
    return digress(context, [answerCard(replyToWhole(context.consultant, whole))])
  }
  const criterion = pendingCriterion(context)
  if (whole.meaning === 'why')
    return criterion ? digress(context, [whyCard(criterion)]) : onCommand(context, 'result', '')
  if (whole.meaning === 'repeat') return repeat(context)
  if (whole.meaning === 'begin')
    return onAction(context, encodeAction('begin', [], context.conversation.step), null)
  if (!isCommand(whole.meaning)) return null
  // "stop" before anything was asked is no cancelled questionnaire, and "start" at the open question begins it.
  if (whole.meaning === 'start' && activeOf(context).pending?.kind === 'open') return proceed(context, [])
  return onCommand(context, whole.meaning, '')
}

/** Shows the last thing again: what is waiting, the recommendation, or the beginning. */
function repeat(context: Context): Turn {
  const active = activeOf(context)
  if (active.pending) return digress(context, [])
  return onCommand(context, active.concluded ? 'result' : 'start', '')
}

/** Yes or no to a card that waits for a decision. */
function readDecision(context: Context, understood: Understood): Turn | null {
  const { pending } = activeOf(context)
  if (pending === null || pending.kind === 'question' || pending.kind === 'open') return null
  const reply = understood.reply
  if (reply === null) return null
  const step = context.conversation.step
  switch (pending.kind) {
    case 'confirm':
      return onAction(context, encodeAction('must', [pending.need, reply], step), null)
    case 'what_if':
      return onAction(context, encodeAction('keep', [reply], step), null)
    case 'erase':
      return onAction(context, encodeAction('erase', [reply], step), null)
    default:
      return pending satisfies never
  }
}

function pendingCriterion(context: Context): Criterion | null {
  const { pending } = activeOf(context)
  return pending?.kind === 'question'
    ? (context.consultant.catalogue.criterion(pending.criterion) ?? null)
    : null
}

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
function isDigression(understood: Understood): boolean {
  const { question, intent, alternatives, topic, findings } = understood
  if (intent === 'compare' && alternatives.length > 1) return true
  if (!question || !QUESTION_INTENTS.has(intent)) return false
  return alternatives.length > 0 || (topic !== null && findings.levels.length === 0)
}

/** An answer to the question that waits, with whatever else the same message says. */
function readAnswer(context: Context, criterion: Criterion, understood: Understood): Turn | null {
  const { language } = context.consultant
  const active = activeOf(context)
  const own = language.answer(criterion.id, understood.text, criterion.question, context.now)
  const others = besides(understood, criterion, own.needs)
  if (own.level === null && isEmpty(others)) return null
  const merged = mergeFindings(active.requirements, others, 'text')
  const said = understood.text
  const named = understood.alternatives.map(({ id }) => id)
  if (own.level === 'unknown') {
    const unsure = [...new Set([...active.unsure, criterion.id])]
    if (isEmpty(others)) return proceed(change(context, { unsure, pending: null }), [])
    return record(change(context, { unsure }), merged, { said, named })
  }
  if (own.level === null) return record(context, merged, { said, named, first: cutNotice(understood) })
  const level = { level: own.level, origin: 'answered' as const, words: said.slice(0, 120) }
  return record(context, withLevel(merged, criterion.id, level), {
    said,
    named,
    first: cutNotice(understood),
  })
}

/** What an answer says beyond its question; a text that is not about the field says nothing beyond it. */
function besides({ findings, intent }: Understood, criterion: Criterion, needs: Findings['needs']): Findings {
  if (intent === 'out_of_scope') return { ...NO_FINDINGS, needs }
  return { ...findings, needs, levels: findings.levels.filter((found) => found.criterion !== criterion.id) }
}

/** From this length a text is a description even when it ends in a question ... */
const BRIEF_WORDS = 12
/** ... and from this one whatever else it looks like. */
const LONG_BRIEF_WORDS = 30

function describesProject({ findings, question, intent, words, alternatives }: Understood): boolean {
  if (isEmpty(findings)) return false
  if (words >= LONG_BRIEF_WORDS || intent === 'choose') return true
  if (intent === 'out_of_scope' || (intent === 'compare' && alternatives.length > 1)) return false
  return !question || (words >= BRIEF_WORDS && alternatives.length < 2 && intent !== 'howto')
}

function takeIn(context: Context, understood: Understood): Turn {
  const requirements = mergeFindings(activeOf(context).requirements, understood.findings, 'text')
  const named = understood.alternatives.map(({ id }) => id)
  return record(context, requirements, { said: understood.text, named, first: cutNotice(understood) })
}

const cutNotice = ({ cut }: Understood): Card[] =>
  cut ? [card(null, notice('warning', 'That was very long: I read the first 12,000 characters.'))] : []

function asks({ intent, alternatives, topic, terms, types, question }: Understood): boolean {
  if (intent === 'out_of_scope') return false
  return question || alternatives.length > 0 || topic !== null || terms.length + types.length > 0
}

/** "and does it have ...?" speaks of what was shown last. */
function resolve({ conversation, consultant }: Context, understood: Understood): Understood {
  const refers = /\b(it|its|that one|this one|they|both|them)\b/i.test(understood.text)
  if (!refers || understood.alternatives.length > 0) return understood
  const mentions = conversation.shown.alternatives.slice(
    0,
    /\b(both|them|they)\b/i.test(understood.text) ? 3 : 1,
  )
  const alternatives = mentions.map((id) => ({
    id,
    name: consultant.catalogue.nameOf(id),
    entry: consultant.catalogue.alternative(id) !== undefined,
    from: 0,
    to: 0,
  }))
  const intent = alternatives.length > 0 && understood.intent === 'about' ? 'capability' : understood.intent
  return { ...understood, alternatives, intent }
}
