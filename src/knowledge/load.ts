import type { ZodType } from 'zod'
import { readCache, writeCache } from './cache.ts'
import type { Knowledge } from './catalogue.ts'
import { InvalidKnowledge, type Problem } from './problems.ts'
import { type Folder, parseYaml, readFolder } from './read.ts'
import type { PhraseFile } from './schema/lists.ts'

/**
 * Loads a knowledge folder, from the cache when its contents were checked before.
 *
 * @param folder path of the folder with domain.yaml, criteria/, ...
 * @param cacheFolder where checked knowledge is kept as JSON by content hash; null = no cache
 * @throws InvalidKnowledge naming every problem of every file; PyframeError 'data' when there is no folder
 */
export async function loadKnowledge(folder: string, cacheFolder: string | null): Promise<Knowledge> {
  const read = readFolder(folder)
  const cached = cacheFolder === null ? null : readCache(cacheFolder, read.hash)
  if (cached !== null) return cached
  const { knowledge, problems } = await inspect(read)
  if (knowledge === null || problems.length > 0) throw new InvalidKnowledge(folder, problems)
  if (cacheFolder !== null) writeCache(cacheFolder, knowledge)
  return knowledge
}

/** Every problem of the folder, without the cache; empty when all is well. */
export async function findProblems(folder: string): Promise<Problem[]> {
  return (await inspect(readFolder(folder))).problems
}

async function inspect(folder: Folder): Promise<{ knowledge: Knowledge | null; problems: Problem[] }> {
  // Late: zod and the schemas cost a third of the start-up and are not needed when the cache answers.
  const [schemas, { crossCheck }] = await Promise.all([import('./schema/files.ts'), import('./check.ts')])
  const problems: Problem[] = []
  const single = parseSingles(folder, schemas.FILES, problems)
  const domain = single.get('domain.yaml') as Knowledge['domain'] | undefined
  const entriesOf = (name: string, schema: ZodType): Map<string, unknown> =>
    parseEntries(folder, name, schema, problems)
  const criteria = entriesOf('criteria', schemas.FOLDERS.criteria)
  const phrases = entriesOf('phrases', schemas.FOLDERS.phrases)
  const alternatives = domain ? entriesOf(domain.folder, schemas.ALTERNATIVE) : new Map<string, unknown>()
  reportStrangers(folder, Object.keys(schemas.FILES), ['criteria', 'phrases', domain?.folder], problems)
  if (problems.length > 0) return { knowledge: null, problems }
  const knowledge = assemble(folder.hash, single, [...alternatives.values()], [...criteria.values()], phrases)
  problems.push(...crossCheck(knowledge))
  return { knowledge, problems }
}

function parseSingles(
  folder: Folder,
  schemas: Record<string, ZodType>,
  problems: Problem[],
): Map<string, unknown> {
  const parsed = new Map<string, unknown>()
  for (const [file, schema] of Object.entries(schemas)) {
    const text = folder.files.get(file)
    if (text === undefined) problems.push({ file, path: '', message: 'this file is missing' })
    else parsed.set(file, validate(file, parseYaml(file, text, problems), schema, problems))
  }
  return parsed
}

function parseEntries(
  folder: Folder,
  name: string,
  schema: ZodType,
  problems: Problem[],
): Map<string, unknown> {
  const parsed = new Map<string, unknown>()
  for (const [file, text] of folder.files) {
    if (!file.startsWith(`${name}/`)) continue
    const id = file.slice(name.length + 1, -'.yaml'.length)
    const value = validate(file, parseYaml(file, text, problems), schema, problems)
    parsed.set(id, value)
    const own = (value as { id?: string } | undefined)?.id
    if (own !== undefined && own !== id) {
      problems.push({ file, path: 'id', message: `is "${own}" but the file is named "${id}"` })
    }
  }
  if (parsed.size === 0)
    problems.push({ file: `${name}/`, path: '', message: 'this folder has no .yaml files' })
  return parsed
}

function validate(file: string, value: unknown, schema: ZodType, problems: Problem[]): unknown {
  if (value === undefined) return undefined
  const result = schema.safeParse(value)
  if (result.success) return result.data
  for (const issue of result.error.issues) {
    problems.push({ file, path: issue.path.join('.'), message: issue.message })
  }
  return undefined
}

function reportStrangers(
  folder: Folder,
  known: readonly string[],
  folders: readonly (string | undefined)[],
  problems: Problem[],
): void {
  for (const file of folder.files.keys()) {
    if (known.includes(file) || folders.some((name) => name !== undefined && file.startsWith(`${name}/`)))
      continue
    problems.push({ file, path: '', message: 'no part of the knowledge has this name; rename or remove it' })
  }
}

function assemble(
  hash: string,
  single: Map<string, unknown>,
  alternatives: unknown[],
  criteria: unknown[],
  phrases: Map<string, unknown>,
): Knowledge {
  const get = <K>(file: string): K => single.get(file) as K
  const byOrder = (a: { order: number }, b: { order: number }): number => a.order - b.order
  return {
    hash,
    domain: get('domain.yaml'),
    alternatives: alternatives as Knowledge['alternatives'],
    criteria: (criteria as Knowledge['criteria']).toSorted(byOrder),
    capabilities: get('capabilities.yaml'),
    kinds: get('kinds.yaml'),
    topics: get('topics.yaml'),
    glossary: get('glossary.yaml'),
    guide: get('guide.yaml'),
    company: get('company.yaml'),
    neighbours: get('neighbours.yaml'),
    phrases: Object.fromEntries(phrases as Map<string, PhraseFile>),
  }
}
