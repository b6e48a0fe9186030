import { cardToText } from '../card/plain.ts'
import { type Consultant, createConsultant } from '../dialogue/consultant.ts'
import { comparisonOf, whyNotFor } from '../dialogue/report.ts'
import { PyframeError } from '../errors.ts'
import type { Program } from './program.ts'

/** `compare <id> <id> [...]`: names and misspellings are understood too. */
export async function compare(program: Program, args: string[]): Promise<number> {
  const consultant = await createConsultant(program.config().knowledgeFolder, program.cacheFolder)
  const ids = [...new Set(args.map((word) => requireEntry(consultant, word)))]
  if (ids.length < 2) throw new PyframeError('usage', 'compare takes two or more different names')
  program.output.write(`${cardToText(comparisonOf(consultant, ids, new Date()))}\n`)
  return 0
}

/** `why-not <id> "<brief>"`: why it is not the one, and what would make it so, with the scores before and after. */
export async function whyNot(program: Program, args: string[]): Promise<number> {
  const [word, brief] = args
  if (word === undefined || brief === undefined || args.length > 2) {
    throw new PyframeError('usage', 'why-not takes <id> "<brief>"')
  }
  const consultant = await createConsultant(program.config().knowledgeFolder, program.cacheFolder)
  const id = requireEntry(consultant, word)
  program.output.write(`${cardToText(whyNotFor(consultant, id, brief, new Date()))}\n`)
  return 0
}

function requireEntry({ catalogue, language }: Consultant, word: string): string {
  const [mention] = language.understand(word, null).alternatives
  const id = catalogue.alternative(word)?.id ?? (mention?.entry ? mention.id : undefined)
  if (id !== undefined) return id
  const known = catalogue.alternatives.map((alternative) => alternative.id).join(', ')
  throw new PyframeError('usage', `I have no entry for "${word}"; I know ${known}`)
}
