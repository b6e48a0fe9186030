import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { createCrew, type Worker } from './crew.ts'
import { createScriptedStep, eventOf, keyOf, replay } from './script.ts'

/** What the database holds in the end. */
export interface Kept {
  events: string[]
  conversations: { key: string; version: number; snapshot: string }[]
  /** Ids of everything that was to be delivered. */
  outbox: string[]
  owed: number
}

export interface Siege {
  url: string
  /** Of this test alone; deliveries and compiled code are kept here. */
  folder: string
  processes: number
  kills: number
  conversations: number
  /** Longest time between the start of a process's work and its end. */
  longestLifeMs: number
  look(): Promise<Kept>
}

export interface Outcome {
  kills: number
  events: number
  /** Events the platform was told are taken, or has sent, that are not recorded. */
  lost: string[]
  /** Conversations whose state or number of turns is not what a replay of their events gives. */
  different: string[]
  deliveries: number
  missing: string[]
  /** Delivered again after the process that had delivered it was killed. */
  doubled: number
  /** Delivered again although nobody was killed in between. */
  unexplained: string[]
  /** Milliseconds from each kill until something that was under way in that process was taken elsewhere. */
  recoveries: number[]
}

/** One conversation as the platform sees it: events are sent in order, each until it is taken. */
interface Talk {
  next: number
  /** The process the event was sent to; null = it must be sent. */
  at: Worker | null
  /** When the process it had been sent to was killed; null = it was not. */
  orphanedAt: number | null
}

/** A platform that sends events to processes that are killed at random, and sees what comes of it. */
export async function besiege(siege: Siege): Promise<Outcome> {
  const deliveries = `${siege.folder}/deliveries`
  const crew = createCrew([siege.url, deliveries], `${siege.folder}/compiled`, siege.processes + 1)
  const talks = Array.from(
    { length: siege.conversations },
    (): Talk => ({ next: 0, at: null, orphanedAt: null }),
  )
  const posts: (Worker | null)[] = Array.from({ length: siege.processes }, () => null)
  const killed = new Set<number>()
  const recoveries: number[] = []
  let calm = false

  /** Consecutive events of a conversation go to different processes, as from behind a balancer. */
  function dispatch(): void {
    if (calm) return
    for (const [conversation, talk] of talks.entries()) {
      if (talk.at !== null) continue
      const open = posts.filter((post) => post !== null)
      talk.at = open[(conversation + talk.next) % open.length] ?? null
      talk.at?.send(`${conversation} ${talk.next}`)
    }
  }

  function taken(line: string): void {
    const [conversation = 0, n = 0] = line.split(' ').map(Number)
    const talk = talks[conversation]
    if (talk?.next !== n) return
    if (talk.orphanedAt !== null) recoveries.push(performance.now() - talk.orphanedAt)
    talk.next += 1
    talk.at = null
    talk.orphanedAt = null
    dispatch()
  }

  async function man(post: number): Promise<Worker> {
    const open = Promise.withResolvers<void>()
    const worker = await crew.hire((line) => (line === 'open' ? open.resolve() : taken(line)))
    await open.promise
    posts[post] = worker
    dispatch()
    return worker
  }

  async function kill(post: number, worker: Worker): Promise<void> {
    const at = performance.now()
    posts[post] = null
    await worker.kill()
    killed.add(worker.pid)
    for (const talk of talks) if (talk.at === worker) Object.assign(talk, { at: null, orphanedAt: at })
    dispatch()
  }

  /** One post: its process is killed and replaced until the siege is over. */
  async function hold(post: number): Promise<Worker> {
    for (let left = Math.ceil(siege.kills / siege.processes); left > 0; left--) {
      const worker = await man(post)
      await sleep(Math.random() * siege.longestLifeMs)
      await kill(post, worker)
    }
    return man(post)
  }

  async function holdOut(): Promise<void> {
    const survivors = await Promise.all(posts.map((_, post) => hold(post)))
    calm = true
    while (talks.some(({ at }) => at !== null)) await sleep(5)
    while ((await siege.look()).owed > 0) await sleep(50)
    await Promise.all(survivors.map((worker) => worker.end()))
  }

  try {
    await Promise.race([holdOut(), crew.deserted])
  } finally {
    await crew.dismiss()
  }
  return { kills: killed.size, recoveries, ...judge(await siege.look(), talks, readLog(deliveries), killed) }
}

/** Who delivered what, in order. */
const readLog = (path: string): { id: string; pid: number }[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
    .map(([id = '', pid]) => ({ id, pid: Number(pid) }))

function judge(
  kept: Kept,
  talks: readonly Talk[],
  log: readonly { id: string; pid: number }[],
  killed: ReadonlySet<number>,
): Omit<Outcome, 'kills' | 'recoveries'> {
  const step = createScriptedStep()
  const recorded = new Set(kept.events)
  const sent = talks.flatMap(({ next }, conversation) =>
    Array.from({ length: next }, (_, n) => eventOf(conversation, n)),
  )
  const byKey = new Map(kept.conversations.map((row) => [row.key, row]))
  const isReplayed = ({ next }: Talk, conversation: number): boolean => {
    const row = byKey.get(keyOf(conversation))
    const expected = JSON.stringify(replay(step, conversation, next))
    return row?.version === next && JSON.stringify(JSON.parse(row.snapshot)) === expected
  }
  const byId = Map.groupBy(log, ({ id }) => id)
  const again = [...byId.values()].filter((times) => times.length > 1)
  const isExplained = (times: readonly { pid: number }[]): boolean =>
    times.slice(0, -1).every(({ pid }) => killed.has(pid))
  return {
    events: recorded.size,
    lost: [...new Set(sent).symmetricDifference(recorded)],
    different: talks.flatMap((talk, i) => (isReplayed(talk, i) ? [] : [keyOf(i)])),
    deliveries: byId.size,
    missing: kept.outbox.filter((id) => !byId.has(id)),
    doubled: again.filter(isExplained).length,
    unexplained: again.flatMap((times) => (isExplained(times) ? [] : [times[0]?.id ?? ''])),
  }
}
