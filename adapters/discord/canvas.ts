import type { FilePart, ScoreChartPart } from '../../src/card/card.ts'
import { isPersonal } from '../../src/desk.ts'
import { encodeCustomId, type IdKind } from './custom-id.ts'

/** How cards are to be shown. */
export interface Look {
  /** How to answer in words: by a button that opens a field, by a mention (shared), or by just typing. */
  words: 'button' | 'mention' | 'typing'
  /** Whether files may go along; without them charts are drawn in text and files are named. */
  files: boolean
  /** The only one who may use the buttons, but those that lead to a consultation of one's own; null = whoever sees them. */
  owner: string | null
  /** A further part of the whole form that is offered, counted from 0; null = none. */
  nextPart: number | null
}

/** A file that goes along with a message; its bytes are made when it is sent. */
export interface Attachment {
  name: string
  part: FilePart | ScoreChartPart
}

/** What the parts of one message share while they are rendered. */
export interface Canvas {
  look: Look
  attachments: Attachment[]
  /** An id that is used once in this message. */
  idFor(kind: IdKind, action: string): string
  /** Adds a file; gives the address by which components show it. */
  attach(attachment: Attachment): string
}

export function createCanvas(look: Look): Canvas {
  let ids = 0
  const attachments: Attachment[] = []
  return {
    look,
    attachments,
    idFor: (kind, action) =>
      encodeCustomId({ kind, owner: isPersonal(action) ? null : look.owner, action }, ids++),
    attach({ name, part }) {
      const taken = attachments.some((other) => other.name === name)
      const unique = taken ? `${attachments.length + 1}-${name}` : name
      attachments.push({ name: unique, part })
      return `attachment://${unique}`
    },
  }
}
