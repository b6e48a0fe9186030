import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createStep } from '../src/dialogue/step.ts'
import { median, table, times } from './measure.ts'
import { inMemory, openDesk, type Runner, throughDesk } from './runners.ts'
import { freshConsultant } from './subject.ts'

const ROUNDS = 7
const ROUND_MS = 1000
/** People in a dialogue at the same time; each waits for the reply before the next press. */
const PEOPLE = 32
const MIN_TURNS = 2000

/** Turns taken in one round, and how many that is in a second. */
interface Round {
  turns: number
  rate: number
}

/** Turns a second through the desk on SQLite, each saved with its reply, beside the same turns in memory. */
export async function durable(): Promise<string> {
  const step = createStep(await freshConsultant())
  const folder = await mkdtemp(join(tmpdir(), 'pyframe-bench-'))
  const open = (durability: 'process' | 'power') =>
    openDesk(step, `file:${join(folder, durability)}.db`, durability)
  const desks = [await open('process'), await open('power')] as const
  try {
    const done = await measure([inMemory(step), ...desks.map((desk) => throughDesk(desk, PEOPLE))])
    return report(done)
  } finally {
    for (const { close } of desks) await close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** What each runner did, round by round; a first round warms up. */
async function measure(runners: readonly Runner[]): Promise<Round[][]> {
  const done: Round[][] = runners.map(() => [])
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const [index, run] of runners.entries()) {
      const start = performance.now()
      const turns = await run(start + ROUND_MS)
      if (round >= 0) done[index]?.push({ turns, rate: (1000 * turns) / (performance.now() - start) })
    }
  }
  return done
}

const NAMES = ['in memory, nothing saved', 'SQLite, safe from kills', 'SQLite, safe from power loss too']

function report(done: readonly Round[][]): string {
  const [memory = []] = done
  const rows = done.map((rounds, index) => {
    const rates = rounds.map(({ rate }) => rate)
    const ratios = rates.map((rate, round) => rate / (memory[round]?.rate ?? Number.NaN))
    const figures = [Math.min(...rates), median(rates), Math.max(...rates)].map((rate) => rate.toFixed(0))
    const turns = rounds.reduce((sum, round) => sum + round.turns, 0)
    return [
      NAMES[index] ?? '',
      `${turns}`,
      ...figures,
      times(median(ratios)),
      index === 1 ? `>= ${MIN_TURNS}` : '-',
    ]
  })
  const head = ['turns a second', 'turns', 'min', 'median', 'max', 'of memory', 'wanted']
  const caption = `${ROUNDS} rounds of ${ROUND_MS / 1000} s each after one to warm up, in turn; dialogues of five questions, ${PEOPLE} people at once.`
  return `${caption}\n\n${table([head, ...rows])}`
}
