import { describe, expect, test } from 'vitest'
import { MAY_IMPORT, ONLY_TYPES, OWNED_PACKAGES } from './import-rules.ts'
import { partOf, resolveImport, type SourceFile, sourcesIn } from './sources.ts'

const files = sourcesIn('src', 'adapters')

function offences(file: SourceFile): string[] {
  const from = partOf(file.path)
  return file.imports.flatMap(({ target, typeOnly }) => {
    const path = resolveImport(file.path, target)
    if (path === null) {
      const owner = Object.entries(OWNED_PACKAGES).find(
        ([name]) => target === name || target.startsWith(name),
      )
      return owner && !owner[1].includes(from) ? [`${file.path} imports ${target}`] : []
    }
    const to = partOf(path)
    if (to === from) return []
    if (!MAY_IMPORT[from]?.includes(to)) return [`${file.path} (${from}) imports ${path} (${to})`]
    const typesOnly = ONLY_TYPES.some(([a, b]) => a === from && b === to)
    return typesOnly && !typeOnly ? [`${file.path} imports more than types from ${path}`] : []
  })
}

describe('the import rules', () => {
  test('there are sources to look at', () => {
    expect(files.length).toBeGreaterThan(40)
    expect(files.flatMap((file) => file.imports).length).toBeGreaterThan(100)
  })

  test('every part of the program has a rule', () => {
    expect(files.map(({ path }) => partOf(path)).filter((part) => MAY_IMPORT[part] === undefined)).toEqual([])
  })

  test('nobody imports what the list does not allow', () => {
    expect(files.flatMap(offences)).toEqual([])
  })

  test('a forbidden import would be noticed', () => {
    const imports = [{ target: '../desk.ts', typeOnly: false, late: false }]
    expect(offences({ path: 'src/card/bad.ts', text: '', imports })).toHaveLength(1)
    const values = [{ target: '../dialogue/turn.ts', typeOnly: false, late: false }]
    expect(offences({ path: 'src/store/bad.ts', text: '', imports: values })).toHaveLength(1)
    expect(
      offences({
        path: 'src/advice/bad.ts',
        text: '',
        imports: [{ target: 'zod', typeOnly: false, late: false }],
      }),
    ).toHaveLength(1)
  })
})
