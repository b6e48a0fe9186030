import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inMs, median, percentile, times } from './measure.ts'
import { CAPTION, closedLoops, launch, openLoop, type Sample, type Subject } from './pressing.ts'
import type { Report } from './report.ts'
import { CREDENTIALS, freePort, openLoad } from './slack-load.ts'
import { START_ARGS } from './subject.ts'

/** Wanted: DESIGN and docs name the same. */
const LIMITS = { ack: 100, reply: 300, share: 0.6, ready: 1_500 }

/** The Slack front end over HTTP beside a bare Bolt app with one static answer, each in a process of its own. */
export async function slack(): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'pyframe-bench-'))
  const subjects: Subject[] = []
  try {
    subjects.push(await open('pyframe', START_ARGS, folder))
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
  return launch(name, args, env, load)
}

function report(
  subjects: readonly Subject[],
  { idle, opened, closed }: { idle: number[]; opened: Sample[][]; closed: number[][] },
): Report {
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
  return [CAPTION, [head, ...rows, wanted]]
}
