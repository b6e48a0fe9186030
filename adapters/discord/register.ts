import { failureFields, type Log } from '../../src/log.ts'
import type { Api } from './api.ts'
import { commandSet, shapeOf } from './command-set.ts'

/**
 * Sets the commands when they differ from what Discord has: it allows some 200 changes a day, and shows changed
 * ones after a while only.
 *
 * @param guild a single server that gets them; null = everywhere
 */
export async function registerCommands(api: Api, guild: string | null, log: Log): Promise<void> {
  const wanted = commandsFor(guild)
  try {
    if (await areRegistered(api, guild)) return
    await api.setCommands(guild, wanted)
    log.info({ commands: wanted.length, guild }, 'commands registered')
  } catch (error) {
    // What is registered already keeps working, and everything can be said in words.
    log.error(failureFields(error), 'commands not registered')
  }
}

export const areRegistered = async (api: Api, guild: string | null): Promise<boolean> =>
  shapeOf(await api.commands(guild)) === shapeOf(commandsFor(guild))

/** Places can be named for commands only that exist everywhere. */
function commandsFor(guild: string | null): object[] {
  const all = commandSet()
  return guild === null ? all : all.map(({ integration_types: _, contexts: __, ...command }) => command)
}
