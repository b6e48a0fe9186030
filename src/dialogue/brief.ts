import { briefFile, card, text } from '../card/build.ts'
import type { Card } from '../card/card.ts'
import { escapeMarkup } from '../card/markup.ts'
import type { Turn } from './conversation.ts'
import { nameIn } from './naming.ts'
import { digress } from './proceed.ts'
import { activeOf, type Context, withActive } from './state.ts'

const FORMATS = ['pdf', 'markdown'] as const

/**
 * The document for the client, as files.
 *
 * @param argument `[for <client>] [by <author>]`; a client who was named before need not be named again
 */
export function brief(context: Context, argument: string): Turn {
  const active = activeOf(context)
  if (active.said.length === 0 && Object.keys(active.requirements.levels).length === 0)
    return digress(context, [
      card(null, text('There is nothing to write down yet. Tell me about the project first.')),
    ])
  const { client, author } = namesIn(argument)
  const named = withActive(context, { ...active, client: client ?? active.client }, context.conversation.undo)
  return digress(named, [briefCard(named, author)])
}

function briefCard(context: Context, author: string | null): Card {
  const { requirements, said, client } = activeOf(context)
  const { hash: knowledge } = context.consultant.catalogue
  const date = context.now.toISOString().slice(0, 10)
  const files = FORMATS.map((format) =>
    briefFile({ format, requirements, said, client, author, date, knowledge }),
  )
  const whose =
    client === null ? 'To put a name on it, say "brief for" and the name.' : `For ${escapeMarkup(client)}.`
  return card(
    'Client brief',
    text(`${whose} It holds the requirements, the recommendation, what speaks against it, and the sources.`),
    ...files,
  )
}

function namesIn(argument: string): { client: string | null; author: string | null } {
  const [, client = '', author = ''] =
    /^(?:for\s+)?(.*?)(?:(?:^|\s+)by\s+(.+))?$/is.exec(argument.trim()) ?? []
  return { client: nameIn(client), author: nameIn(author) }
}
