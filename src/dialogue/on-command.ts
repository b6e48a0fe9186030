import { answerEach, compareViews } from './answer-each.ts'
import { ask, search } from './asking.ts'
import { brief } from './brief.ts'
import { LINES, lineCard } from './cards/lines.ts'
import { eraseCard, myDataCard } from './cards/my-data.ts'
import { summaryCard } from './cards/questions.ts'
import { helpCard, resumeCard, startCard } from './cards/start.ts'
import type { CommandId } from './commands.ts'
import type { Turn } from './conversation.ts'
import { askFeedback } from './feedback.ts'
import { askEngineer } from './hand-off.ts'
import { showHistory } from './history.ts'
import { withLevel } from './merge.ts'
import { digress, pendingCard, proceed, showResult } from './proceed.ts'
import { back, changeAnswer } from './revising.ts'
import { askToShare } from './share.ts'
import { activeOf, archive, type Context, change, isBegun, turn, wait } from './state.ts'
import { compare, whatIf, whyNot } from './weighing.ts'

type Handler = (context: Context, argument: string) => Turn

/** Runs a command of the table. */
export function onCommand(context: Context, command: CommandId, argument: string): Turn {
  return HANDLERS[command](context, argument.trim())
}

const HANDLERS: Record<CommandId, Handler> = {
  start,
  ask,
  search,
  compare,
  'why-not': whyNot,
  'what-if': whatIf,
  result,
  summary: (context) => digress(context, [summaryCard(context, activeOf(context))]),
  change: changeAnswer,
  back,
  skip,
  restart: (context) => begin(archive(context)),
  cancel,
  each: answerEach,
  history: showHistory,
  share: askToShare,
  brief,
  engineer: askEngineer,
  feedback: askFeedback,
  stats,
  'my-data': (context) => turn(context.conversation, [myDataCard(context)]),
  'forget-me': (context) => {
    const waiting = wait(context, { kind: 'erase', back: activeOf(context).pending })
    return turn(waiting.conversation, [eraseCard(waiting)])
  },
  help: (context) => digress(context, [helpCard(context)]),
}

/** Begins a fresh consultation with the open question. */
function begin(context: Context): Turn {
  const waiting = wait(context, { kind: 'open' })
  return turn(waiting.conversation, [startCard(waiting)])
}

function start(context: Context): Turn {
  const { active } = context.conversation
  if (!active || (!isBegun(context.conversation) && active.pending?.kind !== 'question'))
    return begin(context)
  const reminder = resumeCard(context, active)
  if (active.concluded) return turn(context.conversation, [reminder])
  const again = pendingCard(context)
  return again ? turn(context.conversation, [reminder, again]) : proceed(context, [reminder])
}

/** Who asks for the result before the last question can go back to where they were. */
function result(context: Context): Turn {
  const compared = compareViews(context)
  if (compared) return compared
  const { concluded, pending } = activeOf(context)
  if (concluded || pending?.kind !== 'question') return showResult(context, [])
  return showResult(change(context, { concluded: true, pending: null }), [])
}

function skip(context: Context): Turn {
  const active = activeOf(context)
  if (active.pending?.kind !== 'question') return digress(context, [lineCard(LINES.nothingToSkip)])
  const skipped = [...new Set([...active.skipped, active.pending.criterion])]
  const requirements = withLevel(active.requirements, active.pending.criterion, null)
  return proceed(change(context, { requirements, skipped, pending: null }), [])
}

/** What was counted, to operators alone; the desk adds the counts. */
function stats(context: Context): Turn {
  if (!context.place.operator) return digress(context, [lineCard(LINES.notForYou)])
  if (context.by !== null) return digress(context, [lineCard(LINES.notHere)])
  return turn(context.conversation, [], [{ kind: 'stats' }])
}

function cancel(context: Context): Turn {
  const waiting = wait(context, null)
  return turn(waiting.conversation, [
    lineCard(isBegun(context.conversation) ? LINES.stopped : LINES.notBegun),
  ])
}
