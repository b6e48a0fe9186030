import { isEmpty } from '../language/findings.ts'
import type { Action } from './actions.ts'
import { historyCard } from './cards/answers.ts'
import { LINES, lineCard } from './cards/lines.ts'
import { choosePairCard, projectsCard } from './cards/projects.ts'
import type { Consultation, Turn } from './conversation.ts'
import { mergeFindings } from './merge.ts'
import { titleOf } from './naming.ts'
import { digress } from './proceed.ts'
import { record } from './record.ts'
import { activeOf, archive, type Context, newConsultation, turn, withActive } from './state.ts'

/**
 * Earlier projects.
 *
 * @param wanted only those in whose name or words this stands; empty = all
 */
export function showHistory(context: Context, wanted: string): Turn {
  const words = wanted.toLowerCase()
  const found = context.conversation.history.filter(({ client, name, said }) =>
    [client ?? '', name ?? '', ...said].some((text) => text.toLowerCase().includes(words)),
  )
  return turn(context.conversation, [historyCard(context, found, wanted)])
}

/** Every project there is, the present one too when something was said in it; newest first. */
function projectsOf({ conversation }: Context): Consultation[] {
  const { active, history, undo } = conversation
  const present = active !== null && (active.concluded || undo.length > 0) ? [active] : []
  return [...history, ...present].toReversed()
}

/**
 * Two projects side by side; without a choice of two, asks for one.
 *
 * @param action `chosen` below the list, where it was asked for before
 */
export function pair(context: Context, { args: [chosen] }: Action, ticked: readonly string[] | null): Turn {
  const projects = projectsOf(context)
  if (projects.length < 2) return digress(context, [lineCard(LINES.nothingToPair)])
  const [one, other, ...more] = projects.filter(({ id }) => ticked?.includes(id))
  if (!one || !other || more.length > 0) {
    const asked = chosen === undefined ? [] : [lineCard(LINES.twoPlease)]
    return turn(context.conversation, [...asked, choosePairCard(context, projects)])
  }
  return turn(context.conversation, [projectsCard(context, [one, other])])
}

/** An earlier project put in the place of the present one. */
export function reopen(context: Context, { args: [id] }: Action): Context | null {
  const found = context.conversation.history.find((entry) => entry.id === id)
  if (!found) return null
  const archived = archive(context)
  const history = archived.conversation.history.filter((entry) => entry.id !== found.id)
  const without = { ...archived, conversation: { ...archived.conversation, history } }
  return withActive(without, { ...found, since: without.conversation.step }, [])
}

/**
 * "Again, but ...": the present project is kept as it is, and a copy of it goes on with the change.
 *
 * @param change what is different
 * @returns null when nothing that is understood is, or when there is nothing to copy
 */
export function vary(context: Context, change: string): Turn | null {
  const { consultant, conversation, now } = context
  const { findings } = consultant.language.understand(change, now)
  const kept = activeOf(context)
  if (isEmpty(findings) || !(kept.concluded || conversation.undo.length > 0)) return null
  const archived = archive(context)
  const { id, startedAt, since } = newConsultation(archived.conversation, now)
  const copied = withActive(archived, { ...kept, id, startedAt, since, pending: null }, [])
  return record(copied, mergeFindings(kept.requirements, findings, 'text'), {
    said: change,
    first: [lineCard(LINES.copied(titleOf(kept)))],
  })
}
