import { decodeActionId } from './action-id.ts'
import { decodeField, type Field } from './field.ts'
import { tickedValue, wasTicked } from './render-checklist.ts'

/** What is read of a `block_actions` payload. */
export interface PressPayload {
  actions: readonly PressedElement[]
  state?: { values: Record<string, Record<string, StatefulElement>> } | undefined
}

interface PressedElement {
  action_id: string
  value?: string | undefined
  text?: { text: string } | undefined
  selected_option?: { value?: string; text: { text: string } } | null | undefined
}

interface StatefulElement {
  type: string
  selected_options?: readonly { value?: string; text: { text: string } }[] | undefined
}

/** What a press means. */
export type Press =
  /** An input for the desk; `label` is what was chosen, `ticked` the labels of the boxes that go along. */
  | {
      kind: 'input'
      input: { kind: 'action'; action: string; values?: string[] }
      label: string
      ticked: string[]
    }
  /** A field is to be opened; its text goes with the action, or is said freely where there is none. */
  | { kind: 'field'; action: string | null; field: Field; label: string }

/** Reads a press; null for what needs no answer, such as a ticked box, and for what is not ours. */
export function readPress(payload: PressPayload): Press | null {
  const [element] = payload.actions
  const id = element && decodeActionId(element.action_id)
  if (!id) return null
  switch (id.kind) {
    case 'press':
      return pressed(payload, id.action, element.text?.text ?? '')
    case 'menu': {
      const chosen = element.selected_option
      return chosen?.value ? pressed(payload, chosen.value, chosen.text.text) : null
    }
    case 'form':
    case 'words': {
      const field = decodeField(element.value ?? '')
      const action = id.kind === 'form' ? id.action : null
      return field && { kind: 'field', action, field, label: element.text?.text ?? '' }
    }
    case 'tick':
      return null
    default:
      return id.kind satisfies never
  }
}

function pressed(payload: PressPayload, action: string, label: string): Press {
  const groups = tickGroups(payload)
  const own = groups.filter((group) => group.action === action)
  // A button that does not send the boxes itself takes them along only if somebody ticked or unticked one.
  const sent = own.length > 0 ? own : groups.filter(({ changed }) => changed)
  const ticked = sent.flatMap(({ options }) => options)
  const values = ticked.map(({ value = '' }) => tickedValue(value))
  return {
    kind: 'input',
    input: { kind: 'action', action, ...(sent.length > 0 && { values }) },
    label,
    ticked: ticked.map(({ text }) => text.text),
  }
}

interface TickGroup {
  action: string
  options: NonNullable<StatefulElement['selected_options']>
  changed: boolean
}

function tickGroups({ state }: PressPayload): TickGroup[] {
  const elements = Object.values(state?.values ?? {}).flatMap((block) => Object.entries(block))
  const groups = elements.flatMap(([actionId, { selected_options: options = [] }]): TickGroup[] => {
    const id = decodeActionId(actionId)
    const match = id?.kind === 'tick' ? /^(\d+)\.([\s\S]*)$/.exec(id.action) : null
    if (!match) return []
    const kept = options.filter(({ value = '' }) => wasTicked(value)).length
    const changed = kept < options.length || kept < Number(match[1])
    return [{ action: match[2] ?? '', options, changed }]
  })
  // Groups of one checklist go together: a box of the first may be unchanged while one of the second is not.
  return groups.map((group) => ({
    ...group,
    changed: groups.some(({ action, changed }) => changed && action === group.action),
  }))
}
