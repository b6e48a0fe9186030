import { expect, test } from 'vitest'
import { resolveImport, sourcesIn } from './sources.ts'

const files = new Map(sourcesIn('src', 'adapters').map((file) => [file.path, file]))

/** What most processes never need: each costs every start time and memory, up to tens of megabytes. */
const LATE = ['zod', 'js-yaml', 'pdfkit', '@resvg/', '@expo-google-fonts/', 'pg', 'prom-client']

/** Packages that are loaded together with a file, and the file that asks for each. */
function loadedWith(path: string, seen = new Map<string, string>()): Map<string, string> {
  for (const { target, typeOnly, late } of files.get(path)?.imports ?? []) {
    if (typeOnly || late) continue
    const next = resolveImport(path, target)
    if (seen.has(next ?? target)) continue
    seen.set(next ?? target, path)
    if (next !== null) loadedWith(next, seen)
  }
  return seen
}

test.each([
  'src/cli/start.ts',
  'src/cli/texts.ts',
  'src/store/sqlite.ts',
  'adapters/terminal/index.ts',
  'adapters/slack/index.ts',
  'adapters/discord/index.ts',
])('%s loads nothing that may never be needed', (path) => {
  expect(files.has(path)).toBe(true)
  const early = [...loadedWith(path)].filter(([name]) =>
    LATE.some((late) => name === late || (late.endsWith('/') && name.startsWith(late))),
  )
  expect(early).toEqual([])
})

test('what is not late is found', () => {
  expect(loadedWith('src/knowledge/schema/criterion.ts').get('zod')).toBeDefined()
  expect(loadedWith('src/store/open.ts').has('pg')).toBe(false)
})
