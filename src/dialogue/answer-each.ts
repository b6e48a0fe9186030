import type { Level } from '../knowledge/schema/levels.ts'
import { LEVELS } from '../knowledge/schema/levels.ts'
import { type Findings, isEmpty } from '../language/findings.ts'
import type { Understood } from '../language/understand.ts'
import type { Action } from './actions.ts'
import { LINES, lineCard, noticeCard } from './cards/lines.ts'
import { answeredCard, differencesCard, eachCards, notedCard, settleCard } from './cards/panel.ts'
import type { Panel, Turn, View } from './conversation.ts'
import { mergeFindings } from './merge.ts'
import { standOf, viewsIn } from './panel.ts'
import { digress, showResult } from './proceed.ts'
import { record } from './record.ts'
import { activeOf, type Context, change, turn, withActive } from './state.ts'

/* A shared consultation in which everyone answers for themselves, and the group settles where they differ. */

/** Begins it, or shows the questions again; where only one person can speak, says why it does not apply. */
export function answerEach(context: Context): Turn {
  if (context.by === null) return digress(context, [lineCard(LINES.eachElsewhere)])
  const open = openPanel(context)
  const panel: Panel = open ?? { views: {}, settled: {}, open: true }
  const begun = open ? context : change(context, { panel, pending: null, concluded: false })
  return turn(begun.conversation, eachCards(begun))
}

const openPanel = (context: Context): Panel | null => {
  const { panel } = activeOf(context)
  return panel?.open ? panel : null
}

/** One person's answer to one question, seen by nobody else until the group compares. */
export function takeView(context: Context, { args: [id = '', wanted] }: Action): Turn | null {
  const level = [...LEVELS, 'unknown' as const].find((name) => name === wanted)
  if (level === undefined || !context.consultant.catalogue.criterion(id)) return null
  return ownAnswer(context, { [id]: level })
}

/** Longer names are cut: they stand behind every answer. */
const MAX_NAME = 40
/** More people than these do not settle anything in one thread. */
const MOST_PEOPLE = 30

/** Answers of one person; null where they are not asked for. */
export function ownAnswer(context: Context, levels: View['levels']): Turn | null {
  const panel = openPanel(context)
  const { by, place, consultant } = context
  if (panel === null || by === null) return null
  const person = place.person || by
  const own: View = {
    name: by.slice(0, MAX_NAME),
    levels: { ...panel.views[person]?.levels, ...levels },
  }
  const views = { ...panel.views, [person]: own }
  if (Object.keys(views).length > MOST_PEOPLE) return digress(context, [lineCard(LINES.tooMany(MOST_PEOPLE))])
  const noted = withPanel(context, { ...panel, views })
  const open = consultant.catalogue.criteria.filter(({ id }) => !Object.hasOwn(own.levels, id))
  const before = Object.keys(panel.views[person]?.levels ?? {}).length
  const done = open.length === 0 && before < consultant.catalogue.criteria.length
  const said = done ? [answeredCard(noted, own.name, viewsIn({ ...panel, views }))] : []
  return turn(noted.conversation, said, [{ kind: 'whisper', cards: [notedCard(noted, levels, open)] }])
}

/** Answers are no step of the group that "back" takes back. */
const withPanel = (context: Context, panel: Panel): Context =>
  withActive(context, { ...activeOf(context), panel }, context.conversation.undo)

/** What somebody says in words while everyone answers: the criteria are their own view, the rest is the project's. */
export function sayOwn(context: Context, { text, findings, alternatives }: Understood): Turn | null {
  const panel = openPanel(context)
  if (panel === null || context.by === null) return null
  const own = findings.levels.map(({ criterion, level }): [string, Level] => [criterion, level])
  const taken = own.length === 0 ? null : ownAnswer(context, Object.fromEntries(own))
  const rest: Findings = { ...findings, levels: [] }
  if (isEmpty(rest)) return taken
  const after = taken === null ? context : { ...context, conversation: taken.conversation }
  const requirements = mergeFindings(activeOf(after).requirements, rest, 'text')
  const told = record(after, requirements, { said: text, named: alternatives.map(({ id }) => id) })
  return { ...told, effects: [...(taken?.effects ?? []), ...told.effects] }
}

/** Shows where the views differ and asks to settle the first point; the result where nothing is left to settle. */
export function compareViews(context: Context): Turn | null {
  const panel = openPanel(context)
  if (panel === null) return null
  const views = viewsIn(panel)
  if (views.length < 2) return turn(context.conversation, [answeredCard(context, null, views)])
  const stand = standOf(context.consultant, activeOf(context))
  const [first] = stand.disputes
  if (!first) return conclude(context, panel)
  return turn(context.conversation, [
    differencesCard(context, activeOf(context), stand, views),
    settleCard(context, first, stand.disputes.length),
  ])
}

/** One point is settled, or left open: goes on with the next. */
export function settlePoint(context: Context, { args: [id = '', wanted] }: Action): Turn | null {
  const panel = openPanel(context)
  const { by, consultant } = context
  const level = LEVELS.find((name) => name === wanted) ?? null
  if (panel === null || by === null || (level === null && wanted !== 'open')) return null
  const disputed = standOf(consultant, activeOf(context)).disputes.some(({ criterion }) => criterion === id)
  if (!disputed) return digress(context, [noticeCard('info', LINES.settledBefore)])
  const after = { ...panel, settled: { ...panel.settled, [id]: { level, by: by.slice(0, MAX_NAME) } } }
  const [next, ...more] = standOf(consultant, { ...activeOf(context), panel: after }).disputes
  if (!next) return conclude(context, after)
  const noted = change(context, { panel: after })
  return turn(noted.conversation, [settleCard(noted, next, more.length + 1)])
}

/** The recommendation for what the group agreed on and settled, with who said it. */
function conclude(context: Context, panel: Panel): Turn {
  const { requirements, agreed } = standOf(context.consultant, { ...activeOf(context), panel })
  const after = change(context, { requirements, panel: { ...panel, open: false }, concluded: true })
  const names = (id: string): string =>
    viewsIn(panel)
      .filter(({ levels }) => levels[id] === requirements.levels[id]?.level)
      .map(({ name }) => name)
      .join(', ')
  const theirs = [...agreed, ...Object.keys(panel.settled)].flatMap((id): [string, string][] =>
    Object.hasOwn(requirements.levels, id) ? [[`level:${id}`, names(id)]] : [],
  )
  const active = activeOf(after)
  const givers = { ...active.givers, ...Object.fromEntries(theirs) }
  return showResult(withActive(after, { ...active, givers }, after.conversation.undo), [])
}
