import { ApplicationIntegrationType } from 'discord.js'
import type { DiscordConfig } from '../../src/config.ts'
import { PyframeError } from '../../src/errors.ts'
import { createApi } from './api.ts'
import { identify } from './identify.ts'
import { areRegistered } from './register.ts'

/** One finding of the doctor. */
interface Finding {
  name: string
  ok: boolean
  detail: string
  /** What to do about it, where something should be done. */
  cure?: string
}

/** Whether Discord takes the token, and whether it shows what we offer. */
export async function check(settings: DiscordConfig): Promise<Finding[]> {
  let application = settings.applicationId ?? ''
  const api = createApi(settings, () => application)
  try {
    const { id, name, integration_types_config } = await identify(api)
    const wrongId = settings.applicationId !== null && settings.applicationId !== id
    application = id
    return [
      wrongId ? wrongApplication(id) : { name: TOKEN, ok: true, detail: `${name} (${id})` },
      installation(Object.keys(integration_types_config ?? {})),
      await commands(() => areRegistered(api, settings.guildId)),
    ]
  } catch (error) {
    if (!(error instanceof PyframeError)) throw error
    return [{ name: TOKEN, ok: false, detail: error.message, ...(error.cure && { cure: error.cure }) }]
  } finally {
    api.close()
  }
}

const TOKEN = 'Discord token'

const wrongApplication = (id: string): Finding => ({
  name: TOKEN,
  ok: false,
  detail: `it belongs to the application ${id}, not to the one in DISCORD_APPLICATION_ID`,
  cure: 'Leave DISCORD_APPLICATION_ID away, or copy both from the same application.',
})

function installation(types: readonly string[]): Finding {
  const missing = [
    [ApplicationIntegrationType.GuildInstall, 'servers'],
    [ApplicationIntegrationType.UserInstall, 'people'],
  ].flatMap(([type, name]) => (types.includes(String(type)) ? [] : [name]))
  const name = 'Discord installation'
  if (missing.length === 0) return { name, ok: true, detail: 'for servers and for people' }
  return {
    name,
    ok: types.length > 0,
    detail: `not for ${missing.join(' and ')}`,
    cure: 'Tick both on the page "Installation" of your application.',
  }
}

async function commands(look: () => Promise<boolean>): Promise<Finding> {
  const name = 'Discord commands'
  try {
    return { name, ok: true, detail: (await look()) ? 'registered' : 'will be registered at the next start' }
  } catch {
    return {
      name,
      ok: false,
      detail: 'cannot be read',
      cure: 'Invite the bot again, with the scope applications.commands.',
    }
  }
}
