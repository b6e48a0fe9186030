import type { SlackConfig } from '../../src/config.ts'
import type { Desk } from '../../src/desk.ts'
import type { Log } from '../../src/log.ts'
import { connect } from './connection.ts'
import { createDelivery } from './deliver.ts'
import { createFiles } from './files.ts'
import type { Front } from './front.ts'
import { listen } from './listen.ts'
import { createPace } from './pace.ts'
import { createPeople } from './people.ts'
import { createPost } from './post.ts'
import { createWindows } from './windows.ts'

export { check } from './check.ts'

/** Of the ten seconds a stop may take; the desk needs the rest. */
const GRACE_MS = 5_000

/**
 * Serves Slack until it is told to stop.
 *
 * @param options.host where HTTP is listened to; default every address of this machine
 * @param options.ready called with a word on how it is connected, as soon as it is
 * @param options.signal ends it: nothing more is received, what is under way is finished
 * @throws PyframeError when it cannot begin: a refused token, no way to Slack, a port that is taken
 */
export async function start(options: {
  settings: SlackConfig
  desk: Desk
  log: Log
  signal: AbortSignal
  host?: string
  ready?: (how: string) => void
}): Promise<void> {
  const { settings, desk, signal, host, ready } = options
  const log = options.log.child({ front: 'slack' })
  const { installations } = desk
  const connection = await connect({ settings, installations, log, ...(host !== undefined && { host }) })
  const { app, workspaces } = connection
  const people = createPeople(workspaces, log)
  const post = createPost(workspaces, createPace(), log)
  const { deliver, tell } = createDelivery({
    post,
    files: createFiles(desk, workspaces),
    people,
    workspaces,
    handoffChannel: settings.handoffChannel,
    log,
  })
  const isOperator = operatorsOf(settings)
  const finished = listen(app, { desk, log, people, workspaces, tell, isOperator, windows: createWindows() })
  await desk.attach('slack', deliver)
  if (!signal.aborted) {
    const how = await connection.open()
    ready?.(how)
    await aborted(signal)
  }
  await connection.close(GRACE_MS)
  await finished()
}

/** Ids of users are sure to be one person's only within a workspace; a list without workspaces is for one. */
const operatorsOf =
  ({ operators }: SlackConfig): Front['isOperator'] =>
  ({ team, user }) =>
    operators.includes(user) || operators.includes(`${team}:${user}`)

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
