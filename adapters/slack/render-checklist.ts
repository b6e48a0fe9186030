import type { types } from '@slack/bolt'
import type { ChecklistPart } from '../../src/card/card.ts'
import { safeSpans } from '../shared/paragraphs.ts'
import type { Canvas } from './canvas.ts'
import { SLACK } from './limits.ts'
import { label, labelText } from './literal.ts'
import { longLabels, rows } from './render-choices.ts'
import { bold, richLines } from './rich-text.ts'

type Option = ChecklistPart['options'][number]

/** Boxes in groups of ten, and the button that sends what is ticked. What is too long for a box stands above. */
export function checklist(part: ChecklistPart, canvas: Canvas): types.KnownBlock[] {
  const long = part.options.filter(isLong)
  const { action, label: words } = part.submit
  const submit: types.Button = {
    type: 'button',
    action_id: canvas.idFor('press', action),
    text: label(words, SLACK.button.label),
    style: 'primary',
  }
  return [
    ...(part.options.length === 0 ? [richLines([bold(part.label)])] : []),
    ...(long.length === 0 ? [] : [richLines(long.map(explanation))]),
    ...checkboxGroups(part.label, part.options, (group) => {
      const checked = group.filter((option) => option.checked).length
      return canvas.idFor('tick', `${checked}.${action}`)
    }),
    ...longLabels([{ ...part.submit }]),
    ...rows([submit]),
  ]
}

/** Groups of boxes, each an input of its own; boxes that were ticked before start with a plus. */
export function checkboxGroups(
  heading: string,
  options: readonly Option[],
  idFor: (group: readonly Option[]) => string,
): types.InputBlock[] {
  const most = SLACK.checkboxes.options
  return Array.from({ length: Math.ceil(options.length / most) }, (_, i) => {
    const group = options.slice(i * most, (i + 1) * most)
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

const explanation = ({ label, hint }: Option) => [
  ...bold(label),
  ...(hint ? [{ text: ': ' }, ...safeSpans(hint)] : []),
]
