import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Knowledge } from './catalogue.ts'

/** Raised whenever the shape of Knowledge or a check changes, so that older caches are not believed. */
const FORMAT = 1
const PREFIX = 'knowledge-'
const nameOf = (hash: string): string => `${PREFIX}${FORMAT}-${hash}.json`

/** Checked knowledge of that hash, or null when it is not cached or the cache is damaged. */
export function readCache(folder: string, hash: string): Knowledge | null {
  try {
    const knowledge: Knowledge = JSON.parse(readFileSync(join(folder, nameOf(hash)), 'utf8'))
    return knowledge.hash === hash ? knowledge : null
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
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(draft, JSON.stringify(knowledge))
    renameSync(draft, join(folder, name))
    for (const old of readdirSync(folder)) {
      if (old.startsWith(PREFIX) && old.endsWith('.json') && old !== name)
        rmSync(join(folder, old), { force: true })
    }
  } catch {
    rmSync(draft, { force: true })
  }
}
