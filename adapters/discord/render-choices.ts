import { type APIStringSelectComponent, ButtonStyle, ComponentType } from 'discord.js'
import type { Choice, ChoicesPart, FormPart } from '../../src/card/card.ts'
import { groupsOf } from '../shared/groups.ts'
import { labelText } from '../shared/label.ts'
import type { Canvas } from './canvas.ts'
import { button, buttonRows, label, menuRow, type Piece, type Row, textDisplay } from './components.ts'
import { fitsId } from './custom-id.ts'
import { DISCORD } from './limits.ts'
import { bold, explained, inline, small } from './markdown.ts'

/** More main choices than this are a menu. */
const MOST_BUTTONS = 5
/** More ways out than two rows of buttons are a menu. */
const MOST_WAYS_OUT = 10

const mainOf = ({ choices }: ChoicesPart): Choice[] => choices.filter(({ quiet }) => !quiet)

/** What the main choices mean, where their buttons or menu do not say it all. */
export function meanings(part: ChoicesPart): Piece[] {
  const main = mainOf(part)
  if (isMenu(main, MOST_BUTTONS)) return textDisplay(main.filter(isTooLong).map(item).join('\n'))
  const list = main.map((choice, i) => `${i + 1}. ${explained(choice)}`)
  return main.some(saysMore) ? textDisplay(list.join('\n')) : []
}

/** The main choices as buttons, or as a menu when they are many; among equals all stand out. */
export function presses(part: ChoicesPart, canvas: Canvas): Row[] {
  const main = mainOf(part)
  if (isMenu(main, MOST_BUTTONS)) return menus(main, 'Choose', canvas)
  const equals = !main.some(({ primary }) => primary)
  return buttonRows(
    main.map((choice) =>
      button(
        canvas.idFor('press', choice.action),
        choice.label,
        equals || choice.primary ? ButtonStyle.Primary : ButtonStyle.Secondary,
      ),
    ),
  )
}

/** The ways out of a card: quiet buttons, after them those of the front end itself. */
export function waysOut(quiet: readonly Choice[], own: ReturnType<typeof button>[], canvas: Canvas): Row[] {
  if (isMenu(quiet, MOST_WAYS_OUT - own.length)) return [...menus(quiet, 'More', canvas), ...buttonRows(own)]
  const buttons = quiet.map((choice) => button(canvas.idFor('press', choice.action), choice.label))
  return buttonRows([...buttons, ...own])
}

/** What buttons and menus cannot say in full. */
export const longLabels = (choices: readonly Choice[]): Piece[] =>
  textDisplay(choices.filter(saysMore).map(item).join('\n'))

/** A question in words: the button opens a field. */
export function form(part: FormPart, canvas: Canvas): Piece[] {
  const { action, label: words } = part.submit
  const placeholder = inline(part.placeholder)
  const question = [bold(part.label), ...(placeholder === '' ? [] : [small(placeholder)])].join('\n')
  return [
    ...textDisplay(question),
    ...longLabels([part.submit]),
    ...buttonRows([button(canvas.idFor('form', action), words, ButtonStyle.Primary)]),
  ]
}

const item = (choice: { label: string; hint?: string }): string => `- ${explained(choice)}`

/** Whether there is more to a choice than fits its button. */
const saysMore = ({ label, hint }: Choice): boolean =>
  hint !== undefined || labelText(label).length > DISCORD.button.label

/** Whether there is more to a choice than fits an option of a menu. */
const isTooLong = ({ label, hint = '' }: Choice): boolean =>
  labelText(label).length > DISCORD.select.label || labelText(hint).length > DISCORD.select.description

/** Options of a menu take longer actions than ids do. */
const isMenu = (choices: readonly Choice[], mostButtons: number): boolean =>
  choices.length > mostButtons || !choices.every(({ action }) => fitsId(action))

function menus(choices: readonly Choice[], placeholder: string, canvas: Canvas): Row[] {
  const once = [...new Map(choices.toReversed().map((choice) => [choice.action, choice])).values()].reverse()
  return groupsOf(once, DISCORD.select.options).map((group) =>
    menuRow({
      type: ComponentType.StringSelect,
      custom_id: canvas.idFor('menu', ''),
      placeholder,
      options: group.map(option),
    }),
  )
}

const option = (choice: Choice): APIStringSelectComponent['options'][number] => ({
  label: label(choice.label, DISCORD.select.label),
  value: choice.action,
  ...(choice.hint && { description: label(choice.hint, DISCORD.select.description) }),
})
