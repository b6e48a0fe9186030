import type { Requirements } from '../advice/requirements.ts'
import type { Card } from '../card/card.ts'
import { LINES, lineCard } from './cards/lines.ts'
import { confirmCard, understoodCard } from './cards/questions.ts'
import type { Consultation, Doubt, Turn } from './conversation.ts'
import { doubtsIn, isSoftened, nameOfDoubt, softened } from './doubt.ts'
import { proceed } from './proceed.ts'
import { activeOf, type Context, change, turn, wait } from './state.ts'

/**
 * Takes new requirements over, shows what changed, and goes on. What would rule out something the person named only
 * does so once it is confirmed.
 *
 * @param named alternatives the person spoke of in the same message
 */
export function record(
  context: Context,
  requirements: Requirements,
  options: {
    said?: string
    named?: readonly string[]
    first?: readonly Card[]
    silent?: boolean
    /** Questions passed over; those that were before unless given. */
    unsure?: readonly string[]
    skipped?: readonly string[]
  } = {},
): Turn {
  const before = activeOf(context)
  const doubts = doubtsIn(context, before.requirements, requirements, options.named ?? [])
  const kept = doubts.reduce(softened, requirements)
  const answered = Object.keys(kept.levels)
  const without = (list: readonly string[]): string[] => list.filter((id) => !answered.includes(id))
  const changed = change(context, {
    requirements: kept,
    said: options.said === undefined ? before.said : [...before.said, options.said],
    name: before.name ?? (options.said === undefined ? null : nameFrom(options.said)),
    unsure: without(options.unsure ?? before.unsure),
    skipped: without(options.skipped ?? before.skipped),
    pending: null,
  })
  const understood = options.silent ? null : understoodCard(changed, before, activeOf(changed))
  const known = options.said !== undefined && !understood && !options.silent && doubts.length === 0
  const cards = [
    ...(options.first ?? []),
    ...(known && !options.first?.length ? [lineCard(LINES.alreadyKnown)] : []),
    ...(understood ? [understood] : []),
  ]
  return settle(changed, [...doubts, ...stillOpen(before, doubts, kept)], cards)
}

/** What was asked before and not answered, unless the message has settled it. */
function stillOpen({ pending }: Consultation, doubts: readonly Doubt[], kept: Requirements): Doubt[] {
  if (pending?.kind !== 'confirm') return []
  const names = doubts.map(nameOfDoubt)
  return [pending.doubt, ...pending.more].filter(
    (doubt) => !names.includes(nameOfDoubt(doubt)) && isSoftened(kept, doubt),
  )
}

/** Asks for the first of the doubts that are left; goes on when none is. */
export function settle(context: Context, [doubt, ...more]: readonly Doubt[], cards: readonly Card[]): Turn {
  if (!doubt) return proceed(context, cards)
  const waiting = wait(context, { kind: 'confirm', doubt, more })
  return turn(waiting.conversation, [...cards, confirmCard(waiting, doubt)])
}

const MAX_NAME = 48

/** The first words of a brief, as a name to find the project again. */
function nameFrom(said: string): string | null {
  const line = said.replace(/\s+/g, ' ').trim()
  if (line.split(' ').length < 4) return null
  if (line.length <= MAX_NAME) return line
  return `${line.slice(0, line.lastIndexOf(' ', MAX_NAME))} ...`
}
