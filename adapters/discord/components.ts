import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIStringSelectComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js'
import { groupsOf } from '../shared/groups.ts'
import { labelText } from '../shared/label.ts'
import { shorten } from '../shared/shorten.ts'
import { DISCORD } from './limits.ts'

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>
export type Piece = APIComponentInContainer

/** Discord refuses texts without a visible character. */
export const NOTHING = '–'

/** Markdown as a component of its own; none if nothing is in it. */
export const textDisplay = (markdown: string): APITextDisplayComponent[] =>
  markdown.trim() === '' ? [] : [{ type: ComponentType.TextDisplay, content: markdown }]

/** Marked text as a label of at most `most` characters. */
export const label = (marked: string, most: number): string => shorten(labelText(marked) || NOTHING, most)

export const button = (
  id: string,
  marked: string,
  style: APIButtonComponentWithCustomId['style'] = ButtonStyle.Secondary,
): APIButtonComponentWithCustomId => ({
  type: ComponentType.Button,
  custom_id: id,
  label: label(marked, DISCORD.button.label),
  style,
})

/** Buttons in as few rows as they need, of nearly the same length. */
export function buttonRows(buttons: readonly APIButtonComponentWithCustomId[]): Row[] {
  const rows = Math.ceil(buttons.length / DISCORD.row.buttons)
  return groupsOf(buttons, Math.ceil(buttons.length / Math.max(1, rows))).map((group) => row(group))
}

export const menuRow = (menu: APIStringSelectComponent): Row => row([menu])

const row = (components: APIComponentInMessageActionRow[]): Row => ({
  type: ComponentType.ActionRow,
  components,
})
