import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CACHE_FOLDER, loadEnvironment, readConfig } from '../src/config.ts'
import { type Consultant, createConsultant } from '../src/dialogue/consultant.ts'
import { type Cases, readCases } from './eval/cases.ts'

/** The folder of the program. */
export const ROOT = join(import.meta.dirname, '..')

/** What `npm start` gives to Node. */
export const START_ARGS: readonly string[] = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  .scripts.start.split(' ')
  .slice(1)

/**
 * The consultant people talk to, on the configured knowledge, ready to read. Each one is fresh: it remembers no
 * misspelling that an earlier one has looked up.
 */
export async function freshConsultant(): Promise<Consultant> {
  const consultant = await createConsultant(readConfig(loadEnvironment()).knowledgeFolder, CACHE_FOLDER)
  consultant.warmUp()
  return consultant
}

/** The labelled cases of `test/eval`: real briefs and questions. */
export const labelledCases = (): Cases => readCases(join(ROOT, 'test/eval'))
