import type { DiscordConfig } from '../../src/config.ts'
import type { Desk } from '../../src/desk.ts'
import type { Log } from '../../src/log.ts'
import { createApi } from './api.ts'
import { createDelivery } from './deliver.ts'
import { createGateway } from './gateway.ts'
import { identify } from './identify.ts'
import { listen } from './listen.ts'
import { createPost } from './post.ts'
import { registerCommands } from './register.ts'

export { check } from './check.ts'

/** Of the ten seconds a stop may take; the desk needs the rest. */
const GRACE_MS = 3_000

/**
 * Serves Discord until it is told to stop.
 *
 * @param options.ready called with a word on who we are there, as soon as people can reach us
 * @param options.signal ends it: nothing more is received, what is under way is finished
 * @throws PyframeError when it cannot begin, or Discord ends it: a refused token, no way to Discord
 */
export async function start(options: {
  settings: DiscordConfig
  desk: Desk
  log: Log
  signal: AbortSignal
  ready?: (how: string) => void
}): Promise<void> {
  const { settings, desk, signal, ready } = options
  const log = options.log.child({ front: 'discord' })
  let application = settings.applicationId ?? ''
  const api = createApi(settings, () => application)
  application = (await identify(api)).id
  // Nobody waits for it: what is registered already works meanwhile, and it never fails.
  const registered = registerCommands(api, settings.guildId, log)
  const { deliver, tell } = createDelivery({
    post: createPost(api, desk, log),
    api,
    handoffChannel: settings.handoffChannel,
    log,
  })
  const gateway = createGateway(settings, log)
  const finished = listen(gateway.client, { desk, api, log, tell, operators: settings.operators })
  const stopped = aborted(signal)
  try {
    await desk.attach('discord', deliver)
    const how = await Promise.race([gateway.open(), stopped])
    if (how !== undefined) ready?.(how)
    await Promise.race([stopped, gateway.lost])
  } finally {
    await gateway.close(GRACE_MS)
    await Promise.all([finished(), registered])
    api.close()
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
