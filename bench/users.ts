import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createStep, type Step } from '../src/dialogue/step.ts'
import { type Cell, count, inMs, median, percentile, times } from './measure.ts'
import type { Report } from './report.ts'
import { openDesk, throughDesk } from './runners.ts'
import { freshConsultant } from './subject.ts'

const PEOPLE = [1, 50, 200, 1_000] as const
const ROUNDS = 5
const ROUND_MS = 1_500

interface Outcome {
  people: number
  /** Turns a second, round by round. */
  rates: number[]
  waits: number[]
}

/** Durable turns a second on SQLite with 1 to 1,000 people who press again as soon as the reply is there. */
export async function users(): Promise<Report> {
  const step = createStep(await freshConsultant())
  const outcomes: Outcome[] = PEOPLE.map((people) => ({ people, rates: [], waits: [] }))
  for (let round = -1; round < ROUNDS; round += 1)
    for (const outcome of outcomes) await takeRound(step, outcome, round >= 0)
  const base = median(outcomes[0]?.rates ?? [])
  return [CAPTION, [HEAD, ...outcomes.map((outcome) => row(outcome, base))]]
}

const CAPTION = `${ROUNDS} rounds of ${ROUND_MS / 1000} s each after one to warm up, in turn, each on a new file; dialogues of five questions.`

const HEAD = ['people at once', 'turns', 'turns/s', 'min', 'max', 'of one', 'p50 of a turn', 'p99']

async function takeRound(step: Step, { people, rates, waits }: Outcome, counts: boolean): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'pyframe-bench-'))
  const desk = await openDesk(step, `file:${join(folder, 'users.db')}`, 'process')
  const from = performance.now()
  const turns = await throughDesk(desk, people, counts ? waits : [])(from + ROUND_MS)
  if (counts) rates.push((1000 * turns) / (performance.now() - from))
  await desk.close()
  await rm(folder, { recursive: true, force: true })
}

function row({ people, rates, waits }: Outcome, base: number): Cell[] {
  return [
    ...[
      `${people}`,
      count(waits.length),
      count(median(rates)),
      count(Math.min(...rates)),
      count(Math.max(...rates)),
    ],
    ...[times(median(rates) / base), inMs(median(waits)), inMs(percentile(waits, 0.99))],
  ]
}
