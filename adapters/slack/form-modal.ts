import type { types } from '@slack/bolt'
import type { FormDefinition } from '../../src/desk.ts'
import { labelText } from '../shared/label.ts'
import { SLACK } from './limits.ts'
import { label, plain } from './literal.ts'
import { encodeMetadata, MODALS, type SubmittedView } from './modal.ts'
import { checkboxGroups, tickedValue } from './render-checklist.ts'
import { smallPrint, title } from './render-text.ts'

type Question = FormDefinition['questions'][number]

const QUESTION = 'question.'
const NEEDS = 'needs.'

/**
 * All questions and needs at once.
 *
 * @param address where the answer goes, given back on submission
 */
export function formModal(form: FormDefinition, address: string): types.ModalView {
  return {
    type: 'modal',
    callback_id: MODALS.form,
    private_metadata: encodeMetadata({ address }),
    title: plain('Your project', SLACK.view.title),
    submit: plain('Show the advice', SLACK.view.button),
    close: plain('Cancel', SLACK.view.button),
    blocks: [
      ...smallPrint('Leave out what you do not know; it can be answered later.'),
      ...form.questions.flatMap(questionBlocks),
      ...needsBlocks(form.needs),
    ],
  }
}

function questionBlocks({ criterion, name, question, options, present }: Question): types.KnownBlock[] {
  const radios = options.map(radio)
  const chosen = radios.find(({ value }) => value === present)
  const long = options.filter(({ hint }) => labelText(hint).length > SLACK.option.description)
  const hint = long.map((option) => `${labelText(option.label)}: ${labelText(option.hint)}`).join('\n')
  return [
    ...title(name),
    {
      type: 'input',
      label: label(question, SLACK.input.label),
      ...(hint !== '' && { hint: plain(hint, SLACK.input.hint) }),
      optional: true,
      element: {
        type: 'radio_buttons',
        action_id: QUESTION + criterion,
        options: radios,
        ...(chosen && { initial_option: chosen }),
      },
    },
  ]
}

const radio = (option: Question['options'][number]): types.PlainTextOption => ({
  text: label(option.label, SLACK.option.label),
  value: option.value,
  ...(option.hint !== '' && { description: label(option.hint, SLACK.option.description) }),
})

function needsBlocks(needs: FormDefinition['needs']): types.KnownBlock[] {
  let groups = 0
  return checkboxGroups('What is needed as well?', needs, () => `${NEEDS}${groups++}`)
}

/** The answers as an input for the desk, and where the advice goes. */
export function readForm({ private_metadata, state }: SubmittedView): {
  address: string
  input: { kind: 'answers'; levels: Record<string, string>; needs: string[] }
} {
  const { address } = JSON.parse(private_metadata) as { address: string }
  const answers = Object.values(state.values).flatMap((block) => Object.entries(block))
  const levels = answers.flatMap(([id, { selected_option }]): [string, string][] => {
    const value = selected_option?.value
    return id.startsWith(QUESTION) && value ? [[id.slice(QUESTION.length), value]] : []
  })
  const needs = answers.flatMap(([id, { selected_options }]) =>
    id.startsWith(NEEDS) ? (selected_options ?? []).map(({ value = '' }) => tickedValue(value)) : [],
  )
  return { address, input: { kind: 'answers', levels: Object.fromEntries(levels), needs } }
}
