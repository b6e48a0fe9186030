import { PyframeError } from '../../src/errors.ts'
import { SLACK } from './limits.ts'

/** Which modal was submitted. */
export const MODALS = { words: 'pyframe.words', form: 'pyframe.form' } as const

/**
 * What a modal carries to its submission.
 *
 * @throws PyframeError `internal` when it is longer than Slack takes
 */
export function encodeMetadata(metadata: unknown): string {
  const encoded = JSON.stringify(metadata)
  if (encoded.length > SLACK.view.metadata)
    throw new PyframeError('internal', `A modal cannot carry ${encoded.length} characters.`)
  return encoded
}

/** The state of a submitted view, by block and action. */
export interface SubmittedView {
  callback_id: string
  private_metadata: string
  state: { values: Record<string, Record<string, SubmittedElement>> }
}

interface SubmittedElement {
  value?: string | null | undefined
  selected_option?: { value?: string } | null | undefined
  selected_options?: readonly { value?: string }[] | null | undefined
}
