import { briefFile, card, text } from '../../card/build.ts'
import type { Card } from '../../card/card.ts'
import { escapeMarkup } from '../../card/markup.ts'
import type { Consultation } from '../conversation.ts'
import type { Context } from '../state.ts'

const FORMATS = ['pdf', 'markdown'] as const

/** The document for the client, in every format. */
export function briefCard(
  { consultant, now }: Context,
  { requirements, said, client }: Consultation,
  author: string | null,
): Card {
  const { hash: knowledge } = consultant.catalogue
  const date = now.toISOString().slice(0, 10)
  const whose =
    client === null ? 'To put a name on it, say "brief for" and the name.' : `For ${escapeMarkup(client)}.`
  return card(
    'Client brief',
    text(`${whose} It holds the requirements, the recommendation, what speaks against it, and the sources.`),
    ...FORMATS.map((format) => briefFile({ format, requirements, said, client, author, date, knowledge })),
  )
}
