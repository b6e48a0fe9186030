import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Knowledge } from '../../src/knowledge/catalogue.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { copyKnowledge, ENTRY, temporaryFolder } from './copy.ts'

let copy: ReturnType<typeof copyKnowledge>
let cache: string
let checked: Knowledge
beforeEach(async () => {
  copy = copyKnowledge()
  cache = join(temporaryFolder(), 'cache')
  checked = await loadKnowledge(copy.folder, cache)
})

const kept = (): string => join(cache, readdirSync(cache).find((name) => name.endsWith('.json')) ?? 'nothing')

/** Changes the kept knowledge so that it would be noticed, with everything about the file in order. */
async function forge(): Promise<void> {
  const { writeCache } = await import('../../src/knowledge/cache.ts')
  writeCache(cache, { ...checked, domain: { ...checked.domain, subject: 'a forgery' } })
}

describe('the cache', () => {
  test('answers the second load with equal knowledge', async () => {
    expect(await loadKnowledge(copy.folder, cache)).toEqual(checked)
    await forge()
    expect((await loadKnowledge(copy.folder, cache)).domain.subject).toBe('a forgery')
  })

  test.each([
    ['cut off', () => truncateSync(kept(), 1000)],
    ['empty', () => truncateSync(kept(), 0)],
    [
      'changed by a letter',
      () => writeFileSync(kept(), readFileSync(kept(), 'utf8').replace('Django', 'Djangu')),
    ],
    ['other JSON', () => writeFileSync(kept(), JSON.stringify({ hash: checked.hash }))],
  ])('is ignored and written anew when it is %s', async (_statement, damage) => {
    const whole = readFileSync(kept(), 'utf8')
    damage()
    expect(await loadKnowledge(copy.folder, cache)).toEqual(checked)
    expect(readFileSync(kept(), 'utf8')).toBe(whole)
  })

  test('never answers for changed contents, and keeps the newest only', async () => {
    await forge()
    writeFileSync(join(cache, 'knowledge-abandoned.json.1.tmp'), 'by a process that was killed')
    writeFileSync(join(cache, 'somebody-else.json'), '{}')
    copy.set(ENTRY, 'tagline', 'A changed line.')
    const changed = await loadKnowledge(copy.folder, cache)
    expect(changed.hash).not.toBe(checked.hash)
    expect(changed.alternatives.map(({ tagline }) => tagline)).toContain('A changed line.')
    expect(changed.domain.subject).toBe(checked.domain.subject)
    expect(readdirSync(cache).sort()).toEqual([kept().split('/').at(-1), 'somebody-else.json'].sort())
  })

  test('never lets unsound contents pass', async () => {
    copy.set(ENTRY, 'kind', 'monolith')
    await expect(loadKnowledge(copy.folder, cache)).rejects.toThrow(/monolith/)
    await expect(loadKnowledge(copy.folder, cache)).rejects.toThrow(/monolith/)
  })

  test('does no harm where it cannot be written', async () => {
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    expect(await loadKnowledge(copy.folder, join(file, 'cache'))).toEqual(checked)
    // A folder in the place of the file: it can neither be read nor replaced.
    const blocked = join(temporaryFolder(), 'cache')
    mkdirSync(join(blocked, kept().split('/').at(-1) ?? '', 'in the way'), { recursive: true })
    expect(await loadKnowledge(copy.folder, blocked)).toEqual(checked)
    expect(readdirSync(blocked)).toHaveLength(1)
  })

  test('is not made when none is wanted', async () => {
    const before = readdirSync(cache)
    copy.set(ENTRY, 'tagline', 'Another line.')
    await loadKnowledge(copy.folder, null)
    expect(readdirSync(cache)).toEqual(before)
    expect(existsSync(join(copy.folder, '.cache'))).toBe(false)
  })
})
