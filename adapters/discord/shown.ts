import { type APIMessageTopLevelComponent, ComponentType } from 'discord.js'
import { decodeCustomId } from './custom-id.ts'

/** A component of a message as it comes back with a press, as far as it is read. */
export interface ShownComponent {
  type: ComponentType
  custom_id?: string
  label?: string
  content?: string
  options?: { label: string; value: string; default?: boolean }[]
  components?: ShownComponent[]
  accessory?: ShownComponent
  items?: { media: Media }[]
  file?: Media
}

interface Media {
  url: string
}

/** The components of a message as data. */
export const shownComponents = (
  components: readonly { toJSON(): unknown }[],
): APIMessageTopLevelComponent[] =>
  components.map((each) => sendable(each.toJSON() as ShownComponent)) as APIMessageTopLevelComponent[]

/** Discord sends files back with addresses and sizes that it does not take again. */
function sendable(component: ShownComponent): ShownComponent {
  const { components, accessory, items, file, ...rest } = component
  const { type } = rest
  if (type === ComponentType.File && file) return { type, file: attached(file) }
  return {
    ...rest,
    ...(components && { components: components.map(sendable) }),
    ...(accessory && { accessory: sendable(accessory) }),
    ...(items && { items: items.map((item) => ({ ...item, media: attached(item.media) })) }),
  }
}

const attached = ({ url }: Media): Media => ({
  url: `attachment://${url.split(/[?#]/)[0]?.split('/').at(-1) ?? ''}`,
})

/** Every component of a message, those inside others too. */
export function allIn(components: readonly APIMessageTopLevelComponent[]): ShownComponent[] {
  const flat = (each: ShownComponent): ShownComponent[] => [each, ...(each.components ?? []).flatMap(flat)]
  return (components as ShownComponent[]).flatMap(flat)
}

/** The same components with one of them, or all inside another, put in the place of it; null leaves it out. */
export function mapShown(
  components: readonly APIMessageTopLevelComponent[],
  change: (component: ShownComponent) => ShownComponent | null,
): APIMessageTopLevelComponent[] {
  const map = (list: readonly ShownComponent[]): ShownComponent[] =>
    list.flatMap((each) => {
      const changed = change(each)
      if (changed === null) return []
      return [changed.components ? { ...changed, components: map(changed.components) } : changed]
    })
  return map(components as ShownComponent[]) as APIMessageTopLevelComponent[]
}

/** What stands above a button in its card, from the heading on. */
export function wordsAbove(components: readonly APIMessageTopLevelComponent[], customId: string): string[] {
  const card = (components as ShownComponent[]).find((top) =>
    allIn([top as APIMessageTopLevelComponent]).some(({ custom_id }) => custom_id === customId),
  )
  const parts = card?.components ?? []
  const at = parts.findIndex(({ components = [] }) =>
    components.some(({ custom_id }) => custom_id === customId),
  )
  return parts.slice(0, at).flatMap(({ content }) => (content === undefined ? [] : [content]))
}

/** Whether a component is one of ours that does this. */
export const isKind = ({ custom_id = '' }: ShownComponent, kind: string): boolean =>
  decodeCustomId(custom_id)?.kind === kind
