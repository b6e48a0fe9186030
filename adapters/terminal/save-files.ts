import { writeFile } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { notice, text } from '../../src/card/build.ts'
import type { Card, FilePart, Part } from '../../src/card/card.ts'
import { escapeMarkup } from '../../src/card/markup.ts'
import type { Desk } from '../../src/desk.ts'
import { messageOf } from '../../src/errors.ts'

/** Names tried beside the wanted one before giving up. */
const MOST_TRIES = 100

/**
 * Saves the files of some cards into a folder, beside what is there already, and says in their place where they are.
 * Never throws: a file that cannot be made or saved becomes a notice.
 */
export async function saveFiles(
  cards: readonly Card[],
  desk: Pick<Desk, 'file'>,
  folder: string,
): Promise<Card[]> {
  return await Promise.all(
    cards.map(async (card) => ({
      ...card,
      parts: await Promise.all(
        card.parts.map((part) => (part.kind === 'file' ? saved(part, desk, folder) : part)),
      ),
    })),
  )
}

async function saved(part: FilePart, desk: Pick<Desk, 'file'>, folder: string): Promise<Part> {
  try {
    const { bytes } = await desk.file(part)
    const path = await writeBeside(folder, part.name, bytes)
    return text(`Saved as **${escapeMarkup(path)}**`)
  } catch (error) {
    return notice(
      'warning',
      `${escapeMarkup(part.name)} could not be saved in ${escapeMarkup(folder)}: ${escapeMarkup(messageOf(error))}. Start me in a folder that can be written to, and ask again.`,
    )
  }
}

/** Writes a new file and gives its path; with a number in its name where that one exists. */
async function writeBeside(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  const { name: stem, ext } = parse(name)
  for (let i = 1; ; i += 1) {
    const path = join(folder, i === 1 ? name : `${stem}-${i}${ext}`)
    try {
      await writeFile(path, bytes, { flag: 'wx' })
      return path
    } catch (error) {
      if (!isTaken(error) || i === MOST_TRIES) throw error
    }
  }
}

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST'
