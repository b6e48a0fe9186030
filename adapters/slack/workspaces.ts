import { webApi } from '@slack/bolt'
import { messageOf, PyframeError } from '../../src/errors.ts'
import type { Address } from './address.ts'
import { refusalOf } from './failures.ts'
import { SCOPES } from './surface.ts'

/** The app in one workspace. */
export interface Workspace {
  client: webApi.WebClient
  token: string
}

/** Finds what is needed to act in a workspace, at any time: also for a reply owed since before the last start. */
export interface Workspaces {
  /** @throws when the app is not installed there */
  at(address: Pick<Address, 'team' | 'org'>): Promise<Workspace>
}

/** One workspace by its token. */
export function oneWorkspace(client: webApi.WebClient, token: string): Workspaces {
  const workspace = { client, token }
  return { at: async () => workspace }
}

/** More clients than these are not kept; they cost only their making. */
const MOST_CLIENTS = 1_000

/**
 * Many workspaces by their installations.
 *
 * @param tokenFor the bot token of a workspace or organisation, renewed where it runs out
 */
export function manyWorkspaces(
  options: webApi.WebClientOptions,
  tokenFor: (address: Pick<Address, 'team' | 'org'>) => Promise<string | undefined>,
): Workspaces {
  const clients = new Map<string, webApi.WebClient>()
  return {
    async at(address) {
      const token = await tokenFor(address)
      if (token === undefined) throw new PyframeError('unavailable', 'this installation has no bot token')
      // One token serves every workspace of an organisation, and each call says which.
      const key = `${address.team}:${token}`
      const client = clients.get(key) ?? new webApi.WebClient(token, { ...options, teamId: address.team })
      if (clients.size >= MOST_CLIENTS) clients.clear()
      clients.set(key, client)
      return { client, token }
    },
  }
}

/** Who the app is in a workspace. */
export interface Self {
  team: string
  botId: string
  botUserId: string
  name: string
  /** Scopes that are needed and were not granted. */
  missing: string[]
}

/**
 * Asks Slack who a bot token belongs to.
 *
 * @throws PyframeError `config` when the token is refused, `unavailable` when Slack does not answer
 */
export async function identify(client: webApi.WebClient): Promise<Self> {
  try {
    const answer = await client.auth.test()
    const granted = answer.response_metadata?.scopes
    return {
      team: answer.team ?? '',
      botId: answer.bot_id ?? '',
      botUserId: answer.user_id ?? '',
      name: answer.user ?? '',
      missing: granted === undefined ? [] : SCOPES.filter((scope) => !granted.includes(scope)),
    }
  } catch (cause) {
    throw refusedToken('SLACK_BOT_TOKEN', cause)
  }
}

/** What to make of a failed first call with a token. */
export function refusedToken(variable: string, cause: unknown): PyframeError {
  const reason = refusalOf(cause)
  if (reason === null)
    return new PyframeError('unavailable', `Slack was not reached: ${messageOf(cause)}.`, { cause })
  return new PyframeError('config', `Slack refuses ${variable}: ${reason}.`, {
    cure: `Copy ${variable} again from the settings of your app; docs/slack.md says where it stands.`,
    cause,
  })
}
