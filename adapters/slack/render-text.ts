import type { types } from '@slack/bolt'
import type { FactsPart, FilePart, NoticePart, ProgressPart } from '../../src/card/card.ts'
import { labelText } from '../shared/label.ts'
import { chunks } from '../shared/shorten.ts'
import { SLACK } from './limits.ts'
import { plain } from './literal.ts'
import { explained, richLines, richText } from './rich-text.ts'

/** The title as a header; what does not fit follows in bold. */
export function title(marked: string): types.KnownBlock[] {
  const [first, ...rest] = chunks(labelText(marked), SLACK.header)
  if (first === undefined) return []
  const header: types.HeaderBlock = { type: 'header', text: plain(first, SLACK.header) }
  return rest.length === 0 ? [header] : [header, richLines([[{ text: rest.join(''), bold: true }]])]
}

/** Label and value on one line each. */
export function facts({ facts }: FactsPart): types.KnownBlock[] {
  if (facts.length === 0) return []
  return [richLines(facts.map(({ label, value }) => explained({ label, hint: value })))]
}

/** Small grey print. */
export const smallPrint = (text: string): types.ContextBlock[] =>
  chunks(text, SLACK.context.text).map((piece) => ({
    type: 'context',
    elements: [plain(piece, SLACK.context.text)],
  }))

export const progress = ({ step, of }: ProgressPart): types.KnownBlock[] =>
  smallPrint(`Question ${step} of at most ${of}`)

export const file = ({ name, alt }: FilePart): types.KnownBlock[] =>
  smallPrint(`${labelText(name)}: ${labelText(alt)}`)

const NOTICES = {
  warning: { emoji: 'warning', word: 'Warning' },
  info: { emoji: 'information_source', word: 'Note' },
} as const

/** A symbol and a word say what it is, so that neither colour nor picture is needed. */
export function notice({ tone, text }: NoticePart): types.KnownBlock[] {
  const { emoji, word } = NOTICES[tone]
  const [block] = richText(`**${word}:** ${text.trim()}`)
  const [first, ...others] = block?.elements ?? []
  if (first?.type !== 'rich_text_section') return []
  const symbol: types.RichTextElement[] = [
    { type: 'emoji', name: emoji },
    { type: 'text', text: ' ' },
  ]
  const marked = { ...first, elements: [...symbol, ...first.elements] }
  return [{ type: 'rich_text', elements: [marked, ...others] }]
}
