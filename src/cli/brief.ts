import { writeFile } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { briefFile } from '../card/build.ts'
import type { BriefRecipe } from '../card/card.ts'
import { createConsultant } from '../dialogue/consultant.ts'
import { makeFile } from '../documents/file.ts'
import { messageOf, PyframeError } from '../errors.ts'
import type { Program } from './program.ts'
import { adviseOn } from './recommendation.ts'

const FORMATS: Record<string, BriefRecipe['format']> = { '.pdf': 'pdf', '.md': 'markdown' }

/** `brief "<brief>" --out FILE.pdf|.md [--client NAME] [--author NAME]`: writes the client brief. */
export async function brief(program: Program, args: string[]): Promise<number> {
  const { text, out, format, client, author } = parse(args)
  const consultant = await createConsultant(program.config().knowledgeFolder, program.cacheFolder)
  const now = new Date()
  const { requirements } = adviseOn(consultant, text, now)
  const part = briefFile({
    ...{ format, requirements, said: [text], client, author },
    date: now.toISOString().slice(0, 10),
    knowledge: consultant.catalogue.hash,
  })
  const { bytes } = await makeFile(consultant, part)
  await write(out, bytes)
  program.output.write(`Written to ${resolve(out)}\n`)
  return 0
}

const OPTIONS = {
  out: { type: 'string' },
  client: { type: 'string' },
  author: { type: 'string' },
} as const

function parse(args: string[]) {
  const { values, positionals } = parsed(args)
  const [text = '', ...more] = positionals
  const { out = '', client = '', author = '' } = values
  const format = FORMATS[extname(out).toLowerCase()]
  const problem =
    text.trim() === '' || more.length > 0
      ? 'takes one <brief>, in quotes'
      : out === ''
        ? 'takes --out FILE.pdf or --out FILE.md'
        : null
  if (problem !== null) throw new PyframeError('usage', `brief ${problem}`)
  if (format === undefined)
    throw new PyframeError('usage', `brief: "${out}" ends in neither .pdf nor .md, so its format is open`)
  return { text, out, format, client: client.trim() || null, author: author.trim() || null }
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw new PyframeError('usage', `brief: ${messageOf(error).split('. ')[0]}`)
  }
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes)
  } catch (error) {
    throw new PyframeError('unavailable', `"${path}" cannot be written: ${messageOf(error)}`, {
      cure: 'name a file in a folder that exists and that you may write to',
      cause: error,
    })
  }
}
