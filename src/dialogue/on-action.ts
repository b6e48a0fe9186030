import { whatWouldChange } from '../advice/changes.ts'
import { type Action, decodeAction, type Verb } from './actions.ts'
import { compareViews, settlePoint, takeView } from './answer-each.ts'
import { changesCard, detailsCard } from './cards/details.ts'
import { LINES, lineCard, noticeCard } from './cards/lines.ts'
import { exportCard } from './cards/my-data.ts'
import { whyCard } from './cards/questions.ts'
import { isCommand } from './commands.ts'
import type { Turn } from './conversation.ts'
import { hardened, nameOfDoubt } from './doubt.ts'
import { doubtClaim, rate, remark } from './feedback.ts'
import { handOff, takeOver } from './hand-off.ts'
import { duplicate, pair, reopen } from './history.ts'
import { drop, emphasis, level, needs, type Press, passOver } from './mending.ts'
import { titleOf } from './naming.ts'
import { onCommand } from './on-command.ts'
import { noteOutcome } from './outcome.ts'
import { digress, proceed, showResult } from './proceed.ts'
import { record, settle } from './record.ts'
import { adopt, share, unshare } from './share.ts'
import { activeOf, type Context, change, newConversation, turn, wait, withActive } from './state.ts'

/** A handler gives null when the press makes no sense any more. */
type Handler = (context: Context, press: Press) => Turn | null

/**
 * A pressed button or submitted checklist. One from an older card is applied when it still makes sense; otherwise
 * the present question is shown again with a word of explanation.
 */
export function onAction(
  context: Context,
  encoded: string,
  values: readonly string[] | null,
  words: string | null = null,
): Turn {
  const action = decodeAction(encoded)
  const outcome =
    action && !isLate(context, action) && HANDLERS[action.verb](context, { action, ticked: values, words })
  if (outcome) return outcome
  return digress(context, [noticeCard('info', LINES.lateButton)])
}

/** What a button does to the present project. */
const OF_THE_PROJECT: readonly Verb[] = [
  'begin',
  'level',
  'needs',
  'unsure',
  'skip',
  'edit',
  'emphasis',
  'drop',
  'must',
  'keep',
  'thorough',
  'view',
  'views',
  'settle',
]

/** Buttons that others see: they come from any conversation. */
const OF_OTHERS: readonly Verb[] = ['unshare', 'take', 'adopt']

/**
 * True for a button of another project, and for a "back" from any card but the last: pressed twice it would take
 * back twice.
 */
function isLate({ conversation }: Context, { verb, args, step }: Action): boolean {
  // Other people see these buttons: who may take a post back is told by what is theirs.
  if (OF_OTHERS.includes(verb)) return false
  if (step > conversation.step) return true
  if (verb === 'command' && args[0] === 'back') return step !== conversation.step - 1
  return OF_THE_PROJECT.includes(verb) && step < (conversation.active?.since ?? 0)
}

const HANDLERS: Record<Verb, Handler> = {
  begin: goOn,
  level,
  needs,
  unsure: (context, press) => passOver(context, press, 'unsure'),
  skip: (context, press) => passOver(context, press, 'skipped'),
  why: (context, { action }) => {
    const criterion = context.consultant.catalogue.criterion(action.args[0] ?? '')
    return criterion ? digress(context, [whyCard(criterion)]) : null
  },
  edit: (context, { action }) => {
    const criterion = context.consultant.catalogue.criterion(action.args[0] ?? '')
    return criterion ? digress(wait(context, { kind: 'question', criterion: criterion.id }), []) : null
  },
  emphasis,
  drop,
  must,
  keep,
  erase,
  thorough: (context) =>
    activeOf(context).thorough
      ? goOn(context)
      : proceed(change(context, { thorough: true, pending: null, concluded: false }), []),
  details: (context) => {
    const advice = context.consultant.advise(activeOf(context).requirements)
    return digress(context, [detailsCard(context, advice)])
  },
  changes: (context) => {
    const { requirements } = activeOf(context)
    return digress(context, [
      changesCard(context, whatWouldChange(context.consultant.catalogue, requirements)),
    ])
  },
  open,
  pair: (context, { action, ticked }) => pair(context, action, ticked),
  share: (context, { action }) => share(context, action),
  unshare: (context, { action }) => unshare(context, action),
  adopt: (context, { action }) => adopt(context, action),
  handoff: (context, { action, words }) => handOff(context, action, words),
  take: (context, { action }) => takeOver(context, action),
  feedback: (context, { action }) => rate(context, action),
  claim: (context, { action }) => doubtClaim(context, action),
  remark: (context, { action, words }) => remark(context, action, words),
  outcome: (context, { action }) => noteOutcome(context, action),
  export: (context) => digress(context, [exportCard(context)]),
  duplicate: (context, { action }) => duplicate(context, action),
  view: (context, { action }) => takeView(context, action),
  views: compareViews,
  settle: (context, { action }) => settlePoint(context, action),
  command: (context, { action }) => {
    const [id = '', argument = ''] = action.args
    return isCommand(id) ? onCommand(context, id, argument) : null
  },
}

/** The next question, with nothing changed that "back" would have to take back. */
function goOn(context: Context): Turn {
  const active = activeOf(context)
  return proceed(
    withActive(context, { ...active, concluded: false, pending: null }, context.conversation.undo),
    [],
  )
}

function must(context: Context, { action }: Press): Turn | null {
  const [about = '', reply] = action.args
  const { requirements, pending } = activeOf(context)
  if (pending?.kind !== 'confirm' || nameOfDoubt(pending.doubt) !== about) return null
  const settled = withActive(context, { ...activeOf(context), pending: null }, context.conversation.undo)
  if (reply !== 'yes') return settle(settled, pending.more, [])
  return settle(change(settled, { requirements: hardened(requirements, pending.doubt) }), pending.more, [])
}

function keep(context: Context, { action }: Press): Turn | null {
  const { pending } = activeOf(context)
  if (pending?.kind !== 'what_if') return null
  const settled = wait(context, pending.back)
  if (action.args[0] === 'yes') return record(settled, pending.requirements, { silent: true })
  const dropped = lineCard(LINES.dropped)
  return activeOf(settled).concluded ? showResult(settled, [dropped]) : digress(settled, [dropped])
}

function erase(context: Context, { action }: Press): Turn | null {
  const { pending } = activeOf(context)
  if (pending?.kind !== 'erase') return null
  if (action.args[0] === 'yes') {
    const gone = lineCard(LINES.erased)
    return turn(newConversation(), [gone], [{ kind: 'erase' }])
  }
  return digress(wait(context, pending.back), [lineCard(LINES.notErased)])
}

function open(context: Context, { action }: Press): Turn | null {
  const reopened = reopen(context, action)
  const active = reopened?.conversation.active
  if (!reopened || !active) return null
  const when = context.conversation.history.find(({ id }) => id === active.id)?.updatedAt.slice(0, 10)
  return proceed(reopened, [lineCard(LINES.opened(titleOf(active), when ?? ''))])
}
