import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createCatalogue } from '../../src/knowledge/catalogue.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { ROOT, sourcesIn } from './sources.ts'

const src = sourcesIn('src')
const all = sourcesIn('src', 'adapters', 'test', 'bench')

describe('the sources', () => {
  test('src names no alternative: domain wording lives in the knowledge', async () => {
    const { alternatives, neighbours, company } = createCatalogue(
      await loadKnowledge(join(ROOT, 'knowledge'), null),
    )
    const names = [...alternatives, ...neighbours.filter(({ guarded }) => !guarded)].map(({ name }) => name)
    // Short names and ordinary words ("Echo", "Next") would also be found in plain English.
    const known = [...names, company.name].filter((name) => name.length > 4)
    const pattern = new RegExp(`\\b(${known.map((name) => name.replace(/[^\w ]/g, '.')).join('|')})\\b`)
    expect(src.filter(({ text }) => pattern.test(text)).map(({ path }) => path)).toEqual([])
    expect(src.filter(({ text }) => /\bweb framework/i.test(text)).map(({ path }) => path)).toEqual([])
  })

  test('only config.ts reads the environment', () => {
    const readers = sourcesIn('src', 'adapters').filter(({ text }) => /process\.env\b/.test(text))
    expect(readers.map(({ path }) => path)).toEqual(['src/config.ts'])
  })

  test('no file is a drawer for odds and ends', () => {
    expect(
      all.map(({ path }) => path).filter((path) => /\b(utils?|helpers?|misc|common)\.ts$/.test(path)),
    ).toEqual([])
  })

  test('nothing is exported by default', () => {
    expect(src.filter(({ text }) => /^export default/m.test(text)).map(({ path }) => path)).toEqual([])
  })

  test('the lock file names no registry', () => {
    expect(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved"/)
  })
})
