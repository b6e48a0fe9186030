import type { FactsPart, NoticePart } from '../../src/card/card.ts'
import { type Piece, textDisplay } from './components.ts'
import { bold, explained, inline, markdown, small } from './markdown.ts'

/** The title as a heading, with what belongs right below it. */
export function heading(marked: string | undefined, below: readonly string[]): Piece[] {
  const title = marked === undefined ? '' : inline(marked)
  return textDisplay([...(title === '' ? [] : [`### ${title}`]), ...below].join('\n'))
}

/** Label and value on one line each. */
export const facts = ({ facts }: FactsPart): Piece[] =>
  textDisplay(facts.map(({ label, value }) => explained({ label, hint: value })).join('\n'))

export const progress = ({ step, of }: { step: number; of: number }): string =>
  small(`Question ${step} of at most ${of}`)

const NOTICES = {
  warning: { sign: '⚠️', word: 'Warning' },
  info: { sign: 'ℹ️', word: 'Note' },
} as const

/** A sign and a word say what it is, so that neither colour nor picture is needed. */
export function notice({ tone, text }: NoticePart): Piece[] {
  const { sign, word } = NOTICES[tone]
  return textDisplay(`${sign} ${bold(`${word}:`)} ${markdown(text)}`)
}
