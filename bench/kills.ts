import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serverPlace, TEST_SERVER } from '../test/store/server.ts'
import { lookIntoFile, lookWith } from '../test/support/kills/look.ts'
import { besiege, type Outcome, type Siege } from '../test/support/kills/siege.ts'
import { inMs, median, percentile } from './measure.ts'
import type { Report } from './report.ts'

const KILLS_ON_FILE = 1_000
const KILLS_ON_SERVER = 200
const CONVERSATIONS = 12
const LONGEST_LIFE_MS = 150

/** Processes killed with SIGKILL at random moments under load: what was lost, done twice or delivered twice. */
export async function kills(): Promise<Report> {
  const rows = [HEAD, await row('SQLite, one process', onFile)]
  if (TEST_SERVER !== null) rows.push(await row('PostgreSQL, two processes', onServer))
  return [CAPTION, rows]
}

const CAPTION = [
  `${CONVERSATIONS} conversations at once; every process is killed within ${LONGEST_LIFE_MS} ms of being open and replaced. Events are`,
  'repeated until they are taken. Lost: not recorded. Different: the state is not what a replay gives. Doubled: delivered',
  'again because the process was killed between acceptance and the mark; unexplained: without such a kill. Recovery: from',
  'the kill until an event that was under way is taken; a replacement that is not loaded yet is waited for.',
].join('\n')

const HEAD = [
  'killed under load',
  'kills',
  'events',
  'lost',
  'different',
  'delivered',
  'missing',
  'doubled',
  'unexplained',
  'recovery p50',
  'p99',
]

async function row(name: string, run: (folder: string) => Promise<Outcome>): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'pyframe-kills-'))
  try {
    const { lost, different, missing, unexplained, recoveries, ...counts } = await run(folder)
    return [
      name,
      counts.kills,
      counts.events,
      lost.length,
      different.length,
      counts.deliveries,
      missing.length,
      counts.doubled,
      unexplained.length,
      inMs(median(recoveries)),
      inMs(percentile(recoveries, 0.99)),
    ].map(String)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const COMMON = { conversations: CONVERSATIONS, longestLifeMs: LONGEST_LIFE_MS } satisfies Partial<Siege>

function onFile(folder: string): Promise<Outcome> {
  const path = join(folder, 'kept.db')
  const look = () => lookIntoFile(path)
  return besiege({ ...COMMON, url: `file:${path}`, folder, processes: 1, kills: KILLS_ON_FILE, look })
}

async function onServer(folder: string): Promise<Outcome> {
  const place = await serverPlace()
  const look = () => lookWith(place.query)
  try {
    return await besiege({ ...COMMON, url: place.url, folder, processes: 2, kills: KILLS_ON_SERVER, look })
  } finally {
    await place.remove()
  }
}
