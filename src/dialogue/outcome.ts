import type { Action } from './actions.ts'
import { LINES, lineCard } from './cards/lines.ts'
import { candidatesOf, othersCard, outcomeCard } from './cards/outcome.ts'
import type { Consultation, Conversation, Effect, Outcome, Turn } from './conversation.ts'
import { offersIn } from './offered.ts'
import { digress } from './proceed.ts'
import { type Context, turn } from './state.ts'

/*
 * What was chosen in the end: asked once of a project, some time after its recommendation, and never of a person who
 * has not answered the last such question, or was asked within a week.
 */

const DAY_MS = 24 * 60 * 60 * 1000
/** Whoever is asked more often takes it for nagging. */
const PAUSE_MS = 7 * DAY_MS
/** Whoever was asked something so lately is about to answer that. */
const BUSY_MS = 30 * 60 * 1000

const later = (now: Date, ms: number): string => new Date(now.getTime() + ms).toISOString()

/** The turn with a day fixed for its recommendation, where one person alone was given the first of its project. */
export function withDayToAsk(context: Context, outcome: Turn): Turn {
  const { active, followUp } = outcome.conversation
  const days = context.by === null ? context.place.askAfterDays : null
  if (days === null || followUp.off || !active?.concluded || active.askAt !== null) return outcome
  const askAt = later(context.now, days * DAY_MS)
  const conversation = { ...outcome.conversation, active: { ...active, askAt } }
  const effect: Effect = { kind: 'ask_later', project: active.id, at: askAt }
  return { ...outcome, conversation, effects: [...outcome.effects, effect] }
}

/** The day has come: asks, puts it off while they are busy, or leaves it. */
export function askOutcome(context: Context, project: string): Turn {
  const { conversation, now } = context
  const { followUp } = conversation
  const asked: Effect = { kind: 'asked', project }
  const found = projectOf(conversation, project)
  const recently = followUp.askedAt !== null && now.getTime() - Date.parse(followUp.askedAt) < PAUSE_MS
  if (!found?.concluded || found.outcome !== null || followUp.off || followUp.open || recently)
    return turn(conversation, [], [asked])
  if (isBusy(conversation, now)) {
    const at = later(now, DAY_MS)
    return turn(withProject(conversation, { ...found, askAt: at }), [], [{ kind: 'ask_later', project, at }])
  }
  const cards = [outcomeCard(context, found)]
  const noted = { ...followUp, askedAt: now.toISOString(), open: true }
  // A number typed next answers this card.
  const shown = { ...conversation, followUp: noted, offered: offersIn(cards) }
  return turn(shown, [], [asked, { kind: 'notify', cards }])
}

const isBusy = ({ active }: Conversation, now: Date): boolean =>
  active?.pending != null &&
  active.pending.kind !== 'open' &&
  now.getTime() - Date.parse(active.updatedAt) < BUSY_MS

/**
 * What was answered.
 *
 * @param action the project, and an alternative, `others` to see more of them, `other`, `undecided`, or `off`
 */
export function noteOutcome(context: Context, { args: [project = '', reply = ''] }: Action): Turn | null {
  const { conversation, consultant } = context
  const found = projectOf(conversation, project)
  if (!found) return null
  if (found.outcome !== null) return digress(context, [lineCard(LINES.outcomeKnown)])
  if (reply === 'others') return turn(conversation, [othersCard(context, found)])
  const answered = { ...conversation.followUp, open: false }
  if (reply === 'off') {
    const quiet = { ...context, conversation: { ...conversation, followUp: { ...answered, off: true } } }
    return { ...digress(quiet, [lineCard(LINES.neverAsked)]), chose: { outcome: 'off', alternative: null } }
  }
  const outcome = outcomeOf(consultant.catalogue.alternative(reply)?.id, reply)
  if (outcome === null) return null
  const kept = withProject({ ...conversation, followUp: answered }, { ...found, outcome })
  const noted = digress({ ...context, conversation: kept }, [lineCard(LINES.outcomeNoted)])
  return { ...noted, chose: agreementOf(context, found, outcome) }
}

function outcomeOf(alternative: string | undefined, reply: string): Outcome | null {
  if (alternative !== undefined) return { kind: 'chosen', alternative }
  return reply === 'other' || reply === 'undecided' ? { kind: reply } : null
}

/** How a choice stands to the advice: `first`, another `candidate`, or `other`. */
function agreementOf(
  { consultant }: Context,
  { requirements }: Consultation,
  outcome: Outcome,
): NonNullable<Turn['chose']> {
  if (outcome.kind !== 'chosen') return { outcome: outcome.kind, alternative: null }
  const { alternative } = outcome
  const place = candidatesOf(consultant, requirements).indexOf(alternative)
  return { outcome: place === 0 ? 'first' : place > 0 ? 'candidate' : 'other', alternative }
}

const projectOf = ({ active, history }: Conversation, id: string): Consultation | undefined =>
  active?.id === id ? active : history.find((entry) => entry.id === id)

const withProject = (conversation: Conversation, project: Consultation): Conversation =>
  conversation.active?.id === project.id
    ? { ...conversation, active: project }
    : {
        ...conversation,
        history: conversation.history.map((entry) => (entry.id === project.id ? project : entry)),
      }
