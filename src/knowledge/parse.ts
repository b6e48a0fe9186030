import type { ZodType } from 'zod'
import type { Draft } from './draft.ts'
import type { Problem } from './problems.ts'
import type { Folder } from './read.ts'
import { ALTERNATIVE, FILES, FOLDERS, OPTIONAL, PHRASES } from './schema/files.ts'
import { validate } from './validate.ts'
import { parseYaml } from './yaml.ts'

/**
 * Reads each file of the folder by its own schema. A file with a problem is left out of the draft, so that the others
 * can still be checked against each other.
 */
export function parseFolder(folder: Folder): { draft: Draft; problems: Problem[] } {
  const problems: Problem[] = []
  const single = parseSingles(folder, problems)
  const domain = single.get('domain.yaml') as Draft['domain'] | undefined
  const home = domain?.folder ?? likelyHome(folder)
  const entriesOf = <T>(name: string, schema: ZodType): Map<string, T> =>
    parseEntries(folder, name, schema, problems)
  const criteria = entriesOf<Draft['criteria'][number]>('criteria', FOLDERS.criteria)
  const phrases = entriesOf<Draft['phrases'][string]>('phrases', FOLDERS.phrases)
  const situations = entriesOf<Draft['situations'][number]>('situations', FOLDERS.situations)
  const alternatives =
    home === ''
      ? new Map<string, Draft['alternatives'][number]>()
      : entriesOf<Draft['alternatives'][number]>(home, ALTERNATIVE)
  reportStrangers(folder, home, problems)
  const draft = {
    ...singlesOf(single),
    domain: domain ?? { folder: home, core: [], field_words: [] },
    hash: folder.hash,
    hashes: folder.hashes,
    alternatives: [...alternatives.values()],
    criteria: [...criteria.values()].toSorted((a, b) => a.order - b.order),
    phrases: Object.fromEntries(phrases),
    situations: [...situations.values()],
  }
  return { draft, problems }
}

/** Where the alternatives lie when domain.yaml cannot say so: the folder that is nothing else. */
function likelyHome(folder: Folder): string {
  const names = [...folder.files.keys()]
    .filter((file) => file.includes('/'))
    .map((file) => file.split('/')[0] ?? '')
  return names.find((name) => !Object.hasOwn(FOLDERS, name)) ?? ''
}

function singlesOf(
  single: ReadonlyMap<string, unknown>,
): Omit<Draft, 'domain' | 'hash' | 'hashes' | 'alternatives' | 'criteria' | 'phrases' | 'situations'> {
  const list = <T>(file: string): T[] => (single.get(file) as T[] | undefined) ?? []
  return {
    capabilities: list('capabilities.yaml'),
    kinds: list('kinds.yaml'),
    context: list('context.yaml'),
    topics: list('topics.yaml'),
    glossary: list('glossary.yaml'),
    neighbours: list('neighbours.yaml'),
    guide: (single.get('guide.yaml') as Draft['guide'] | undefined) ?? { types: [], questions: [] },
    company: (single.get('company.yaml') as Draft['company'] | undefined) ?? { questions: [] },
  }
}

function parseSingles(folder: Folder, problems: Problem[]): Map<string, unknown> {
  const parsed = new Map<string, unknown>()
  for (const [file, schema] of Object.entries(FILES)) {
    const text = folder.files.get(file)
    if (text === undefined) problems.push({ file, path: '', message: 'this file is missing' })
    else parsed.set(file, parse(file, text, schema, problems))
  }
  return parsed
}

function parseEntries<T>(folder: Folder, name: string, schema: ZodType, problems: Problem[]): Map<string, T> {
  const parsed = new Map<string, T>()
  const entries = [...folder.files].filter(([file]) => isEntry(file, name))
  for (const [file, text] of entries) {
    const id = file.slice(name.length + 1, -'.yaml'.length)
    const value = parse(file, text, schema, problems) as (T & { id?: string }) | undefined
    if (value === undefined) continue
    if (value.id === undefined || value.id === id) parsed.set(id, value)
    else problems.push({ file, path: 'id', message: `is "${value.id}" but the file is named "${id}"` })
  }
  if (entries.length === 0 && !OPTIONAL.has(name))
    problems.push({ file: `${name}/`, path: '', message: 'this folder has no .yaml files' })
  return parsed
}

function parse(file: string, text: string, schema: ZodType, problems: Problem[]): unknown {
  const before = problems.length
  const value = parseYaml(file, text, problems)
  return problems.length > before ? undefined : validate(file, value, schema, problems)
}

const isEntry = (file: string, folder: string): boolean =>
  file.startsWith(`${folder}/`) && file.endsWith('.yaml') && !file.includes('/', folder.length + 1)

function reportStrangers(folder: Folder, home: string, problems: Problem[]): void {
  const known = (file: string): boolean =>
    Object.hasOwn(FILES, file) ||
    isEntry(file, 'criteria') ||
    isEntry(file, 'situations') ||
    isEntry(file, home) ||
    PHRASES.some((name) => file === `phrases/${name}.yaml`)
  for (const file of folder.files.keys()) {
    if (known(file)) continue
    const reason = file.endsWith('.yaml')
      ? 'no part of the knowledge has this name; rename or remove it'
      : 'files of the knowledge end in .yaml; rename or remove it'
    problems.push({ file, path: '', message: reason })
  }
}
