import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
} from 'discord.js'
import type { FormDefinition } from '../../src/desk.ts'
import { groupsOf } from '../shared/groups.ts'
import { label } from './components.ts'
import { encodeCustomId } from './custom-id.ts'
import { DISCORD } from './limits.ts'

type Question = FormDefinition['questions'][number]
type Needs = FormDefinition['needs']

const QUESTION = 'question.'
const NEEDS = 'needs.'

/** Discord takes five fields in a window: the form comes in parts. */
const partsOf = (form: FormDefinition): APILabelComponent[][] =>
  groupsOf(
    [...form.questions.map(questionField), ...needsGroups(form.needs).map(needsField)],
    DISCORD.modal.components,
  )

/** Whether there is a further part behind this one. */
export const partAfter = (form: FormDefinition, part: number): number | null =>
  part + 1 < partsOf(form).length ? part + 1 : null

/** One part of all questions and needs, with the present answers; null when there is no such part. */
export function formModal(
  form: FormDefinition,
  part: number,
): APIModalInteractionResponseCallbackData | null {
  const components = partsOf(form)[part]
  if (components === undefined) return null
  const custom_id = encodeCustomId({ kind: 'next', owner: null, action: `${part}` }, 0)
  return { custom_id, title: 'Your project', components }
}

const questionField = ({ criterion, name, question, options, present }: Question): APILabelComponent => ({
  type: ComponentType.Label,
  label: label(name, DISCORD.modal.label),
  description: label(question, DISCORD.modal.description),
  component: {
    type: ComponentType.RadioGroup,
    custom_id: QUESTION + criterion,
    required: false,
    options: options.slice(0, DISCORD.radios.options).map((option) => ({
      value: option.value,
      label: label(option.label, DISCORD.radios.label),
      ...(option.hint !== '' && { description: label(option.hint, DISCORD.radios.description) }),
      ...(option.value === present && { default: true }),
    })),
  },
})

const needsGroups = (needs: Needs): Needs[] => groupsOf(needs, DISCORD.boxes.options)

const needsField = (needs: Needs, i: number): APILabelComponent => ({
  type: ComponentType.Label,
  label: i === 0 ? 'What is needed as well?' : 'What else is needed?',
  component: {
    type: ComponentType.CheckboxGroup,
    custom_id: `${NEEDS}${i}`,
    required: false,
    min_values: 0,
    max_values: needs.length,
    options: needs.map((need) => ({
      value: need.value,
      label: label(need.label, DISCORD.boxes.label),
      ...(need.checked && { default: true }),
    })),
  },
})

/** What a field of a window that was sent holds. */
export interface SentField {
  value?: unknown
  values?: readonly string[]
}

/**
 * A part that was sent, as an input for the desk; what stands in the other parts stays as it is.
 *
 * @param fields what was sent, by the id of the field
 */
export function readForm(
  form: FormDefinition,
  fields: ReadonlyMap<string, SentField>,
): { kind: 'answers'; levels: Record<string, string>; needs: string[] } {
  const levels = form.questions.flatMap(({ criterion, present }): [string, string][] => {
    const field = fields.get(QUESTION + criterion)
    const level = field === undefined ? present : field.value
    return typeof level === 'string' ? [[criterion, level]] : []
  })
  const needs = needsGroups(form.needs).flatMap((group, i) => {
    const field = fields.get(`${NEEDS}${i}`)
    if (field !== undefined) return [...(field.values ?? [])]
    return group.filter(({ checked }) => checked).map(({ value }) => value)
  })
  return { kind: 'answers', levels: Object.fromEntries(levels), needs }
}
