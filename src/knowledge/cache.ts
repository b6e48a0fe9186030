import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Knowledge } from './catalogue.ts'

const PREFIX = 'knowledge-'
const BUILD_DIGITS = 8

/** Checked knowledge of that hash, or null when it is not cached or the cache is damaged. */
export function readCache(folder: string, hash: string): Knowledge | null {
  try {
    const [digest, json = ''] = readFileSync(join(folder, nameOf(hash)), 'utf8').split('\n', 2)
    return digest === digestOf(json) ? JSON.parse(json) : null
  } catch {
    return null
  }
}

/**
 * Keeps checked knowledge and removes older copies. A cache that cannot be written is no reason to stop: the next
 * start only takes longer.
 */
export function writeCache(folder: string, knowledge: Knowledge): void {
  const name = nameOf(knowledge.hash)
  const draft = join(folder, `${name}.${process.pid}.tmp`)
  const json = JSON.stringify(knowledge)
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(draft, `${digestOf(json)}\n${json}`)
    renameSync(draft, join(folder, name))
    // Drafts too: one that a process left when it was killed would stay for ever.
    for (const old of readdirSync(folder)) {
      if (old.startsWith(PREFIX) && old !== name) rmSync(join(folder, old), { force: true })
    }
  } catch {
    discard(draft)
  }
}

function discard(draft: string): void {
  try {
    rmSync(draft, { force: true })
  } catch {
    // Where nothing can be written, there is nothing to remove.
  }
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

const nameOf = (hash: string): string => `${PREFIX}${hash}-${buildOf(import.meta.dirname)}.json`

/** Changes with the sources of the loader and its schemas: what another build has checked is not believed. */
function buildOf(sources: string): string {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  )
  const texts = files.sort().map((file) => readFileSync(join(sources, file), 'utf8'))
  return digestOf(texts.join('\0')).slice(0, BUILD_DIGITS)
}
