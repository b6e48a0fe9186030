import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadEnvironment } from '../src/config.ts'
import { PyframeError } from '../src/errors.ts'
import { type Cell, inMs, median, times } from './measure.ts'
import type { Report } from './report.ts'
import { ROOT } from './subject.ts'

const RUNS = 15
const LIMIT_MS = 600
const TIMEOUT_MS = 30_000
const CHAT = ['src/main.ts', 'chat']
/** What any start of Node costs here. */
const BARE = ['--eval', 'console.log("ready")']
/** Lets itself be asked and answers once, so that the next start has something to come back to. */
const FIRST_TALK = '1\n1\n'

/** Milliseconds from starting a process to the first text it prints: the terminal chat beside bare Node. */
export async function start(): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'pyframe-bench-'))
  const database = (name: string): string => `file:${join(folder, name)}.db`
  const ms = { bare: [] as number[], again: [] as number[], first: [] as number[] }
  try {
    // Puts the checked knowledge into the cache and a conversation into the database.
    await firstText(CHAT, database('kept'), FIRST_TALK)
    for (let run = 0; run < RUNS; run += 1) {
      ms.bare.push(await firstText(BARE, database('none'), ''))
      ms.again.push(await firstText(CHAT, database('kept'), ''))
      ms.first.push(await firstText(CHAT, database(`new-${run}`), ''))
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  const bare = median(ms.bare)
  const row = (name: string, samples: readonly number[], limit: string): Cell[] => [
    ...[name, inMs(Math.min(...samples)), inMs(median(samples)), inMs(Math.max(...samples))],
    ...[times(median(samples) / bare), limit],
  ]
  return [
    `${RUNS} processes of each kind, in turn; the checked knowledge is in the cache.`,
    [
      ['process start to first text', 'min', 'median', 'max', 'of bare Node', 'wanted'],
      row('bare Node, one line', ms.bare, '-'),
      row('chat, second start', ms.again, `<= ${LIMIT_MS} ms`),
      row('chat, new database', ms.first, '-'),
    ],
  ]
}

/**
 * Runs Node on `args` with a pipe, and gives the milliseconds to the first text on standard output.
 *
 * @throws PyframeError 'data' with what it wrote to standard error when it fails, says nothing or hangs
 */
async function firstText(args: readonly string[], databaseUrl: string, typed: string): Promise<number> {
  const env = { ...loadEnvironment(), DATABASE_URL: databaseUrl }
  const from = performance.now()
  const child = spawn(process.execPath, args, { cwd: ROOT, env, timeout: TIMEOUT_MS })
  const closed = once(child, 'close')
  let ms: number | null = null
  let complaint = ''
  child.stderr.on('data', (chunk) => {
    complaint += chunk
  })
  child.stdout.on('data', (chunk) => {
    if (ms !== null || String(chunk).trim() === '') return
    ms = performance.now() - from
    child.stdin.end(typed)
  })
  const [status] = await closed
  if (status === 0 && ms !== null) return ms
  throw new PyframeError(
    'data',
    `${args.join(' ')} ended with status ${status}: ${complaint || 'nothing was said'}`,
  )
}
