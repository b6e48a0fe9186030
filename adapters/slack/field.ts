import type { FormPart } from '../../src/card/card.ts'
import { labelText } from '../shared/label.ts'
import { shorten } from '../shared/shorten.ts'

/** A field for free text, as its button carries it until it is pressed. */
export interface Field {
  label: string
  placeholder: string
  multiline: boolean
  submit: string
}

/** Short enough that all of it fits the value of a button, however it is escaped. */
const MOST_OF_A_LABEL = 250
const MOST_OF_THE_REST = 100

export function encodeField(part: FormPart): string {
  const field: Field = {
    label: shorten(labelText(part.label), MOST_OF_A_LABEL),
    placeholder: shorten(labelText(part.placeholder), MOST_OF_THE_REST),
    multiline: part.multiline,
    submit: shorten(labelText(part.submit.label), MOST_OF_THE_REST),
  }
  return JSON.stringify(field)
}

/** Reads a field; null when a button carries something else. */
export function decodeField(value: string): Field | null {
  try {
    const field: unknown = JSON.parse(value)
    return isField(field) ? field : null
  } catch {
    return null
  }
}

function isField(value: unknown): value is Field {
  if (typeof value !== 'object' || value === null) return false
  const { label, placeholder, multiline, submit } = value as Record<string, unknown>
  return (
    [label, placeholder, submit].every((text) => typeof text === 'string') && typeof multiline === 'boolean'
  )
}
