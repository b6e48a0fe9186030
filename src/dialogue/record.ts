import type { Requirements } from '../advice/requirements.ts'
import type { Card } from '../card/card.ts'
import { confirmCard, understoodCard } from './cards/questions.ts'
import type { Turn } from './conversation.ts'
import { proceed } from './proceed.ts'
import { activeOf, type Context, change, turn, wait } from './state.ts'

/**
 * Takes new requirements over, shows what changed, and goes on. A must that would rule out something the person
 * named is only wanted until it is confirmed.
 *
 * @param named alternatives the person spoke of in the same message
 */
export function record(
  context: Context,
  requirements: Requirements,
  options: { said?: string; named?: readonly string[]; first?: readonly Card[]; silent?: boolean } = {},
): Turn {
  const before = activeOf(context)
  const doubtful = firstDoubtfulMust(context, before.requirements, requirements, options.named ?? [])
  const kept = doubtful ? withPriority(requirements, doubtful.need, 'should') : requirements
  const answered = Object.keys(kept.levels)
  const without = (list: readonly string[]): string[] => list.filter((id) => !answered.includes(id))
  const changed = change(context, {
    requirements: kept,
    said: options.said === undefined ? before.said : [...before.said, options.said],
    name: before.name ?? (options.said === undefined ? null : nameFrom(options.said)),
    unsure: without(before.unsure),
    skipped: without(before.skipped),
    pending: null,
  })
  const understood = options.silent ? null : understoodCard(changed, before, activeOf(changed))
  const cards = [...(options.first ?? []), ...(understood ? [understood] : [])]
  if (!doubtful) return proceed(changed, cards)
  const waiting = wait(changed, { kind: 'confirm', ...doubtful })
  return turn(waiting.conversation, [...cards, confirmCard(waiting, doubtful.need, doubtful.eliminates)])
}

const MAX_NAME = 48

/** The first words of a brief, as a name to find the project again. */
function nameFrom(said: string): string | null {
  const line = said.replace(/\s+/g, ' ').trim()
  if (line.split(' ').length < 4) return null
  if (line.length <= MAX_NAME) return line
  return `${line.slice(0, line.lastIndexOf(' ', MAX_NAME))} ...`
}

export function withPriority(
  requirements: Requirements,
  need: string,
  priority: 'must' | 'should',
): Requirements {
  const known = requirements.needs[need]
  if (!known) return requirements
  return { ...requirements, needs: { ...requirements.needs, [need]: { ...known, priority } } }
}

/** The first new must that rules out an alternative the person named or has. */
function firstDoubtfulMust(
  { consultant }: Context,
  before: Requirements,
  after: Requirements,
  named: readonly string[],
): { need: string; eliminates: string[] } | null {
  const theirs = new Set([...named, ...after.only, ...after.context.skills, ...after.context.existing])
  if (theirs.size === 0) return null
  const out = (requirements: Requirements): Set<string> =>
    new Set(
      consultant
        .advise(requirements)
        .ranking.filter(({ id, excluded }) => excluded !== null && theirs.has(id))
        .map(({ id }) => id),
    )
  for (const [need, { priority }] of Object.entries(after.needs)) {
    if (priority !== 'must' || before.needs[need]?.priority === 'must') continue
    const softer = out(withPriority(after, need, 'should'))
    const eliminates = [...out(after)].filter((id) => !softer.has(id))
    if (eliminates.length > 0) return { need, eliminates }
  }
  return null
}
