import type { types } from '@slack/bolt'
import type { ChecklistPart } from '../../src/card/card.ts'
import { groupsOf } from '../shared/groups.ts'
import { labelText } from '../shared/label.ts'
import type { Canvas } from './canvas.ts'
import { SLACK } from './limits.ts'
import { label } from './literal.ts'
import { longLabels, rows } from './render-choices.ts'
import { bold, explained, richLines } from './rich-text.ts'

type Option = ChecklistPart['options'][number]

/** Boxes in groups of ten; what is too long for a box stands above. */
export function boxes(part: ChecklistPart, canvas: Canvas): types.KnownBlock[] {
  const long = part.options.filter(isLong)
  return [
    ...(part.options.length === 0 ? [richLines([bold(part.label)])] : []),
    ...(long.length === 0 ? [] : [richLines(long.map(explained))]),
    ...checkboxGroups(part.label, part.options, (group) => {
      const checked = group.filter((option) => option.checked).length
      return canvas.idFor('tick', `${checked}.${part.submit.action}`)
    }),
  ]
}

/** The button that sends what is ticked. */
export function submit({ submit }: ChecklistPart, canvas: Canvas): types.KnownBlock[] {
  const button: types.Button = {
    type: 'button',
    action_id: canvas.idFor('press', submit.action),
    text: label(submit.label, SLACK.button.label),
  }
  return [...longLabels([submit]), ...rows([button])]
}

/** Groups of boxes, each an input of its own; boxes that were ticked before start with a plus. */
export function checkboxGroups(
  heading: string,
  options: readonly Option[],
  idFor: (group: readonly Option[]) => string,
): types.InputBlock[] {
  return groupsOf(options, SLACK.checkboxes.options).map((group, i) => {
    const boxes = group.map(boxOf)
    const checked = boxes.filter((_, j) => group[j]?.checked)
    return {
      type: 'input',
      label: label(i === 0 ? heading : `${heading} (more)`, SLACK.input.label),
      optional: true,
      element: {
        type: 'checkboxes',
        action_id: idFor(group),
        options: boxes,
        ...(checked.length > 0 && { initial_options: checked }),
      },
    }
  })
}

function boxOf({ value, label: words, hint, checked }: Option): types.PlainTextOption {
  return {
    text: label(words, SLACK.option.label),
    value: (checked ? '+' : '-') + value,
    ...(hint && { description: label(hint, SLACK.option.description) }),
  }
}

/** The value of a box without the sign that says whether it was ticked before. */
export const tickedValue = (value: string): string => value.slice(1)

/** Whether a box was ticked when it was shown. */
export const wasTicked = (value: string): boolean => value.startsWith('+')

const isLong = ({ label, hint = '' }: Option): boolean =>
  labelText(label).length > SLACK.option.label || labelText(hint).length > SLACK.option.description
