import { card, facts, text } from '../../card/build.ts'
import type { Card } from '../../card/card.ts'
import { escapeMarkup } from '../../card/markup.ts'
import type { Catalogue } from '../../knowledge/catalogue.ts'
import type { Tallied } from '../conversation.ts'
import { countedWeeks } from './counted.ts'

/** More weeks than these nobody reads in a chat. */
const MOST_WEEKS = 4

/** What was counted lately, week by week. */
export function statsCards(catalogue: Catalogue, tallied: readonly Tallied[]): Card[] {
  const weeks = countedWeeks(catalogue, tallied)
  if (weeks.length === 0) return [card('What was counted', text('Nothing was counted yet.'))]
  const shown = weeks
    .slice(0, MOST_WEEKS)
    .map(({ week, rows }) =>
      card(`Week ${week}`, facts(rows.map(([label, words]) => [label, escapeMarkup(words)] as const))),
    )
  const more = weeks.length - shown.length
  if (more === 0) return shown
  return [...shown, card(null, text(`${more} earlier ${more === 1 ? 'week' : 'weeks'}: \`pyframe stats\`.`))]
}
