import { failureFields, type Log } from '../../src/log.ts'
import type { Origin } from './origin.ts'
import type { Workspaces } from './workspaces.ts'

const HOUR_MS = 3_600_000

/** More names are not remembered; they cost one call each. */
const MOST_NAMES = 5_000

/** What people are called. */
export interface People {
  /** Display name of somebody; null when Slack does not say. Never throws. */
  nameOf(who: Origin): Promise<string | null>
}

/** @param clock ms; names are asked for again after an hour */
export function createPeople(workspaces: Workspaces, log: Log, clock: () => number = Date.now): People {
  const known = new Map<string, { name: Promise<string | null>; until: number }>()

  async function ask(who: Origin): Promise<string | null> {
    try {
      const { client } = await workspaces.at(who)
      const { user } = await client.users.info({ user: who.user })
      return user?.profile?.display_name || user?.real_name || user?.name || null
    } catch (error) {
      log.warn(failureFields(error), 'a name is not known')
      return null
    }
  }

  return {
    nameOf(who) {
      const key = `${who.team}:${who.user}`
      const found = known.get(key)
      if (found && found.until > clock()) return found.name
      if (known.size >= MOST_NAMES) known.clear()
      const name = ask(who)
      known.set(key, { name, until: clock() + HOUR_MS })
      return name
    },
  }
}
