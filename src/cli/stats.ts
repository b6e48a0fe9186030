import { openStore, type Tallied } from '../desk.ts'
import { countedWeeks } from '../dialogue/cards/counted.ts'
import { PyframeError } from '../errors.ts'
import type { Catalogue } from '../knowledge/catalogue.ts'
import { createCatalogue } from '../knowledge/catalogue.ts'
import { loadKnowledge } from '../knowledge/load.ts'
import { columns } from './columns.ts'
import type { Program } from './program.ts'

/** `stats`: what was asked, how it was understood and what people think of it, week by week; counts only. */
export async function stats(program: Program, args: string[]): Promise<number> {
  if (args.length > 0) throw new PyframeError('usage', `unexpected "${args[0]}"`)
  const config = program.config()
  const catalogue = createCatalogue(await loadKnowledge(config.knowledgeFolder, program.cacheFolder))
  const store = await openStore(config.databaseUrl)
  try {
    program.output.write(`${statsText(catalogue, await store.tallies())}\n`)
  } finally {
    await store.close()
  }
  return 0
}

/** The weeks, newest first, as text. */
export function statsText(catalogue: Catalogue, tallied: readonly Tallied[]): string {
  const weeks = countedWeeks(catalogue, tallied)
  if (weeks.length === 0) return 'Nothing was counted yet.'
  return weeks.map(({ week, rows }) => [week, ...columns(rows, 'll')].join('\n')).join('\n\n')
}
