import { readCache, writeCache } from './cache.ts'
import type { Knowledge } from './catalogue.ts'
import { InvalidKnowledge, type Problem } from './problems.ts'
import { type Folder, readFolder } from './read.ts'

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
  if (knowledge === null) throw new InvalidKnowledge(folder, problems)
  if (cacheFolder !== null) writeCache(cacheFolder, knowledge)
  return knowledge
}

/**
 * Every problem of the folder, without the cache; empty when all is well.
 *
 * @throws PyframeError 'data' when there is no folder
 */
export async function findProblems(folder: string): Promise<Problem[]> {
  return (await inspect(readFolder(folder))).problems
}

async function inspect(folder: Folder): Promise<{ knowledge: Knowledge | null; problems: Problem[] }> {
  // Late: the schemas and what reads by them cost a third of the start-up and are not needed when the cache answers.
  const [{ parseFolder }, { crossCheck }] = await Promise.all([import('./parse.ts'), import('./check.ts')])
  const { draft, problems: own } = parseFolder(folder)
  const problems = [...own, ...crossCheck(draft, new Set(own.map(({ file }) => file)))]
  // Without a problem every file was read, and nothing in the draft is a stand-in.
  return { knowledge: problems.length === 0 ? (draft as Knowledge) : null, problems }
}
