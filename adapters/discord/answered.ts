import { type APIMessageTopLevelComponent, ComponentType } from 'discord.js'
import { DISCORD } from './limits.ts'
import { escapeDiscord, small } from './markdown.ts'
import { countText } from './measure.ts'
import { allIn, mapShown, type ShownComponent } from './shown.ts'

/** A message after it was answered: the same text, and what became of it where the buttons were. */
export function answeredVersion(
  components: readonly APIMessageTopLevelComponent[],
  customId: string,
  said: string,
): APIMessageTopLevelComponent[] {
  const line = small(escapeDiscord(said.replace(/\s+/g, ' ')))
  const fits = countText(components) + line.length <= DISCORD.message.text
  return mapShown(components, (component) => {
    if (component.type !== ComponentType.Container) return component
    const holds = allIn([component as APIMessageTopLevelComponent]).some((c) => c.custom_id === customId)
    const kept = withoutPresses(component.components ?? [])
    const ending = holds && fits ? [{ type: ComponentType.TextDisplay, content: line }] : []
    const all = [...kept, ...ending]
    return all.length === 0 ? null : { ...component, components: all }
  })
}

/** Lines that set the buttons apart go with them. */
const withoutPresses = (components: readonly ShownComponent[]): ShownComponent[] =>
  components.filter(({ type }) => type !== ComponentType.ActionRow && type !== ComponentType.Separator)
