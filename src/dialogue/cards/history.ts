import { card, choices, text } from '../../card/build.ts'
import type { Card } from '../../card/card.ts'
import { escapeMarkup } from '../../card/markup.ts'
import type { Consultation } from '../conversation.ts'
import { titleOf } from '../naming.ts'
import { activeOf, type Context, isBegun } from '../state.ts'
import { buttonsAt } from './buttons.ts'
import { LABELS } from './lines.ts'

/**
 * Earlier projects, newest first.
 *
 * @param found those to show
 * @param wanted what was looked for; empty = all
 */
export function historyCard(context: Context, found: readonly Consultation[], wanted = ''): Card {
  const { conversation } = context
  const buttons = buttonsAt(conversation.step)
  const earlier = found.toReversed().slice(0, 9)
  const none = wanted === '' ? 'There are none yet.' : `I find none with "${escapeMarkup(wanted)}" in it.`
  return card(
    'Earlier projects',
    earlier.length === 0 ? text(none) : text('Choose one to open it again; the present one is kept.'),
    choices(
      ...earlier.map((entry) =>
        buttons.choice('open', [entry.id], titleOf(entry), { hint: outcomeOf(context, entry) }),
      ),
      earlier.length > 0 ? buttons.quiet('pair', [], 'Compare two') : null,
      isBegun(conversation) ? buttons.quiet('duplicate', [activeOf(context).id], LABELS.duplicate) : null,
      earlier.length > 0 ? buttons.quiet('export', [], LABELS.exportAll) : null,
      buttons.command('start', 'Go on here'),
    ),
  )
}

/** When it was last spoken of, what came out, and what was said last: copies of a project bear the same name. */
function outcomeOf(
  { consultant }: Context,
  { updatedAt, concluded, requirements, said, client }: Consultation,
): string {
  const winner = concluded ? consultant.advise(requirements).winner : null
  const last = client !== null && said.length > 1 ? said.at(-1) : undefined
  return [
    updatedAt.slice(0, 10),
    ...(winner === null ? [] : [escapeMarkup(consultant.catalogue.nameOf(winner))]),
    ...(last === undefined ? [] : [`"${escapeMarkup(shortened(last))}"`]),
  ].join(', ')
}

const MAX_SAID = 40

const shortened = (words: string): string => {
  const line = words.replace(/\s+/g, ' ')
  return line.length <= MAX_SAID ? line : `${line.slice(0, MAX_SAID - 3)}...`
}
