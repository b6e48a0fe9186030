import type { APIMessageTopLevelComponent } from 'discord.js'
import { decodeCustomId } from './custom-id.ts'
import { tickAction, tickedValue, wasTicked } from './render-checklist.ts'
import { allIn, isKind, mapShown, type ShownComponent } from './shown.ts'

/** A press that is an input for the desk; `label` is what was chosen, `ticked` the labels of the boxes that go along. */
export interface Press {
  input: { kind: 'action'; action: string; values?: string[] }
  label: string
  ticked: string[]
}

/**
 * Reads a pressed button or a chosen entry of a menu; null for what is not ours.
 *
 * @param chosen value of the entry, for a menu
 */
export function readPress(
  components: readonly APIMessageTopLevelComponent[],
  customId: string,
  chosen: string | undefined,
): Press | null {
  const id = decodeCustomId(customId)
  const pressed = allIn(components).find(({ custom_id }) => custom_id === customId)
  if (id === null || (id.kind !== 'press' && id.kind !== 'menu')) return null
  const entry = pressed?.options?.find(({ value }) => value === chosen)
  const action = id.kind === 'menu' ? (chosen ?? '') : id.action
  return withTicks(components, action, entry?.label ?? pressed?.label ?? '')
}

type Option = NonNullable<ShownComponent['options']>[number]

interface TickGroup {
  action: string
  ticked: Option[]
  changed: boolean
}

function withTicks(components: readonly APIMessageTopLevelComponent[], action: string, label: string): Press {
  const groups = tickGroups(components)
  const own = groups.filter((group) => group.action === tickAction(action))
  // A button that does not send the boxes itself takes them along only if somebody ticked or unticked one.
  const changed = groups.filter((group) => groups.some((g) => g.changed && g.action === group.action))
  const sent = own.length > 0 ? own : changed
  const ticked = sent.flatMap((group) => group.ticked)
  const values = ticked.map(({ value }) => tickedValue(value))
  return {
    input: { kind: 'action', action, ...(sent.length > 0 && { values }) },
    label,
    ticked: ticked.map((option) => option.label),
  }
}

const tickGroups = (components: readonly APIMessageTopLevelComponent[]): TickGroup[] =>
  allIn(components)
    .filter((component) => isKind(component, 'tick'))
    .map(({ custom_id = '', options = [] }) => ({
      action: decodeCustomId(custom_id)?.action ?? '',
      ticked: options.filter((option) => option.default),
      changed: options.some((option) => wasTicked(option.value) !== (option.default ?? false)),
    }))

/** The message with the boxes as they are ticked now: it is the only place that remembers them. */
export function withTicked(
  components: readonly APIMessageTopLevelComponent[],
  customId: string,
  values: readonly string[],
): APIMessageTopLevelComponent[] {
  return mapShown(components, (component) =>
    component.custom_id === customId && component.options
      ? {
          ...component,
          options: component.options.map(({ default: _, ...option }) => ({
            ...option,
            ...(values.includes(option.value) && { default: true }),
          })),
        }
      : component,
  )
}
