import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CREDENTIALS, openLoad } from './discord-load.ts'
import { inMs, median, percentile, times } from './measure.ts'
import { CAPTION, closedLoops, launch, openLoop, type Sample, type Subject } from './pressing.ts'
import type { Report } from './report.ts'
import { START_ARGS } from './subject.ts'

/** The Discord front end beside a bare discord.js bot with one static answer, each in a process of its own. */
export async function discord(): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'pyframe-bench-'))
  const subjects: Subject[] = []
  try {
    subjects.push(await open('pyframe', START_ARGS, folder))
    subjects.push(await open('bare discord.js', ['bench/discord-bare.ts'], folder))
    const idle = subjects.map(({ memory }) => memory())
    const opened: Sample[][] = []
    for (const { load } of subjects) opened.push(await openLoop(load))
    const closed = await closedLoops(subjects)
    const after = subjects.map(({ memory }) => memory())
    return report(subjects, { idle, opened, closed, after })
  } finally {
    for (const { stop } of subjects) await stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function open(name: string, args: readonly string[], folder: string): Promise<Subject> {
  const load = await openLoad()
  const env = {
    ...{ PATH: process.env.PATH, LOG_LEVEL: 'error', DATABASE_URL: `file:${join(folder, 'discord.db')}` },
    ...{ ...CREDENTIALS, DISCORD_API_URL: load.apiUrl },
  }
  return launch(name, args, env, load)
}

interface Measured {
  idle: number[]
  opened: Sample[][]
  closed: number[][]
  after: number[]
}

function report(subjects: readonly Subject[], { idle, opened, closed, after }: Measured): Report {
  const rows = subjects.map(({ name, ready }, i) => {
    const samples = opened[i] ?? []
    const replies = samples.map(({ reply }) => reply)
    const acks = samples.map(({ ack }) => ack)
    const rate = median(closed[i] ?? [])
    return [
      name,
      `${samples.length}`,
      inMs(percentile(acks, 0.99)),
      ...[0.5, 0.95, 0.99].map((share) => inMs(percentile(replies, share))),
      rate.toFixed(0),
      times(rate / median(closed[1] ?? [])),
      inMs(ready),
      `${idle[i]?.toFixed(0)} MB`,
      `${after[i]?.toFixed(0)} MB`,
    ]
  })
  const head = [
    ...['over the gateway', 'events', 'ack p99', 'reply p50', 'reply p95', 'reply p99', 'replies/s'],
    ...['of bare', 'ready', 'idle', 'after load'],
  ]
  return [CAPTION, [head, ...rows]]
}
