import { isEmpty } from '../language/findings.ts'
import type { Action } from './actions.ts'
import { historyCard } from './cards/history.ts'
import { LINES, lineCard } from './cards/lines.ts'
import { choosePairCard, projectsCard } from './cards/projects.ts'
import type { Consultation, Turn } from './conversation.ts'
import { mergeFindings } from './merge.ts'
import { titleOf } from './naming.ts'
import { digress, proceed } from './proceed.ts'
import { record } from './record.ts'
import { activeOf, archive, type Context, isBegun, newConsultation, turn, withActive } from './state.ts'

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
  const { active, history } = conversation
  const present = active !== null && isBegun(conversation) ? [active] : []
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
  const { findings } = context.consultant.language.understand(change, context.now)
  const copied = isEmpty(findings) ? null : copyOfPresent(context)
  if (copied === null) return null
  const { requirements } = activeOf(context)
  return record(copied, mergeFindings(requirements, findings, 'text'), {
    said: change,
    first: [lineCard(LINES.copied(titleOf(activeOf(context))))],
  })
}

/**
 * The present project is kept as it is, and a copy of it goes on.
 *
 * @returns null for a press meant for another project: after the first of two presses that is the copy
 */
export function duplicate(context: Context, { args: [meant] }: Action): Turn | null {
  if (meant !== undefined && meant !== activeOf(context).id) return null
  const copied = copyOfPresent(context)
  if (copied === null) return digress(context, [lineCard(LINES.nothingToCopy)])
  return proceed(copied, [lineCard(LINES.duplicated(titleOf(activeOf(context))))])
}

/** Null when nothing was said yet. */
function copyOfPresent(context: Context): Context | null {
  const { conversation, now } = context
  const kept = activeOf(context)
  if (!isBegun(conversation)) return null
  const archived = archive(context)
  const { id, startedAt, since } = newConsultation(archived.conversation, now)
  const fresh = { id, startedAt, since, pending: null, askAt: null, outcome: null }
  return withActive(archived, { ...kept, ...fresh }, [])
}
