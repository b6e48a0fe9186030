import { type APIMessageTopLevelComponent, ComponentType } from 'discord.js'

interface Nested {
  type: ComponentType
  components?: readonly Nested[]
  accessory?: Nested
  content?: string
}

/** How many components there are, those inside others too. */
export const countComponents = (components: readonly APIMessageTopLevelComponent[]): number =>
  all(components as readonly Nested[]).length

/** How many characters the text displays show together. */
export const countText = (components: readonly APIMessageTopLevelComponent[]): number =>
  all(components as readonly Nested[])
    .map(({ type, content = '' }) => (type === ComponentType.TextDisplay ? content.length : 0))
    .reduce((sum, length) => sum + length, 0)

const all = (components: readonly Nested[]): Nested[] =>
  components.flatMap((each) => [
    each,
    ...all(each.components ?? []),
    ...all(each.accessory ? [each.accessory] : []),
  ])
