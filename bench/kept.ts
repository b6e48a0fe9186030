import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createStep, type Step } from '../src/dialogue/step.ts'
import { slopesOf } from './growth.ts'
import { type Cell, inMb, inMs, median } from './measure.ts'
import { START } from './presser.ts'
import type { Report } from './report.ts'
import { eventOf, type OpenDesk, openDesk } from './runners.ts'
import { freshConsultant } from './subject.ts'

const SIZES = [1_000, 10_000, 100_000] as const
/** People who begin at the same time. */
const AT_ONCE = 50
const TURNS = 300

/** What is known with so many conversations in the file. */
interface State {
  stored: number
  heap: number
  resident: number
  file: number
  /** Ms of a turn of somebody new. */
  turn: number
  /** Ms to open the store and be ready for events. */
  open: number
}

/** Memory, turns and start with a thousand to a hundred thousand conversations stored. */
export async function kept(): Promise<Report> {
  const step = createStep(await freshConsultant())
  const folder = await mkdtemp(join(tmpdir(), 'pyframe-bench-'))
  const path = join(folder, 'kept.db')
  try {
    const states: State[] = []
    for (const size of SIZES) states.push(await fill(step, path, size - (states.at(-1)?.stored ?? 0), size))
    return [
      CAPTION,
      [
        HEAD,
        ...ROWS.map(([name, key, inUnit]) =>
          row(
            name,
            states.map((state) => state[key]),
            inUnit,
          ),
        ),
      ],
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const CAPTION = [
  'One process on SQLite, conversations begun through the desk and left there; the heap after its garbage was collected.',
  'Slope: 0 = stays as it is, 1 = ten times as much for ten times as many.',
].join('\n')

const HEAD = ['stored conversations', ...SIZES.map(String), 'slope to 10,000', 'slope to 100,000']

const ROWS = [
  ['heap in use', 'heap', inMb],
  ['resident memory', 'resident', inMb],
  ['file', 'file', inMb],
  ['a turn of somebody new', 'turn', inMs],
  ['store opened', 'open', inMs],
] as const satisfies readonly (readonly [string, keyof State, (value: number) => Cell])[]

const row = (name: string, values: readonly number[], inUnit: (value: number) => Cell): Cell[] => [
  name,
  ...values.map(inUnit),
  ...slopesOf(values),
]

/** Begins so many more conversations, then opens the store anew and looks. */
async function fill(step: Step, path: string, more: number, stored: number): Promise<State> {
  const url = `file:${path}`
  const filling = await openDesk(step, url, 'process')
  const share = Math.ceil(more / AT_ONCE)
  await Promise.all(Array.from({ length: AT_ONCE }, () => begin(filling, share)))
  await filling.close()
  const from = performance.now()
  const desk = await openDesk(step, url, 'process')
  const open = performance.now() - from
  const waits = await begin(desk, TURNS)
  const memory = settledMemory()
  await desk.close()
  return { stored, open, turn: median(waits), file: inMegabytes((await stat(path)).size), ...memory }
}

/** @returns ms of each turn */
async function begin({ desk, shown }: OpenDesk, conversations: number): Promise<number[]> {
  const waits: number[] = []
  for (let number = 0; number < conversations; number += 1) {
    const conversation = `bench:${randomUUID()}`
    const from = performance.now()
    await desk.receive(eventOf(conversation, START))
    waits.push(performance.now() - from)
    shown.delete(conversation)
  }
  return waits
}

function settledMemory(): { heap: number; resident: number } {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  const { heapUsed, rss } = process.memoryUsage()
  return { heap: inMegabytes(heapUsed), resident: inMegabytes(rss) }
}

const inMegabytes = (bytes: number): number => bytes / 2 ** 20
