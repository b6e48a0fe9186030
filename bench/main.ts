import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { messageOf, PyframeError } from '../src/errors.ts'
import { asData, asText, type Report } from './report.ts'
import { inWords, surroundings } from './surroundings.ts'

/** Each gives its report. */
const BENCHES = {
  turns: async () => (await import('./turns.ts')).turns(),
  advice: async () => (await import('./advice.ts')).advice(),
  language: async () => (await import('./language.ts')).language(),
  dialogue: async () => (await import('./dialogue.ts')).dialogue(),
  search: async () => (await import('./search.ts')).search(),
  sureness: async () => (await import('./sureness.ts')).sureness(),
  durable: async () => (await import('./durable.ts')).durable(),
  documents: async () => (await import('./documents.ts')).documents(),
  start: async () => (await import('./start.ts')).start(),
  slack: async () => (await import('./slack.ts')).slack(),
  discord: async () => (await import('./discord.ts')).discord(),
  memory: async () => (await import('./memory.ts')).memory(),
  growth: async () => (await import('./growth.ts')).growth(),
  kept: async () => (await import('./kept.ts')).kept(),
  users: async () => (await import('./users.ts')).users(),
  fuzz: async () => (await import('./fuzz.ts')).fuzz(),
  kills: async () => (await import('./kills.ts')).kills(),
} satisfies Record<string, () => Promise<Report>>

type Name = keyof typeof BENCHES

const names = Object.keys(BENCHES) as Name[]

/** Takes many minutes: only when it is named. */
const LONG: Name = 'kills'

/** @throws PyframeError 'usage' when there is no such measurement */
function readArguments(): { name: Name | null; json: boolean } {
  try {
    const { values, positionals } = parseArgs({
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    const name = names.find((other) => other === positionals[0]) ?? null
    if (positionals.length > (name === null ? 0 : 1)) throw new Error('no such measurement')
    return { name, ...values }
  } catch (cause) {
    throw new PyframeError(
      'usage',
      `name one measurement or none, with or without --json: ${names.join(', ')}`,
      {
        cause,
      },
    )
  }
}

/** Runs every measurement in a process of its own, so that none finds the heap as another has left it. */
function runAll(options: readonly string[]): void {
  for (const name of names.filter((each) => each !== LONG)) {
    const { status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name, ...options], {
      stdio: 'inherit',
    })
    if (status !== 0)
      process.exitCode = status ?? new PyframeError('internal', `${name} was killed`).exitStatus
  }
}

/** One object on one line for a program; words and tables for people. */
async function runOne(name: Name, json: boolean): Promise<void> {
  const report = await BENCHES[name]()
  // Last, because peers are installed when they are first needed.
  const facts = await surroundings()
  if (json) console.log(JSON.stringify({ name, ...facts, ...asData(report) }))
  else console.log(`\n${name}\n${inWords(facts)}\n\n${asText(report)}`)
}

try {
  const { name, json } = readArguments()
  if (name === null) runAll(json ? ['--json'] : [])
  else await runOne(name, json)
} catch (error) {
  if (!(error instanceof PyframeError)) throw error
  console.error(messageOf(error))
  process.exitCode = error.exitStatus
}
