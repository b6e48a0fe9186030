import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createStep, type Step } from '../src/dialogue/step.ts'
import { messageOf } from '../src/errors.ts'
import { type ServerPlace, serverPlace, TEST_SERVER } from '../test/store/server.ts'
import { insertsIntoFile, insertsIntoServer } from './bare-inserts.ts'
import { inMs, median, percentile, times } from './measure.ts'
import type { Report } from './report.ts'
import { inMemory, openDesk, type Runner, throughDesk } from './runners.ts'
import { freshConsultant } from './subject.ts'

const ROUNDS = 7
const ROUND_MS = 1000
/** People in a dialogue at the same time; each waits for the reply before the next press. */
const PEOPLE = 32
const MIN_TURNS = 2000

/** Something that is measured, and how to be rid of it. */
interface Contender {
  name: string
  run: Runner
  wanted?: number
  /** Milliseconds of each turn, from the press to the reply. */
  waits?: number[]
  close(): Promise<void>
}

/** Turns taken in one round, and how many that is in a second. */
interface Round {
  turns: number
  rate: number
}

/** Turns a second through the desk on each store, saved with their replies, beside bare inserts and plain memory. */
export async function durable(): Promise<Report> {
  const step = createStep(await freshConsultant())
  const folder = await mkdtemp(join(tmpdir(), 'pyframe-bench-'))
  const { word, contenders: remote } = await onServer(step)
  const contenders = [
    { name: 'in memory, nothing saved', run: inMemory(step), close: async () => {} },
    ...(await onFiles(step, folder)),
    ...remote,
  ]
  try {
    return report(word, contenders, await measure(contenders.map(({ run }) => run)))
  } finally {
    for (const { close } of contenders.toReversed()) await close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function deskOn(
  step: Step,
  name: string,
  url: string,
  durability: 'process' | 'power',
): Promise<Contender> {
  const desk = await openDesk(step, url, durability)
  const waits: number[] = []
  return { name, run: throughDesk(desk, PEOPLE, waits), waits, close: desk.close }
}

async function onFiles(step: Step, folder: string): Promise<Contender[]> {
  const path = (name: string): string => join(folder, `${name}.db`)
  const of = (durability: 'process' | 'power') =>
    deskOn(step, NAMES[durability], `file:${path(durability)}`, durability)
  return [
    { name: 'SQLite, bare inserts', ...insertsIntoFile(path('bare'), 'process') },
    { ...(await of('process')), wanted: MIN_TURNS },
    { name: 'SQLite with a disk sync, bare inserts', ...insertsIntoFile(path('bare-power'), 'power') },
    await of('power'),
  ]
}

const NAMES = { process: 'SQLite, turns safe from kills', power: 'SQLite, turns safe from power loss too' }

/** @returns a word instead of contenders where there is no server to measure on */
async function onServer(step: Step): Promise<{ word: string; contenders: Contender[] }> {
  if (TEST_SERVER === null)
    return { word: 'PostgreSQL left out: TEST_DATABASE_URL names no server.', contenders: [] }
  try {
    return { word: '', contenders: await onPlace(step, await serverPlace()) }
  } catch (error) {
    return { word: `PostgreSQL left out: no server answers (${messageOf(error)}).`, contenders: [] }
  }
}

async function onPlace(step: Step, place: ServerPlace): Promise<Contender[]> {
  const bare = await insertsIntoServer(place.url)
  // Contenders are closed from last to first, and this takes the tables of the other with it.
  const close = () => bare.close().then(place.remove)
  return [
    { name: 'PostgreSQL, bare inserts', run: bare.run, close },
    await deskOn(step, 'PostgreSQL, turns', place.url, 'process'),
  ]
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

const HEAD = ['a second', 'turns', 'min', 'median', 'max', 'of memory', 'p99 of a turn', 'wanted']

function report(word: string, contenders: readonly Contender[], done: readonly Round[][]): Report {
  const [memory = []] = done
  const rows = done.map((rounds, index) => {
    const { name = '', wanted, waits } = contenders[index] ?? {}
    const rates = rounds.map(({ rate }) => rate)
    const ratios = rates.map((rate, round) => rate / (memory[round]?.rate ?? Number.NaN))
    return [
      name,
      `${rounds.reduce((sum, round) => sum + round.turns, 0)}`,
      ...[Math.min(...rates), median(rates), Math.max(...rates)].map((rate) => rate.toFixed(0)),
      times(median(ratios)),
      waits === undefined ? '-' : inMs(percentile(waits, 0.99)),
      wanted === undefined ? '-' : `>= ${wanted}`,
    ]
  })
  const caption = [
    `${ROUNDS} rounds of ${ROUND_MS / 1000} s each after one to warm up, in turn; dialogues of five questions, ${PEOPLE} people at once,`,
    'each of whom presses again as soon as the reply is there.',
    word,
  ]
    .filter(Boolean)
    .join('\n')
  return [caption, [HEAD, ...rows]]
}
