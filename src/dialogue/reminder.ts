import type { Card } from '../card/card.ts'
import { escapeMarkup } from '../card/markup.ts'
import { LINES, lineCard } from './cards/lines.ts'
import type { Consultation, Conversation } from './conversation.ts'
import { titleOf } from './naming.ts'
import { progressOf } from './questionnaire.ts'
import { type Context, isBegun } from './state.ts'

const HOUR_MS = 60 * 60 * 1000
/** Whoever comes back sooner remembers. */
const AWAY_MS = 20 * HOUR_MS
const DAY_MS = 24 * HOUR_MS
const WEEK_DAYS = 7

/** One line about where somebody was who comes back after a day or more; null for everybody else. */
export function reminderFor(context: Context): Card | null {
  const { active } = context.conversation
  if (active === null || !isBegun(context.conversation)) return null
  const since = new Date(active.updatedAt)
  if (!(context.now.getTime() - since.getTime() >= AWAY_MS)) return null
  return lineCard(`${dayOf(since, context.now)} ${whereWeWere(context, active)}`)
}

/** The conversation as one that was just spoken in: nobody is reminded twice. */
export function touched(conversation: Conversation, now: Date): Conversation {
  const { active } = conversation
  return active === null
    ? conversation
    : { ...conversation, active: { ...active, updatedAt: now.toISOString() } }
}

function whereWeWere({ consultant }: Context, active: Consultation): string {
  const { catalogue } = consultant
  const called = active.client === null ? '' : LINES.about(titleOf(active))
  if (active.concluded) {
    const { winner } = consultant.advise(active.requirements)
    return winner === null
      ? LINES.nothingLeft(called)
      : LINES.recommended(escapeMarkup(catalogue.nameOf(winner)), called)
  }
  const { step, of } = progressOf(catalogue, active)
  return LINES.wereAt(step, of, called)
}

/** "Yesterday", "Last Tuesday", "On 3 November": the day in words, counted in UTC. */
function dayOf(then: Date, now: Date): string {
  const dayNumber = (date: Date): number => Math.floor(date.getTime() / DAY_MS)
  const days = dayNumber(now) - dayNumber(then)
  const inWords = (options: Intl.DateTimeFormatOptions): string =>
    then.toLocaleDateString('en-GB', { ...options, timeZone: 'UTC' })
  if (days <= 1) return LINES.yesterday
  if (days < WEEK_DAYS) return LINES.weekday(inWords({ weekday: 'long' }))
  const year = then.getUTCFullYear() === now.getUTCFullYear() ? {} : ({ year: 'numeric' } as const)
  return LINES.date(inWords({ day: 'numeric', month: 'long', ...year }))
}
