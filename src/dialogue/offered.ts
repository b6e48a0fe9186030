import type { Card } from '../card/card.ts'
import { plainText } from '../card/markup.ts'
import { LINES, lineCard } from './cards/lines.ts'
import type { Conversation, Offer, Said, Turn } from './conversation.ts'

/** "2", "2.", "[2]", "option 2": a number below a card. */
const NUMBER = /^(option|number|choice)? *[#[(]?(\d{1,2})[\])]?[.)]?$/i

/**
 * A typed number chooses among the main buttons of the last reply, and the words on a button press it. A number
 * that none of them has stays what it is, perhaps an answer, unless it is called an option.
 *
 * @returns what it presses, null for an option that is not there; and a card that says so, or which button a number
 *   stood for
 */
export function pressedBy({ offered }: Conversation, input: Said): { input: Said | null; echo: Card[] } {
  if (input.kind !== 'text') return { input, echo: [] }
  const typed = input.text.trim()
  const [, called, digits] = NUMBER.exec(typed) ?? []
  const numbered = digits === undefined ? undefined : mainOnes(offered)[Number(digits) - 1]
  if (called && !numbered) return { input: null, echo: [lineCard(LINES.noSuchOption(Number(digits)))] }
  const found = numbered ?? pressedInWords(offered, typed)
  if (found === undefined) return { input, echo: [] }
  const echo = numbered ? [lineCard(`${Number(digits)}: ${numbered.label}`)] : []
  return { input: { kind: 'action', action: found.action }, echo }
}

/** No label is longer: what is need not be looked at, and somebody may have pasted a book. */
const LONGEST_LABEL = 200

function pressedInWords(offered: readonly Offer[], typed: string): Offer | undefined {
  if (typed.length > LONGEST_LABEL) return undefined
  const words = bare(typed)
  return offered.find(({ label }) => bare(plainText(label)) === words)
}

const mainOnes = (offered: readonly Offer[]): Offer[] => offered.filter(({ quiet }) => !quiet)

const bare = (words: string): string => words.toLowerCase().replace(/[\s?.!]+$/, '')

/** The turn with its buttons remembered; one that says nothing leaves those that were. */
export function withOffers({ conversation, cards, effects }: Turn): Turn {
  if (cards.length === 0) return { conversation, cards, effects }
  return { conversation: { ...conversation, offered: offersIn(cards) }, cards, effects }
}

/** The buttons of cards, as they are remembered. */
export function offersIn(cards: readonly Card[]): Offer[] {
  const choices = cards.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === 'choices' ? part.choices : [])),
  )
  return choices.map(({ action, label, quiet, primary }) => ({
    action,
    label,
    ...(quiet && { quiet }),
    ...(primary && { primary }),
  }))
}
