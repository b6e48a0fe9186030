import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PyframeError } from '../src/errors.ts'
import { inMs, median, percentile, table, times } from './measure.ts'
import { CREDENTIALS, type Load, openLoad, type Sample } from './slack-load.ts'
import { ROOT } from './subject.ts'

const PEOPLE = 200
const RATE = 100
const OPEN_MS = 10_000
const CLOSED_MS = 4_000
const ROUNDS = 3
/** Each waits for the reply before the next press. */
const AT_ONCE = 32
const READY_MS = 30_000

/** Wanted: DESIGN and docs name the same. */
const LIMITS = { ack: 100, reply: 300, share: 0.6, ready: 1_500 }

interface Subject {
  name: string
  load: Load
  /** Ms from the start of the process to its word that it is ready. */
  ready: number
  /** Resident memory in MB. */
  memory(): number
  stop(): Promise<void>
}

/** The Slack front end over HTTP beside a bare Bolt app with one static answer, each in a process of its own. */
export async function slack(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pyframe-bench-'))
  const subjects: Subject[] = []
  try {
    subjects.push(await open('pyframe', ['src/main.ts', 'start'], folder))
    subjects.push(await open('bare Bolt', ['bench/slack-bare.ts'], folder))
    const idle = subjects.map(({ memory }) => memory())
    const opened: Sample[][] = []
    for (const { load } of subjects) opened.push(await openLoop(load))
    const closed = await closedLoops(subjects)
    return report(subjects, { idle, opened, closed })
  } finally {
    for (const { stop } of subjects) await stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function open(name: string, args: readonly string[], folder: string): Promise<Subject> {
  const port = await freePort()
  const load = await openLoad(port)
  const env = {
    PATH: process.env.PATH,
    ...CREDENTIALS,
    SLACK_API_URL: load.apiUrl,
    PORT: String(port),
    DATABASE_URL: `file:${join(folder, 'slack.db')}`,
    LOG_LEVEL: 'error',
  }
  const from = performance.now()
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const exit = once(child, 'exit')
  const stop = async (): Promise<void> => {
    child.kill()
    await exit
    await load.close()
  }
  if (await readiness(child, exit)) {
    return { name, load, ready: performance.now() - from, memory: () => residentMb(child), stop }
  }
  await stop()
  throw new PyframeError('unavailable', `${name} did not start`)
}

/** Whether it said something before it ended. */
async function readiness({ stdout }: ChildProcess, exit: Promise<unknown>): Promise<boolean> {
  const said = stdout === null ? Promise.resolve(false) : once(stdout, 'data').then(() => true)
  return Promise.race([said, exit.then(() => false), sleep(READY_MS, false, { ref: false })])
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** What Linux says; elsewhere it is not known. */
function residentMb({ pid }: ChildProcess): number {
  try {
    const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Number(kb) / 1024
  } catch {
    return Number.NaN
  }
}

/** So many events a second, whatever becomes of them; whoever still waits for a reply is passed over. */
async function openLoop({ act }: Load): Promise<Sample[]> {
  const busy = new Set<number>()
  const samples: Promise<Sample>[] = []
  const start = performance.now()
  for (let sent = 0; sent < (RATE * OPEN_MS) / 1000; sent += 1) {
    const due = start + (1000 * sent) / RATE
    if (due > performance.now()) await sleep(due - performance.now())
    const person = Array.from({ length: PEOPLE }, (_, i) => (sent + i) % PEOPLE).find((one) => !busy.has(one))
    if (person === undefined) continue
    busy.add(person)
    samples.push(act(person).finally(() => busy.delete(person)))
  }
  return Promise.all(samples)
}

/** Replies a second when everybody presses as soon as they can, in turn; a first round warms up. */
async function closedLoops(subjects: readonly Subject[]): Promise<number[][]> {
  const rates: number[][] = subjects.map(() => [])
  for (let round = -1; round < ROUNDS; round += 1)
    for (const [i, { load }] of subjects.entries()) {
      const rate = await closedLoop(load)
      if (round >= 0) rates[i]?.push(rate)
    }
  return rates
}

async function closedLoop({ act }: Load): Promise<number> {
  const start = performance.now()
  let replies = 0
  const press = async (first: number): Promise<void> => {
    for (let person = first; performance.now() < start + CLOSED_MS; person = (person + AT_ONCE) % PEOPLE) {
      await act(person)
      replies += 1
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => press(i)))
  return (1000 * replies) / (performance.now() - start)
}

function report(
  subjects: readonly Subject[],
  { idle, opened, closed }: { idle: number[]; opened: Sample[][]; closed: number[][] },
): string {
  const rows = subjects.map(({ name, ready }, i) => {
    const samples = opened[i] ?? []
    const [acks, replies] = [samples.map(({ ack }) => ack), samples.map(({ reply }) => reply)]
    const rate = median(closed[i] ?? [])
    return [
      name,
      `${samples.length}`,
      inMs(percentile(acks, 0.99)),
      inMs(median(replies)),
      inMs(percentile(replies, 0.99)),
      rate.toFixed(0),
      times(rate / median(closed[1] ?? [])),
      inMs(ready),
      `${idle[i]?.toFixed(0)} MB`,
    ]
  })
  const head = [
    'over HTTP',
    'events',
    'ack p99',
    'reply p50',
    'reply p99',
    'replies/s',
    'of bare Bolt',
    'ready',
    'idle',
  ]
  const wanted = [
    'wanted',
    '',
    inMs(LIMITS.ack),
    '',
    inMs(LIMITS.reply),
    '',
    times(LIMITS.share),
    inMs(LIMITS.ready),
    '',
  ]
  const caption = `${PEOPLE} people; ${RATE} events a second for ${OPEN_MS / 1000} s, then ${ROUNDS} rounds of ${CLOSED_MS / 1000} s with ${AT_ONCE} presses at once, in turn; consultations of six steps, SQLite on disk.`
  return `${caption}\n\n${table([head, ...rows, wanted])}`
}
