import { escapeMarkup } from '../card/markup.ts'
import { LINES, lineCard } from './cards/lines.ts'
import type { Consultation, Turn } from './conversation.ts'
import { digress } from './proceed.ts'
import { activeOf, type Context, withActive } from './state.ts'

const MAX_NAME = 60

/** "Call it Acme": the name under which the project stands in the history. */
export function callIt(context: Context, words: string): Turn | null {
  const client = nameIn(words)
  if (client === null) return null
  const named = withActive(context, { ...activeOf(context), client }, context.conversation.undo)
  return digress(named, [lineCard(LINES.named(escapeMarkup(client)))])
}

/** A name as somebody typed it, on one line, without quotes; null when nothing is left. */
export const nameIn = (words: string): string | null =>
  words
    .replace(/\s+/g, ' ')
    .replace(/^["'“”‘’« ]+|["'“”‘’» .!]+$/g, '')
    .slice(0, MAX_NAME)
    .trim() || null

/** What a project is called in a list, marked text. */
export const titleOf = ({ client, name }: Pick<Consultation, 'client' | 'name'>): string =>
  escapeMarkup(client ?? name ?? LINES.unnamed)
