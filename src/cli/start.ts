import type { Config } from '../config.ts'
import { createDesk, openStore } from '../desk.ts'
import { PyframeError } from '../errors.ts'
import { createLog } from '../log.ts'
import { openOperation } from '../operation/operation.ts'
import { chat } from './chat.ts'
import { createCounsel } from './counsel.ts'
import type { FrontEnd, Program } from './program.ts'
import { reloadOnHangUp } from './reload.ts'

/** A front end that is configured, by its name. */
interface Configured {
  name: string
  load(): Promise<FrontEnd>
}

/** `start`: every front end that is configured; the terminal chat if none is. */
export async function start(program: Program, args: string[]): Promise<number> {
  if (args.length > 0) throw new PyframeError('usage', `unexpected "${args[0]}"`)
  const config = program.config()
  const fronts = configuredFronts(program, config)
  return fronts.length === 0 ? chat(program, args) : serve(program, config, fronts)
}

function configuredFronts(program: Program, { slack, discord }: Config): Configured[] {
  return [
    ...(slack === null ? [] : [{ name: 'Slack', load: () => program.slack(slack) }]),
    ...(discord === null ? [] : [{ name: 'Discord', load: () => program.discord(discord) }]),
  ]
}

/** Where a request for an engineer is posted to a channel; a channel belongs to one workspace. */
const handOffPlatforms = ({ slack, discord }: Config): string[] => [
  ...(slack?.handoffChannel && slack.install === null ? ['slack'] : []),
  ...(discord?.handoffChannel ? ['discord'] : []),
]

/** By then a stopped server is gone, whatever still holds it. */
const LAST_MOMENT_MS = 9_500
/** A piece takes a few hundredths of a second and there are some eighty: half a minute later all is learned. */
const LEARN_EVERY_MS = 300

/** Runs the front ends on one desk until a signal stops them, or one of them cannot begin. */
async function serve(program: Program, config: Config, configured: readonly Configured[]): Promise<number> {
  const [counsel, ...fronts] = await Promise.all([
    createCounsel(config.knowledgeFolder, program.cacheFolder),
    ...configured.map(({ load }) => load()),
  ])
  const log = createLog(config.logLevel)
  const store = await openStore(config.databaseUrl, { installationKey: config.installationKey })
  try {
    const names = configured.map(({ name }) => name.toLowerCase())
    const operation = await openOperation({ admin: config.admin, fronts: names, store, log })
    operation.knowledge(counsel.hash())
    const { turn, views, documents } = counsel
    const { keepDays, askAfterDays } = config
    const handOff = handOffPlatforms(config)
    const { observe } = operation
    const desk = createDesk({ store, turn, views, documents, log, keepDays, askAfterDays, handOff, observe })
    const endReloads = reloadOnHangUp(counsel, operation, log)
    const { signal, stop } = stopper()
    signal.addEventListener('abort', operation.stopping, { once: true })
    const running = fronts.map((front, i) => {
      const ready = (how: string): void => {
        operation.attached(names[i] ?? '')
        program.output.write(`${configured[i]?.name} is on: ${how}\n`)
      }
      return front.start({ desk, log, resumeHint: '', signal, ready }).finally(stop)
    })
    // Nothing waits for it, so it is done between other things.
    const learning = setInterval(() => {
      if (!counsel.learn()) clearInterval(learning)
    }, LEARN_EVERY_MS)
    try {
      counsel.warmUp()
      await settled(running)
    } finally {
      clearInterval(learning)
      endReloads()
      await desk.close()
      await operation.close()
    }
  } finally {
    await store.close()
  }
  return 0
}

/** A signal that is given when the process is asked to stop, or a front end has ended. */
function stopper(): { signal: AbortSignal; stop(): void } {
  const stopping = new AbortController()
  const stop = (): void => {
    stopping.abort()
    setTimeout(() => process.exit(), LAST_MOMENT_MS).unref()
  }
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, stop)
  return { signal: stopping.signal, stop }
}

/** Waits for all of them, then reports the first failure: none is left running on a closed desk. */
async function settled(running: readonly Promise<void>[]): Promise<void> {
  const outcomes = await Promise.allSettled(running)
  const failed = outcomes.find((outcome) => outcome.status === 'rejected')
  if (failed) throw failed.reason
}
