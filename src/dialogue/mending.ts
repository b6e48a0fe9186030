import type { Emphasis } from '../advice/requirements.ts'
import { LEVELS } from '../knowledge/schema/levels.ts'
import type { Action } from './actions.ts'
import type { Consultation, Turn } from './conversation.ts'
import { withLevel } from './merge.ts'
import { withTicked } from './needs.ts'
import { proceed } from './proceed.ts'
import { record } from './record.ts'
import { activeOf, type Context, change } from './state.ts'

/* Answers given and set right by a press; null where the press makes no sense any more. */

/** What was pressed: the decoded action and the values ticked with it. */
export interface Press {
  action: Action
  ticked: readonly string[] | null
  /** What was written into a form; null when nothing was. */
  words: string | null
}

/** A grade of a criterion, with what was ticked below the question. */
export function level(context: Context, { action, ticked }: Press): Turn | null {
  const [id = '', wanted] = action.args
  const found = LEVELS.find((name) => name === wanted)
  if (!found || !context.consultant.catalogue.criterion(id)) return null
  const active = activeOf(context)
  const pending = active.pending?.kind === 'question' && active.pending.criterion === id
  const answered = withLevel(active.requirements, id, { level: found, origin: 'answered' })
  const requirements = ticked === null ? answered : withTicked(answered, checklistOf(context, id), ticked)
  // The person sees what they pressed; only a press on another card than the present one needs to be told.
  return record(context, requirements, { silent: pending && ticked === null })
}

/** What was ticked alone: the grade of the question is passed over. */
export function needs(context: Context, { action, ticked }: Press): Turn | null {
  const [id = ''] = action.args
  const active = activeOf(context)
  if (!context.consultant.catalogue.criterion(id)) return null
  const requirements = withTicked(active.requirements, checklistOf(context, id), ticked ?? [])
  return record(context, requirements, { skipped: [...new Set([...active.skipped, id])] })
}

const checklistOf = ({ consultant }: Context, criterion: string): readonly string[] =>
  consultant.catalogue.criterion(criterion)?.checklist ?? []

/** A question passed over: not sure of it, or not wanted. */
export function passOver(context: Context, { action }: Press, list: 'unsure' | 'skipped'): Turn | null {
  const [id = ''] = action.args
  if (!context.consultant.catalogue.criterion(id)) return null
  const active = activeOf(context)
  const other = list === 'unsure' ? 'skipped' : 'unsure'
  const part: Partial<Consultation> = {
    requirements: withLevel(active.requirements, id, null),
    [list]: [...new Set([...active[list], id])],
    [other]: active[other].filter((known) => known !== id),
    pending: null,
  }
  return proceed(change(context, part), [])
}

/** How much a criterion counts. */
export function emphasis(context: Context, { action }: Press): Turn | null {
  const [id = '', wanted] = action.args
  const factor = ([0.5, 1, 2] as const).find((known): known is Emphasis => String(known) === wanted)
  if (factor === undefined || !context.consultant.catalogue.criterion(id)) return null
  const { requirements } = activeOf(context)
  const { [id]: _, ...others } = requirements.emphasis
  return record(context, { ...requirements, emphasis: factor === 1 ? others : { ...others, [id]: factor } })
}

/** A point taken away. */
export function drop(context: Context, { action }: Press): Turn | null {
  const [key = '', id = ''] = action.args
  const { requirements } = activeOf(context)
  const { [id]: gone, ...needsLeft } = requirements.needs
  const { context: said } = requirements
  switch (key) {
    case 'need':
      return gone ? record(context, { ...requirements, needs: needsLeft }) : null
    case 'kind':
      return record(context, { ...requirements, kind: null })
    case 'likeness':
      return record(context, { ...requirements, likeness: null })
    case 'existing':
    case 'skills':
      return record(context, { ...requirements, context: { ...said, [key]: [] } })
    case 'context': {
      const rules = said.rules.filter((rule) => rule !== id)
      return record(context, { ...requirements, context: { ...said, rules } })
    }
    case 'runtime':
      return record(context, { ...requirements, context: { ...said, runtime: null } })
    case 'refused':
    case 'only':
      return record(context, { ...requirements, [key]: [] })
    default:
      return null
  }
}
