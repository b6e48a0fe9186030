import type { types } from '@slack/bolt'
import type { Field } from './field.ts'
import { SLACK } from './limits.ts'
import { plain } from './literal.ts'
import { encodeMetadata, MODALS, type SubmittedView } from './modal.ts'
import { readText } from './read-text.ts'

const BLOCK = 'words'
const ELEMENT = 'text'

/**
 * One field for free text.
 *
 * @param action what the text is sent with; null = said freely
 * @param address where the answer goes, given back on submission
 */
export function wordsModal(field: Field, action: string | null, address: string): types.ModalView {
  return {
    type: 'modal',
    callback_id: MODALS.words,
    private_metadata: encodeMetadata({ action, address }),
    title: plain('In your own words', SLACK.view.title),
    submit: plain(field.submit, SLACK.view.button),
    close: plain('Cancel', SLACK.view.button),
    blocks: [
      {
        type: 'input',
        block_id: BLOCK,
        label: plain(field.label, SLACK.input.label),
        element: {
          type: 'plain_text_input',
          action_id: ELEMENT,
          multiline: field.multiline,
          max_length: SLACK.input.text,
          focus_on_load: true,
          placeholder: plain(field.placeholder, SLACK.input.placeholder),
        },
      },
    ],
  }
}

/** What was typed, as an input for the desk, and where the answer goes. */
export function readWords({ private_metadata, state }: SubmittedView): {
  address: string
  input: { kind: 'action'; action: string; text: string } | { kind: 'text'; text: string }
} {
  const { action, address } = JSON.parse(private_metadata) as { action: string | null; address: string }
  const text = readText(state.values[BLOCK]?.[ELEMENT]?.value ?? '', null)
  return { address, input: action === null ? { kind: 'text', text } : { kind: 'action', action, text } }
}
