import { parseArgs } from 'node:util'
import { explain } from '../advice/explain.ts'
import { cardToText } from '../card/plain.ts'
import { type Consultant, createConsultant } from '../dialogue/consultant.ts'
import { recommendationFor } from '../dialogue/report.ts'
import { messageOf, PyframeError } from '../errors.ts'
import { explanationText } from './explanation.ts'
import { streamLines } from './json-lines.ts'
import type { Program } from './program.ts'
import { adviseOn, recommendationOn, recommendedOf } from './recommendation.ts'
import { replay } from './replay.ts'

/** Status when a kept recommendation comes out otherwise today. */
const DIFFERS = 1

/**
 * `recommend "<brief>"`: as plain text; with `--json` as one object that `--replay FILE` gives again; with `--explain`
 * taken apart into every number it is made of. `--stdin`: JSON Lines, without what a replay needs.
 */
export async function recommend(program: Program, args: string[]): Promise<number> {
  const { values, positionals } = parse(args)
  const consultant = await createConsultant(program.config().knowledgeFolder, program.cacheFolder)
  const now = new Date()
  if (values.stdin) {
    return await streamLines(program, false, ({ text }) => recommendedOf(adviseOn(consultant, text, now)))
  }
  if (values.replay !== undefined) {
    const { same, text } = replay(consultant, values.replay)
    program.output.write(`${text}\n`)
    return same ? 0 : DIFFERS
  }
  const [brief = ''] = positionals
  program.output.write(`${inForm(consultant, brief, now, values)}\n`)
  return 0
}

interface Form {
  json?: boolean | undefined
  explain?: boolean | undefined
}

function inForm(
  consultant: Consultant,
  brief: string,
  now: Date,
  { json, explain: explained }: Form,
): string {
  if (json) return JSON.stringify(recommendationOn(consultant, brief, now, explained === true))
  if (!explained) return recommendationFor(consultant, brief, now).map(cardToText).join('\n\n')
  const { requirements, advice } = adviseOn(consultant, brief, now)
  return explanationText(consultant.catalogue, explain(consultant.catalogue, requirements, advice))
}

const OPTIONS = {
  json: { type: 'boolean' },
  stdin: { type: 'boolean' },
  explain: { type: 'boolean' },
  replay: { type: 'string' },
} as const

function parse(args: string[]) {
  try {
    const parsed = parseArgs({ args, options: OPTIONS, allowPositionals: true })
    const problem = misuseIn(parsed.values, parsed.positionals)
    if (problem === null) return parsed
    throw new PyframeError('usage', `recommend ${problem}`, { cure: 'or --stdin for JSON Lines' })
  } catch (error) {
    if (error instanceof PyframeError) throw error
    throw new PyframeError('usage', `recommend: ${messageOf(error).split('. ')[0]}`)
  }
}

function misuseIn(
  { stdin, explain: explained, replay: file }: Form & { stdin?: boolean; replay?: string },
  briefs: readonly string[],
) {
  const [brief = '', ...more] = briefs
  if (file !== undefined)
    return stdin || explained || brief !== '' ? '--replay takes a file and nothing else' : null
  if (stdin) return explained ? '--explain takes one <brief>, not --stdin' : null
  return brief.trim() === '' || more.length > 0 ? 'takes <brief>, each in quotes' : null
}
