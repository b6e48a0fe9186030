import type { Card, ChecklistPart, Choice, FormPart, Part } from '../../src/card/card.ts'
import { plainText } from '../../src/card/markup.ts'

export type Option = ChecklistPart['options'][number]

/** Something that has a number on the screen. */
export interface Press {
  /** What was drawn with this number. */
  of: Choice | ChecklistPart
  action: string
  /** Its words without markup, which can be typed instead of the number. */
  label: string
  /** The checklist whose ticks go along. */
  checklist: ChecklistPart | null
}

/** What the numbers, letters and words mean that stand below the last reply. */
export interface Menu {
  /** Number n is at n - 1. */
  presses: Press[]
  /** Letter n of the alphabet is at n - 1. */
  options: Option[]
  form: FormPart | null
  /** True where an answer is expected, so that any number may be one. */
  question: boolean
}

export const EMPTY_MENU: Menu = { presses: [], options: [], form: null, question: false }

/** The menu of one reply; numbers and letters run on from card to card, in the order in which they are drawn. */
export function menuOf(cards: readonly Card[]): Menu {
  const parts = cards.flatMap((card) => card.parts)
  return {
    presses: withoutRepeats(cards.flatMap(pressesOf)),
    options: [...new Set(parts.flatMap((part) => (part.kind === 'checklist' ? part.options : [])))],
    form: parts.findLast((part) => part.kind === 'form') ?? null,
    question: parts.some((part) => ['progress', 'checklist', 'form'].includes(part.kind)),
  }
}

/** A choice that stands on two cards of the reply has one number. */
const withoutRepeats = (presses: Press[]): Press[] =>
  presses.filter(({ of }, i) => presses.findIndex((press) => press.of === of) === i)

/** Ways out of a card, drawn together at its end. */
export const quietChoices = (card: Card): Choice[] =>
  card.parts.flatMap((part) => (part.kind === 'choices' ? part.choices.filter((choice) => choice.quiet) : []))

export const mainChoices = (choices: readonly Choice[]): Choice[] => choices.filter((choice) => !choice.quiet)

function pressesOf(card: Card): Press[] {
  const checklist = card.parts.find((part) => part.kind === 'checklist') ?? null
  return [
    ...card.parts.flatMap((part) => mainPresses(part, checklist)),
    ...quietChoices(card).map((choice) => pressOf(choice, null)),
  ]
}

function mainPresses(part: Part, checklist: ChecklistPart | null): Press[] {
  if (part.kind === 'choices') return mainChoices(part.choices).map((choice) => pressOf(choice, checklist))
  if (part.kind !== 'checklist') return []
  const { action, label } = part.submit
  return [{ of: part, action, label: plainText(label), checklist: part }]
}

const pressOf = (choice: Choice, checklist: ChecklistPart | null): Press => ({
  of: choice,
  action: choice.action,
  label: plainText(choice.label),
  checklist,
})

/** The number drawn for a choice or for the button of a checklist. */
export const numberOf = (menu: Menu, of: Choice | ChecklistPart): number =>
  menu.presses.findIndex((press) => press.of === of) + 1

/** The button that Enter alone presses: the last checklist's. */
export const submitOf = (menu: Menu): Press | undefined =>
  menu.presses.findLast((press) => press.of === press.checklist)

/** The letter drawn for an option; after z come aa, ab and so on. */
export const letterOf = (menu: Menu, option: Option): string => letter(menu.options.indexOf(option))

const letter = (index: number): string =>
  index < 26 ? String.fromCharCode(97 + index) : letter(Math.floor(index / 26) - 1) + letter(index % 26)

/** The option of a letter as somebody typed it. */
export const optionOf = (menu: Menu, typed: string): Option | undefined =>
  menu.options.find((_, index) => letter(index) === typed.toLowerCase())
