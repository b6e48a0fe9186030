import type { APIApplication } from 'discord.js'
import { messageOf, PyframeError } from '../../src/errors.ts'
import type { Api } from './api.ts'
import { statusOf } from './failures.ts'

/**
 * Asks Discord which application a token belongs to.
 *
 * @throws PyframeError `config` when the token is refused, `unavailable` when Discord does not answer
 */
export async function identify(api: Api): Promise<APIApplication> {
  try {
    return await api.application()
  } catch (cause) {
    if (statusOf(cause) !== 401)
      throw new PyframeError('unavailable', `Discord was not reached: ${messageOf(cause)}.`, { cause })
    throw new PyframeError('config', 'Discord refuses DISCORD_TOKEN.', {
      cure: 'Copy it again from the page "Bot" of your application; docs/discord.md says where it stands.',
      cause,
    })
  }
}
