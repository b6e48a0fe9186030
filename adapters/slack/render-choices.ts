import type { types } from '@slack/bolt'
import type { Choice, ChoicesPart, FormPart } from '../../src/card/card.ts'
import { groupsOf } from '../shared/groups.ts'
import { labelText } from '../shared/label.ts'
import { safeSpans } from '../shared/paragraphs.ts'
import { shorten } from '../shared/shorten.ts'
import type { Canvas } from './canvas.ts'
import { encodeField } from './field.ts'
import { SLACK } from './limits.ts'
import { label, plain } from './literal.ts'
import { bold, explained, richLines, richList } from './rich-text.ts'

/** More choices than this are a menu. */
const MOST_BUTTONS = 5

type Element = types.ActionsBlockElement

/** What the main choices mean, where their buttons do not say it all. */
export function meanings({ choices }: ChoicesPart): types.KnownBlock[] {
  const main = choices.filter(isMain)
  return main.some(saysMore) ? [richList(main.map(explained))] : []
}

/** The main choices as buttons, or as a menu when they are many. */
export const presses = ({ choices }: ChoicesPart, canvas: Canvas): types.ActionsBlock[] =>
  rows(pressesFor(choices.filter(isMain), canvas))

const isMain = ({ quiet }: Choice): boolean => !quiet

/**
 * The ways out of a card: a row of buttons; of many, the first three and the last, which leads farthest, and a menu
 * for the others.
 */
export function quietChoices(quiet: readonly Choice[], canvas: Canvas): Element[] {
  const hidden = quiet.slice(MOST_BUTTONS - 2, -1)
  const asMenu = quiet.length > MOST_BUTTONS && hidden.length <= SLACK.overflow.options && canBeMenu(hidden)
  if (!asMenu) return quiet.map((choice) => button(choice, canvas))
  const shown = quiet.filter((choice) => !hidden.includes(choice))
  return [
    ...shown.map((choice) => button(choice, canvas)),
    { type: 'overflow', action_id: canvas.idFor('menu', ''), options: hidden.map(option) },
  ]
}

/** What buttons and menus cannot say in full. */
export const longLabels = (choices: readonly Choice[]): types.KnownBlock[] => {
  const long = choices.filter(saysMore)
  return long.length === 0 ? [] : [richLines(long.map(explained))]
}

/** Elements as rows of at most as many as Slack takes. */
export function rows(elements: readonly Element[]): types.ActionsBlock[] {
  return groupsOf(elements, SLACK.actions.elements).map((group) => ({ type: 'actions', elements: group }))
}

/** A question in words: the button opens a field. */
export function form(part: FormPart, canvas: Canvas): types.KnownBlock[] {
  const { action, label: words } = part.submit
  const value = encodeField(part)
  const id = canvas.idFor('form', action)
  return [
    richLines([bold(part.label), safeSpans(part.placeholder)]),
    ...longLabels([part.submit]),
    ...rows([
      { type: 'button', action_id: id, text: label(words, SLACK.button.label), value, style: 'primary' },
    ]),
  ]
}

/** Whether there is more to a choice than fits its button. */
const saysMore = ({ label, hint }: Choice): boolean =>
  hint !== undefined || labelText(label).length > SLACK.button.label

/** Options of a menu carry their action as value, which is shorter than an action id and used once in a menu. */
const canBeMenu = (choices: readonly Choice[]): boolean =>
  choices.every(({ action }) => action.length <= SLACK.option.value) &&
  new Set(choices.map(({ action }) => action)).size === choices.length

function pressesFor(main: readonly Choice[], canvas: Canvas): Element[] {
  const asMenu = main.length > MOST_BUTTONS && main.length <= SLACK.select.options && canBeMenu(main)
  if (!asMenu) return main.map((choice) => button(choice, canvas))
  return [
    {
      type: 'static_select',
      action_id: canvas.idFor('menu', ''),
      placeholder: plain('Choose', SLACK.input.placeholder),
      options: main.map(option),
    },
  ]
}

const option = (choice: Choice): types.PlainTextOption => ({
  text: label(choice.label, SLACK.option.label),
  value: choice.action,
})

function button(choice: Choice, canvas: Canvas): types.Button {
  const spoken = choice.hint && `${labelText(choice.label)}: ${labelText(choice.hint)}`
  return {
    type: 'button',
    action_id: canvas.idFor('press', choice.action),
    text: label(choice.label, SLACK.button.label),
    ...(choice.primary && { style: 'primary' as const }),
    ...(spoken && { accessibility_label: shorten(spoken, SLACK.button.accessibilityLabel) }),
  }
}
