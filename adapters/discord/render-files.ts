import { ComponentType } from 'discord.js'
import type { FilePart } from '../../src/card/card.ts'
import type { Canvas } from './canvas.ts'
import { type Piece, textDisplay } from './components.ts'
import { bold, inline, small } from './markdown.ts'

/** The file with what is in it; only the latter where files may not go along. */
export function file(part: FilePart, canvas: Canvas): Piece[] {
  if (!canvas.look.files) return textDisplay(small(`${bold(part.name)}: ${inline(part.alt)}`))
  const url = canvas.attach({ name: part.name, part })
  return [{ type: ComponentType.File, file: { url } }, ...textDisplay(small(inline(part.alt)))]
}
