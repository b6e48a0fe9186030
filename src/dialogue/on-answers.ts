import type { Requirements } from '../advice/requirements.ts'
import { LEVELS } from '../knowledge/schema/levels.ts'
import type { Input, Turn } from './conversation.ts'
import { offeredNeeds, UNSURE } from './form.ts'
import { withLevel } from './merge.ts'
import { withTicked } from './needs.ts'
import { record } from './record.ts'
import { activeOf, type Context } from './state.ts'

/**
 * The whole form at once. Whoever sends it has seen every question: one left out is passed over, and the
 * recommendation follows.
 */
export function onAnswers(context: Context, { levels, needs }: Extract<Input, { kind: 'answers' }>): Turn {
  const { catalogue } = context.consultant
  const { requirements } = activeOf(context)
  const criteria = catalogue.criteria.map(({ id }) => id)
  const wanted = (id: string): string | undefined => (Object.hasOwn(levels, id) ? levels[id] : undefined)
  const answered = criteria.reduce((before, id) => withAnswer(before, id, wanted(id)), requirements)
  const open = criteria.filter((id) => !Object.hasOwn(answered.levels, id))
  return record(context, withTicked(answered, offeredNeeds(catalogue), needs), {
    unsure: open.filter((id) => wanted(id) === UNSURE),
    skipped: open.filter((id) => wanted(id) !== UNSURE),
  })
}

/** An answer that is the same keeps the words it was given in. */
function withAnswer(requirements: Requirements, id: string, wanted: string | undefined): Requirements {
  const level = LEVELS.find((name) => name === wanted)
  if (level === undefined) return withLevel(requirements, id, null)
  if (requirements.levels[id]?.level === level) return requirements
  return withLevel(requirements, id, { level, origin: 'answered' })
}
