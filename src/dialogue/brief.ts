import { briefCard } from './cards/brief.ts'
import { LINES, lineCard } from './cards/lines.ts'
import type { Turn } from './conversation.ts'
import { nameIn } from './naming.ts'
import { digress } from './proceed.ts'
import { activeOf, type Context, withActive } from './state.ts'

/**
 * The document for the client, as files.
 *
 * @param argument `[for <client>] [by <author>]`; a client who was named before need not be named again
 */
export function brief(context: Context, argument: string): Turn {
  const active = activeOf(context)
  if (active.said.length === 0 && Object.keys(active.requirements.levels).length === 0)
    return digress(context, [lineCard(LINES.nothingToWrite)])
  const { client, author } = namesIn(argument)
  const named = withActive(context, { ...active, client: client ?? active.client }, context.conversation.undo)
  return digress(named, [briefCard(named, activeOf(named), author)])
}

function namesIn(argument: string): { client: string | null; author: string | null } {
  const [, client = '', author = ''] =
    /^(?:for\s+)?(.*?)(?:(?:^|\s+)by\s+(.+))?$/is.exec(argument.trim()) ?? []
  return { client: nameIn(client), author: nameIn(author) }
}
