import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { messageOf, PyframeError } from '../src/errors.ts'
import { machineFacts } from './measure.ts'

/** Each gives its report. */
const BENCHES = {
  turns: async () => (await import('./turns.ts')).turns(),
  advice: async () => (await import('./advice.ts')).advice(),
  language: async () => (await import('./language.ts')).language(),
  search: async () => (await import('./search.ts')).search(),
  sureness: async () => (await import('./sureness.ts')).sureness(),
  durable: async () => (await import('./durable.ts')).durable(),
  documents: async () => (await import('./documents.ts')).documents(),
  start: async () => (await import('./start.ts')).start(),
  slack: async () => (await import('./slack.ts')).slack(),
  discord: async () => (await import('./discord.ts')).discord(),
  fuzz: async () => (await import('./fuzz.ts')).fuzz(),
  kills: async () => (await import('./kills.ts')).kills(),
} satisfies Record<string, () => Promise<string>>

type Name = keyof typeof BENCHES

const names = Object.keys(BENCHES) as Name[]

/** Takes many minutes: only when it is named. */
const LONG: Name = 'kills'

/** @throws PyframeError 'usage' when there is no such measurement */
function readName([name, ...more]: readonly string[]): Name | null {
  if (name === undefined) return null
  const known = names.find((other) => other === name)
  if (known !== undefined && more.length === 0) return known
  throw new PyframeError('usage', `name one measurement or none: ${names.join(', ')}`)
}

/** Runs every measurement in a process of its own, so that none finds the heap as another has left it. */
function runAll(): void {
  for (const name of names.filter((each) => each !== LONG)) {
    const { status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name], {
      stdio: 'inherit',
    })
    if (status !== 0)
      process.exitCode = status ?? new PyframeError('internal', `${name} was killed`).exitStatus
  }
}

try {
  const name = readName(process.argv.slice(2))
  if (name === null) runAll()
  else console.log(`\n${name} (${machineFacts()})\n${await BENCHES[name]()}`)
} catch (error) {
  if (!(error instanceof PyframeError)) throw error
  console.error(messageOf(error))
  process.exitCode = error.exitStatus
}
