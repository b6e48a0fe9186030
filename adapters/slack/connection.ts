import { App, HTTPReceiver, SocketModeReceiver, webApi } from '@slack/bolt'
import type { SlackConfig } from '../../src/config.ts'
import type { Installations } from '../../src/desk.ts'
import type { Log } from '../../src/log.ts'
import { installationStore } from './installations.ts'
import { createSocket } from './socket.ts'
import { SCOPES } from './surface.ts'
import { clientOptions, quietLogger } from './web-client.ts'
import { createWebServer } from './web-server.ts'
import { identify, manyWorkspaces, oneWorkspace, type Workspaces } from './workspaces.ts'

/** The way Slack's events come in, and the way back. */
export interface Connection {
  app: App
  workspaces: Workspaces
  /** @returns how it is connected, in words */
  open(): Promise<string>
  /** Takes nothing more; resolves when the line is closed or `grace` ms are over. */
  close(grace: number): Promise<void>
}

export interface ConnectionOptions {
  settings: SlackConfig
  installations: Installations
  log: Log
  /** Where the HTTP server listens; default everywhere. */
  host?: string
}

/**
 * Makes the connection the settings ask for: Socket Mode with an app token, else HTTP; one workspace with a bot
 * token, else all that install the app.
 *
 * @throws PyframeError when the bot token is refused or Slack is not reached
 */
export async function connect(options: ConnectionOptions): Promise<Connection> {
  const { settings, log } = options
  const receiving = receiverFor(options)
  const { receiver, open, close } = receiving
  const client = clientOptions(settings.apiUrl, log)
  const common = {
    receiver,
    clientOptions: client,
    logger: quietLogger(log),
    extendedErrorHandler: true as const,
    convoStore: false as const,
  }
  if (settings.botToken === null) {
    const workspaces = manyWorkspaces(client, tokenFrom(receiver))
    return { app: new App(common), workspaces, open, close }
  }
  const web = new webApi.WebClient(settings.botToken, client)
  const { team, name, botId, botUserId, missing } = await identify(web)
  if (missing.length > 0) log.warn({ missing }, 'scopes are missing, see docs/slack.md')
  return {
    app: new App({ ...common, token: settings.botToken, botId, botUserId }),
    workspaces: oneWorkspace(web, settings.botToken),
    open: async () => `@${name} in ${team}, ${await open()}`,
    close,
  }
}

/** The part that receives, with how to open and close it. */
function receiverFor(options: ConnectionOptions): Pick<Connection, 'open' | 'close'> & {
  receiver: HTTPReceiver | SocketModeReceiver
} {
  const { settings, log, host } = options
  const common = receiverOptions(options)
  if (settings.appToken !== null) {
    const receiver = new SocketModeReceiver({
      ...common,
      appToken: settings.appToken,
      autoReconnectEnabled: false,
      clientPingTimeout: PING_TIMEOUT_MS,
    })
    const socket = createSocket(receiver, log)
    return { receiver, open: () => socket.open().then(() => 'by Socket Mode'), close: socket.close }
  }
  const receiver = new HTTPReceiver({
    ...common,
    signingSecret: settings.signingSecret ?? '',
    customRoutes: [{ path: '/healthz', method: 'GET', handler: (_, response) => void response.end('ok\n') }],
  })
  const server = createWebServer(receiver, { port: settings.port, ...(host !== undefined && { host }) })
  return { receiver, open: async () => `on port ${await server.open()}`, close: server.close }
}

/** On jittery lines the default of 5 s ends connections that are fine (bolt-js issue 2496). */
const PING_TIMEOUT_MS = 20_000

function receiverOptions({ settings, installations, log }: ConnectionOptions) {
  const { install, port, apiUrl } = settings
  const options = clientOptions(apiUrl, log)
  const logger = quietLogger(log)
  if (install === null || settings.botToken !== null)
    return { logger, installerOptions: { clientOptions: options } }
  return {
    logger,
    ...install,
    scopes: [...SCOPES],
    installationStore: installationStore(installations),
    installerOptions: { clientOptions: options, directInstall: true, port },
  }
}

/** Bolt renews tokens only when events come in; a reply that is owed may be older. */
function tokenFrom({ installer }: HTTPReceiver | SocketModeReceiver) {
  return async ({ team, org }: { team: string; org: string | null }): Promise<string | undefined> => {
    const found =
      org === null
        ? await installer?.authorize({
            teamId: team,
            enterpriseId: undefined,
            isEnterpriseInstall: false,
          })
        : await installer?.authorize({ teamId: undefined, enterpriseId: org, isEnterpriseInstall: true })
    return found?.botToken
  }
}
