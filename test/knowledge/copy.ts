import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { afterAll } from 'vitest'
import { findProblems } from '../../src/knowledge/load.ts'
import { lineOf } from '../../src/knowledge/problems.ts'
import { ROOT } from '../architecture/sources.ts'

/** The entry that is broken in most tests, and one more to quarrel with. */
export const ENTRY = 'frameworks/django.yaml'
export const OTHER_ENTRY = 'frameworks/fastapi.yaml'

const REAL = join(ROOT, 'knowledge')
const isKept = (path: string): boolean =>
  !/frameworks.+\.yaml$/.test(path) || /(django|fastapi)\.yaml$/.test(path)

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** An empty folder, there until the last test of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pyframe-knowledge-'))
  folders.push(folder)
  return folder
}

/** The real knowledge with two of its entries: more would only take time. */
const base = temporaryFolder()
cpSync(REAL, base, { recursive: true, filter: isKept })
setIn(join(base, 'domain.yaml'), 'core', ['django', 'fastapi'])
for (const entry of [ENTRY, OTHER_ENTRY]) {
  // Both name entries that were left out.
  for (const list of ['related', 'migration']) setIn(join(base, entry), list, [])
}

/** A copy of the knowledge, to be broken. */
export function copyKnowledge() {
  const folder = temporaryFolder()
  cpSync(base, folder, { recursive: true })
  const pathOf = (file: string): string => join(folder, file)
  return {
    folder,
    pathOf,
    read: (file: string): string => readFileSync(pathOf(file), 'utf8'),
    write: (file: string, text: string): void => writeFileSync(pathOf(file), text),
    remove: (file: string): void => rmSync(pathOf(file), { recursive: true }),
    /** Sets what stands at a path such as `licence.source`; `undefined` removes it, `+` appends to a list. */
    set: (file: string, path: string, value: unknown): void => setIn(pathOf(file), path, value),
    problems: async (): Promise<string[]> =>
      (await findProblems(folder)).map((problem) => lineOf(problem).trim()),
  }
}

function setIn(file: string, path: string, value: unknown): void {
  const content = load(readFileSync(file, 'utf8'))
  setAt(content, path.split('.'), value)
  // JSON is YAML too.
  writeFileSync(file, JSON.stringify(content))
}

function setAt(content: unknown, [key = '', ...rest]: readonly string[], value: unknown): void {
  const holder = content as Record<string, unknown>
  const place = Array.isArray(content) && key === '+' ? String(content.length) : key
  if (rest.length > 0) setAt(holder[place], rest, value)
  else if (value === undefined) delete holder[place]
  else Object.defineProperty(holder, place, { value, enumerable: true, configurable: true, writable: true })
}
