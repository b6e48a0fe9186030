import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import * as discord from './discord-load.ts'
import { type Cell, inMb, inMs, median } from './measure.ts'
import { type Load, launch, type Subject } from './pressing.ts'
import type { Report } from './report.ts'
import * as slack from './slack-load.ts'
import { START_ARGS } from './subject.ts'

/** Wanted: DESIGN and docs name the same. */
const LIMITS = { ready: 1_500, idle: 180 }

const STARTS = 7
const CONSULTATIONS = 10_000
/** People at once on each platform. */
const AT_ONCE = 16
/** Until memory is looked at. */
const REST_MS = 5_000

/** The program with Slack and Discord on: how soon it is ready, and its memory idle and after ten thousand people. */
export async function memory(): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'pyframe-bench-'))
  try {
    const ready: number[] = []
    const idle: number[] = []
    for (let start = 0; start < STARTS; start += 1) {
      const { subject } = await open(folder, `start-${start}`)
      ready.push(subject.ready)
      await sleep(REST_MS)
      idle.push(subject.memory())
      await subject.stop()
    }
    const after = await consulted(folder)
    return [CAPTION, rowsOf(ready, idle, after)]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const CAPTION = [
  `Slack over HTTP and Discord in one process, SQLite on disk; ${STARTS} starts, the memory ${REST_MS / 1000} s after the word that it is ready and after`,
  `the last press. Each of ${CONSULTATIONS} people begins anew and presses ${slack.PRESSES} times, to the result, half of them on each platform.`,
].join('\n')

function rowsOf(ready: readonly number[], idle: readonly number[], after: number): Cell[][] {
  const cells = (name: string, values: readonly number[], inUnit: (value: number) => Cell, most: number) => [
    ...[name, inUnit(median(values)), inUnit(Math.min(...values)), inUnit(Math.max(...values))],
    Number.isNaN(most) ? '' : `<= ${inUnit(most)}`,
  ]
  return [
    ['both front ends on', 'median', 'min', 'max', 'wanted'],
    cells('start to ready', ready, inMs, LIMITS.ready),
    cells('memory idle', idle, inMb, LIMITS.idle),
    cells(`memory after ${CONSULTATIONS} consultations`, [after], inMb, Number.NaN),
  ]
}

/** MB once everybody is done. */
async function consulted(folder: string): Promise<number> {
  const { subject, loads } = await open(folder, 'consulted')
  try {
    const each = CONSULTATIONS / loads.length
    await Promise.all(loads.map((load) => consult(load, each)))
    await sleep(REST_MS)
    return subject.memory()
  } finally {
    await subject.stop()
  }
}

async function consult({ act }: Load, people: number): Promise<void> {
  let next = 0
  const lane = async (): Promise<void> => {
    for (let person = next++; person < people; person = next++)
      for (let press = 0; press <= slack.PRESSES; press += 1) await act(person)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
}

async function open(folder: string, name: string): Promise<{ subject: Subject; loads: Load[] }> {
  const port = await slack.freePort()
  const loads = [await discord.openLoad(), await slack.openLoad(port)] as const
  const [onDiscord, onSlack] = loads
  const env = {
    ...{ PATH: process.env.PATH, LOG_LEVEL: 'error', DATABASE_URL: `file:${join(folder, `${name}.db`)}` },
    ...{ ...discord.CREDENTIALS, DISCORD_API_URL: onDiscord.apiUrl },
    ...{ ...slack.CREDENTIALS, SLACK_API_URL: onSlack.apiUrl, PORT: String(port) },
  }
  const subject = await launch('both', START_ARGS, env, onDiscord, loads.length)
  const stop = async (): Promise<void> => {
    await subject.stop()
    await onSlack.close()
  }
  return { subject: { ...subject, stop }, loads: [...loads] }
}
