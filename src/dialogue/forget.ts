import type { NeedRequirement } from '../advice/requirements.ts'
import type { Card } from '../card/card.ts'
import { escapeMarkup } from '../card/markup.ts'
import type { Understood } from '../language/understand.ts'
import { inProse } from './answer/answer.ts'
import { LINES, lineCard } from './cards/lines.ts'
import type { Turn } from './conversation.ts'
import { record } from './record.ts'
import { activeOf, type Context } from './state.ts'

/**
 * "Forget the deadline": what was said about it no longer counts and is not asked for again. A need is then known to
 * be not needed.
 *
 * @param argument what is to be forgotten
 * @returns null when it names nothing that can be
 */
export function forget(context: Context, { text, alternatives }: Understood, argument: string): Turn | null {
  const { consultant, now } = context
  const { requirements, skipped } = activeOf(context)
  const { criteria, findings } = consultant.language.understand(argument, now)
  const gone = [...new Set([...criteria, ...findings.levels.map(({ criterion }) => criterion)])]
  const kind = findings.kind !== null && findings.kind.id === requirements.kind?.id
  if (alternatives.length > 0 || (gone.length === 0 && findings.needs.length === 0 && !kind)) return null
  const refused = findings.needs.map(({ need }): [string, NeedRequirement] => [
    need,
    { priority: 'not_needed', origin: 'text', words: text },
  ])
  const after = {
    ...requirements,
    levels: without(requirements.levels, gone),
    emphasis: without(requirements.emphasis, gone),
    needs: { ...requirements.needs, ...Object.fromEntries(refused) },
    kind: kind ? null : requirements.kind,
  }
  const open = gone.filter((id) => !Object.hasOwn(requirements.levels, id))
  const first = open.length === 0 ? [] : [leftOutCard(context, open)]
  return record(context, after, { said: text, first, skipped: [...new Set([...skipped, ...gone])] })
}

function leftOutCard({ consultant }: Context, ids: readonly string[]): Card {
  const names = ids.map((id) => consultant.catalogue.criterion(id)?.short ?? id)
  return lineCard(LINES.leftOut(escapeMarkup(inProse(names))))
}

const without = <T>(entries: Record<string, T>, ids: readonly string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(entries).filter(([id]) => !ids.includes(id)))
