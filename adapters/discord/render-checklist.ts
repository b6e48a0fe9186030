import { type APIStringSelectComponent, ComponentType } from 'discord.js'
import type { ChecklistPart } from '../../src/card/card.ts'
import { groupsOf } from '../shared/groups.ts'
import { labelText } from '../shared/label.ts'
import type { Canvas } from './canvas.ts'
import { button, buttonRows, label, menuRow, type Piece, type Row, textDisplay } from './components.ts'
import { fitsId } from './custom-id.ts'
import { DISCORD } from './limits.ts'
import { bold, explained } from './markdown.ts'
import { longLabels } from './render-choices.ts'

type Option = ChecklistPart['options'][number]

/** Boxes as menus in which several can be chosen; what is too long for one stands above. */
export function boxes(part: ChecklistPart, canvas: Canvas): Piece[] {
  const long = part.options.filter(isLong).map((option) => `- ${explained(option)}`)
  const groups = groupsOf(part.options, DISCORD.select.options)
  return [
    ...textDisplay([bold(part.label), ...long].join('\n')),
    ...groups.map((group) =>
      menuRow({
        type: ComponentType.StringSelect,
        custom_id: canvas.idFor('tick', tickAction(part.submit.action)),
        placeholder: 'Choose what applies, or nothing',
        min_values: 0,
        max_values: group.length,
        options: group.map(boxOf),
      }),
    ),
  ]
}

/** A press finds its boxes by this; an action too long for an id has all of the message. */
export const tickAction = (action: string): string => (fitsId(action) ? action : '')

/** The button that sends what is ticked. */
export function submit({ submit }: ChecklistPart, canvas: Canvas): { explained: Piece[]; rows: Row[] } {
  const choice = { action: submit.action, label: submit.label }
  if (fitsId(submit.action))
    return {
      explained: longLabels([choice]),
      rows: buttonRows([button(canvas.idFor('press', submit.action), submit.label)]),
    }
  const options = [{ label: label(submit.label, DISCORD.select.label), value: submit.action }]
  const menu: APIStringSelectComponent = {
    type: ComponentType.StringSelect,
    custom_id: canvas.idFor('menu', ''),
    placeholder: options[0]?.label ?? '',
    options,
  }
  return { explained: longLabels([choice]), rows: [menuRow(menu)] }
}

const WAS_TICKED = '+'

function boxOf({ value, label: words, hint, checked }: Option): APIStringSelectComponent['options'][number] {
  return {
    label: label(words, DISCORD.select.label),
    value: (checked ? WAS_TICKED : '-') + value,
    ...(hint && { description: label(hint, DISCORD.select.description) }),
    ...(checked && { default: true }),
  }
}

/** The value of a box without the sign that says whether it was ticked before. */
export const tickedValue = (value: string): string => value.slice(1)

/** Whether a box was ticked when it was shown first. */
export const wasTicked = (value: string): boolean => value.startsWith(WAS_TICKED)

const isLong = ({ label, hint = '' }: Option): boolean =>
  labelText(label).length > DISCORD.select.label || labelText(hint).length > DISCORD.select.description
