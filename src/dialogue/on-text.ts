import { isEmpty } from '../language/findings.ts'
import type { Understood } from '../language/understand.ts'
import type { Whole } from '../language/whole.ts'
import { encodeAction, type Verb } from './actions.ts'
import { answerCriteria } from './answer/general.ts'
import { answer } from './asking.ts'
import { answerCard, unclearCard } from './cards/answers.ts'
import { LINES, lineCard } from './cards/lines.ts'
import { whyCard } from './cards/questions.ts'
import { isCommand } from './commands.ts'
import type { Turn } from './conversation.ts'
import { decisionOf } from './decision.ts'
import { nameOfDoubt } from './doubt.ts'
import { isRemark, remarkInWords, VERDICTS } from './feedback.ts'
import { forget } from './forget.ts'
import { vary } from './history.ts'
import { callIt } from './naming.ts'
import { onAction } from './on-action.ts'
import {
  CORRECTION,
  lastAnswered,
  pendingCriterion,
  readAnswer,
  readGrade,
  readLabel,
  takeIn,
} from './on-answer.ts'
import { onCommand } from './on-command.ts'
import { digress, proceed } from './proceed.ts'
import {
  addsToProject,
  asks,
  asksElsewhere,
  asksForAdvice,
  describesProject,
  isDigression,
  statementAndQuestion,
} from './purpose.ts'
import { resolve } from './references.ts'
import { replyToWhole } from './small-talk.ts'
import { activeOf, type Context, turn } from './state.ts'

/**
 * Anything typed: a command in words, small talk, an answer, a description of the project, a question.
 *
 * @param amended true when an earlier message was edited: what it says counts as said last, and a bare answer mends
 *   the answer it gave, not the question that has come since
 */
export function onText(context: Context, typed: string, amended = false): Turn {
  const { consultant, conversation, now } = context
  const plainly = consultant.language.understand(typed, now)
  const heard = amended ? { ...plainly, signals: new Set([...plainly.signals, CORRECTION]) } : plainly
  if (heard.words === 0) return { ...digress(context, [lineCard(LINES.nothingToRead)]), sureness: 'nothing' }
  const handled = readDecision(context, heard) ?? readCommand(context, heard)
  if (handled) return handled
  const parts = statementAndQuestion(heard.text)
  if (parts && isDigression(heard) && says(context, parts[0])) return both(context, parts)
  if (activeOf(context).concluded && asksForAdvice(heard)) return onCommand(context, 'result', '')
  const understood = resolve(context, heard)
  const graded = readGrade(context, understood)
  if (graded) return graded
  const criterion = (amended ? lastAnswered(context) : null) ?? pendingCriterion(context)
  if (criterion && !isDigression(understood)) {
    const answered = readAnswer(context, criterion, understood) ?? readLabel(context, understood)
    if (answered) return answered
  }
  if (describesProject(understood) || addsToProject(context, understood)) return takeIn(context, understood)
  if (asks(understood) || asksElsewhere(understood, criterion !== null)) return answer(context, understood)
  const attempt = conversation.unclear + 1
  const unclear = { ...context, conversation: { ...conversation, unclear: attempt } }
  const said = unclearCard(unclear, attempt, criterion !== null)
  const outcome = attempt === 1 || criterion ? digress(unclear, [said]) : turn(unclear.conversation, [said])
  return { ...outcome, sureness: 'nothing' }
}

/** Whether a text says anything about the project. */
const says = ({ consultant, now }: Context, words: string): boolean =>
  !isEmpty(consultant.language.understand(words, now).findings)

/** What is said and what is asked in one message: the question that waits comes back once, after both. */
function both(context: Context, [statement, question]: readonly [string, string]): Turn {
  const said = onText(context, statement)
  const asked = onText({ ...context, conversation: said.conversation }, question)
  const kept = said.cards.filter(({ parts }) => parts.every((part) => part.kind !== 'choices'))
  return { ...asked, cards: [...kept, ...asked.cards] }
}

/** A command in words, its beginning with an argument, small talk or abuse. */
function readCommand(context: Context, understood: Understood): Turn | null {
  const { whole, opener, criteria, findings } = understood
  // "Change the ... to ..." says the change itself.
  if ((whole?.meaning === 'change' || opener?.command === 'change') && !isEmpty(findings)) return null
  if (whole && (understood.alternatives.length === 0 || whole.file === 'unsafe'))
    return onWhole(context, whole, understood.text)
  if (opener?.command === 'change' && criteria.length === 0) return null
  if (opener?.command === 'forget') return forget(context, understood, opener.rest)
  if (opener?.command === 'call') return callIt(context, opener.rest)
  if (opener?.command === 'again') return vary(context, opener.rest)
  if (opener && isCommand(opener.command)) return onCommand(context, opener.command, opener.rest)
  return null
}

/** Wordings that press a button, wherever it is. */
const PRESSES = ['begin', 'details', 'changes', 'export', 'duplicate'] as const satisfies readonly Verb[]

function onWhole(context: Context, whole: Whole, typed: string): Turn | null {
  if (whole.file !== 'commands') {
    const reply = replyToWhole(context.consultant, whole)
    const said = [answerCard(reply)]
    // Nobody wants a question after saying goodbye.
    const outcome = whole.meaning === 'goodbye' ? turn(context.conversation, said) : digress(context, said)
    return { ...outcome, sureness: reply.sureness }
  }
  if (whole.meaning === 'why') return explain(context)
  if (whole.meaning === 'repeat') return repeat(context)
  const pressed = PRESSES.find((verb) => verb === whole.meaning)
  if (pressed) return onAction(context, encodeAction(pressed, [], context.conversation.step), null)
  const verdict = VERDICTS.find((known) => known === whole.meaning)
  if (verdict) return onAction(context, encodeAction('feedback', [verdict], context.conversation.step), null)
  if (!isCommand(whole.meaning)) return null
  // "stop" before anything was asked is no cancelled questionnaire, and "start" at the open question begins it.
  if (whole.meaning === 'start' && activeOf(context).pending?.kind === 'open') return proceed(context, [])
  return onCommand(context, whole.meaning, whole.meaning === 'change' ? typed : '')
}

/** "Why?": why the question is asked, why this is recommended, or what the questions are about. */
function explain(context: Context): Turn {
  const { pending, concluded } = activeOf(context)
  const criterion = pendingCriterion(context)
  if (criterion) return digress(context, [whyCard(criterion)])
  if (pending?.kind === 'confirm') return digress(context, [lineCard(LINES.whyConfirm)])
  if (concluded) return onCommand(context, 'result', '')
  return digress(context, [answerCard(answerCriteria(context.consultant.catalogue, []))])
}

/** Shows the last thing again: what is waiting, the recommendation, or the beginning. */
function repeat(context: Context): Turn {
  const active = activeOf(context)
  if (active.pending) return digress(context, [])
  return onCommand(context, active.concluded ? 'result' : 'start', '')
}

/** Yes or no to a card that waits for a decision. */
function readDecision(context: Context, understood: Understood): Turn | null {
  const { pending: asked } = activeOf(context)
  if (asked?.kind === 'remark' && isRemark(understood)) return remarkInWords(context, understood.text)
  // What the last card proposes is nearer than the question that waits behind it.
  const proposes = context.conversation.offered.some(({ primary }) => primary)
  const pending = asked?.kind === 'question' && proposes ? null : asked
  const reply = decisionOf(pending, understood)
  if (reply === null) return null
  if (pending === null) return replyToOffer(context, reply)
  const step = context.conversation.step
  switch (pending.kind) {
    case 'confirm':
      return onAction(context, encodeAction('must', [nameOfDoubt(pending.doubt), reply], step), null)
    case 'what_if':
      return onAction(context, encodeAction('keep', [reply], step), null)
    case 'erase':
      return onAction(context, encodeAction('erase', [reply], step), null)
    case 'hand_off':
      return onAction(context, encodeAction('handoff', [reply], step), null)
    case 'open':
      return reply === 'yes' ? onAction(context, encodeAction('begin', [], step), null) : null
    case 'question':
    case 'remark':
      return null
    default:
      return pending satisfies never
  }
}

/** Yes or no to a card that proposes one thing; "ok" while the questions rest asks for the recommendation. */
function replyToOffer(context: Context, reply: 'yes' | 'no'): Turn | null {
  const { offered, undo } = context.conversation
  const proposed = offered.find(({ primary }) => primary)
  if (proposed && reply === 'yes') return onAction(context, proposed.action, null)
  if (proposed) return digress(context, [lineCard(LINES.nothingChanges)])
  if (activeOf(context).concluded) return digress(context, [lineCard(LINES.allRight)])
  return reply === 'yes' && undo.length > 0 ? onCommand(context, 'result', '') : null
}
