import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { PyframeError } from '../src/errors.ts'
import { ROOT } from './subject.ts'

/* People who press what they are shown, at a program in a process of its own. */

/** How long one thing took, in ms. */
export interface Sample {
  ack: number
  reply: number
}

/** A platform as a load sees it: it takes every call, and people press what they are shown. */
export interface Load {
  apiUrl: string
  /** Sends one thing of one person; resolves when the reply was posted. */
  act(person: number): Promise<Sample>
  close(): Promise<void>
}

const PEOPLE = 200
const RATE = 100
const OPEN_MS = 10_000
const CLOSED_MS = 4_000
const ROUNDS = 3
/** Each waits for the reply before the next press. */
const AT_ONCE = 32
const READY_MS = 30_000

export const CAPTION = `${PEOPLE} people; ${RATE} events a second for ${OPEN_MS / 1000} s, then ${ROUNDS} rounds of ${CLOSED_MS / 1000} s with ${AT_ONCE} presses at once, in turn; consultations of six steps, SQLite on disk.`

/** A program under load. */
export interface Subject {
  name: string
  load: Load
  /** Ms from the start of the process to its word that it is ready. */
  ready: number
  /** Resident memory in MB. */
  memory(): number
  stop(): Promise<void>
}

/**
 * Starts a program and waits until it says that it is ready.
 *
 * @param words lines it says before it is
 * @throws PyframeError `unavailable` when it does not
 */
export async function launch(
  name: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  load: Load,
  words = 1,
): Promise<Subject> {
  const from = performance.now()
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const exit = once(child, 'exit')
  const stop = async (): Promise<void> => {
    child.kill()
    await exit
    await load.close()
  }
  if (await readiness(child, exit, words)) {
    return { name, load, ready: performance.now() - from, memory: () => residentMb(child), stop }
  }
  await stop()
  throw new PyframeError('unavailable', `${name} did not start`)
}

/** Whether it said so many lines before it ended. */
async function readiness({ stdout }: ChildProcess, exit: Promise<unknown>, words: number): Promise<boolean> {
  const { promise: said, resolve } = Promise.withResolvers<boolean>()
  let lines = 0
  stdout?.on('data', (chunk: Buffer) => {
    lines += String(chunk).split('\n').length - 1
    if (lines >= words) resolve(true)
  })
  return Promise.race([said, exit.then(() => false), sleep(READY_MS, false, { ref: false })])
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
export async function openLoop({ act }: Load): Promise<Sample[]> {
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
export async function closedLoops(subjects: readonly Subject[]): Promise<number[][]> {
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
