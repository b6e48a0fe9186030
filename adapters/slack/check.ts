import { webApi } from '@slack/bolt'
import type { SlackConfig } from '../../src/config.ts'
import { PyframeError } from '../../src/errors.ts'
import type { Log } from '../../src/log.ts'
import { clientOptions } from './web-client.ts'
import { identify, refusedToken } from './workspaces.ts'

/** One finding of the doctor. */
interface Finding {
  name: string
  ok: boolean
  detail: string
  /** What to do about it, where something should be done. */
  cure?: string
}

/** Whether Slack takes the tokens, and whether they allow what is needed. */
export async function check(settings: SlackConfig, log: Log): Promise<Finding[]> {
  const options = clientOptions(settings.apiUrl, log)
  return [
    await found('Slack bot token', () => botToken(settings, options)),
    await found('Slack connection', () => connection(settings, options)),
  ]
}

async function botToken(
  { botToken }: SlackConfig,
  options: webApi.WebClientOptions,
): Promise<Omit<Finding, 'name'>> {
  if (botToken === null)
    return { ok: true, detail: 'none: workspaces install the app themselves, at /slack/install' }
  const { name, team, missing } = await identify(new webApi.WebClient(botToken, options))
  if (missing.length === 0) return { ok: true, detail: `@${name} in ${team}, with every scope it needs` }
  return {
    ok: false,
    detail: `@${name} in ${team} lacks ${missing.join(', ')}`,
    cure: 'Take the scopes from adapters/slack/manifest.yaml and install the app again.',
  }
}

async function connection(
  { appToken, port }: SlackConfig,
  options: webApi.WebClientOptions,
): Promise<Omit<Finding, 'name'>> {
  if (appToken === null)
    return { ok: true, detail: `HTTP: Slack has to reach /slack/events on port ${port} of this machine` }
  const client = new webApi.WebClient(appToken, options)
  await client.apps.connections.open({}).catch((error: unknown) => {
    throw refusedToken('SLACK_APP_TOKEN', error)
  })
  return { ok: true, detail: 'Socket Mode' }
}

async function found(name: string, look: () => Promise<Omit<Finding, 'name'>>): Promise<Finding> {
  try {
    return { name, ...(await look()) }
  } catch (error) {
    if (!(error instanceof PyframeError)) throw error
    return { name, ok: false, detail: error.message, ...(error.cure && { cure: error.cure }) }
  }
}
