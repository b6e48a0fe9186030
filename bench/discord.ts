import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CREDENTIALS, openLoad } from './discord-load.ts'
import { inMs, median, percentile, table, times } from './measure.ts'
import { CAPTION, closedLoops, launch, openLoop, type Sample, type Subject } from './pressing.ts'
import * as slack from './slack-load.ts'

/** Wanted: DESIGN and docs name the same. */
const LIMITS = { ready: 1_500, memory: 180 }

/** The Discord front end beside a bare discord.js bot with one static answer, each in a process of its own. */
export async function discord(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pyframe-bench-'))
  const subjects: Subject[] = []
  try {
    const both = await openBoth(folder)
    const together = { ready: both.ready, memory: both.memory() }
    await both.stop()
    subjects.push(await open('pyframe', ['src/main.ts', 'start'], folder))
    subjects.push(await open('bare discord.js', ['bench/discord-bare.ts'], folder))
    const idle = subjects.map(({ memory }) => memory())
    const opened: Sample[][] = []
    for (const { load } of subjects) opened.push(await openLoop(load))
    const closed = await closedLoops(subjects)
    const after = subjects.map(({ memory }) => memory())
    return report(subjects, { idle, opened, closed, after, together })
  } finally {
    for (const { stop } of subjects) await stop()
    await rm(folder, { recursive: true, force: true })
  }
}

const settings = (folder: string, name: string): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  DATABASE_URL: `file:${join(folder, `${name}.db`)}`,
  LOG_LEVEL: 'error',
})

async function open(name: string, args: readonly string[], folder: string): Promise<Subject> {
  const load = await openLoad()
  const env = { ...settings(folder, 'discord'), ...CREDENTIALS, DISCORD_API_URL: load.apiUrl }
  return launch(name, args, env, load)
}

/** The program with Slack and Discord on. */
async function openBoth(folder: string): Promise<Subject> {
  const load = await openLoad()
  const other = await slack.openLoad(0)
  const env = {
    ...{ ...settings(folder, 'both'), ...CREDENTIALS, DISCORD_API_URL: load.apiUrl },
    ...{ ...slack.CREDENTIALS, SLACK_API_URL: other.apiUrl, PORT: '0' },
  }
  const subject = await launch('both', ['src/main.ts', 'start'], env, load, 2)
  const stop = async (): Promise<void> => {
    await subject.stop()
    await other.close()
  }
  return { ...subject, stop }
}

interface Measured {
  idle: number[]
  opened: Sample[][]
  closed: number[][]
  after: number[]
  together: { ready: number; memory: number }
}

function report(subjects: readonly Subject[], { idle, opened, closed, after, together }: Measured): string {
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
  const both = `Slack and Discord both on: ready after ${inMs(together.ready)} (wanted ${inMs(LIMITS.ready)}), ${together.memory.toFixed(0)} MB idle (wanted ${LIMITS.memory} MB).`
  return `${CAPTION}\n\n${table([head, ...rows])}\n\n${both}`
}
