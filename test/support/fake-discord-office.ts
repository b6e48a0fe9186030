import { join } from 'node:path'
import { expect } from 'vitest'
import { start } from '../../adapters/discord/index.ts'
import type { DiscordConfig } from '../../src/config.ts'
import { createDesk, type DeskOptions, openStore } from '../../src/desk.ts'
import { type Consultant, createConsultant } from '../../src/dialogue/consultant.ts'
import { createStep } from '../../src/dialogue/step.ts'
import { createViews } from '../../src/dialogue/views.ts'
import { documentsOn } from '../../src/documents/documents.ts'
import { createLog } from '../../src/log.ts'
import { ROOT } from '../architecture/sources.ts'
import { openFakeDiscord } from './fake-discord.ts'
import { createPerson, type Person } from './fake-discord-person.ts'
import { snowflake } from './fake-discord-world.ts'

let known: Promise<Consultant> | undefined
/** The real knowledge, loaded once. */
const consultantOnce = (): Promise<Consultant> => {
  known ??= createConsultant(join(ROOT, 'knowledge'), join(ROOT, '.cache'))
  return known
}

/** The whole program over a fake Discord: the real discord.js, real sockets, a real desk and store. */
export async function openOffice(changes: Partial<DiscordConfig> = {}, more: Pick<DeskOptions, 'room'> = {}) {
  const discord = await openFakeDiscord()
  const store = await openStore('file::memory:')
  const logged: string[] = []
  const settings: DiscordConfig = {
    ...{ token: 'token', applicationId: null, guildId: null, apiUrl: discord.apiUrl },
    ...{ handoffChannel: null, operators: [] },
    ...changes,
  }
  let program = await startProgram()

  async function startProgram() {
    const consultant = await consultantOnce()
    const log = createLog('debug', { write: (line) => void logged.push(line) })
    const desk = createDesk({
      store,
      turn: createStep(consultant),
      views: createViews(consultant),
      documents: documentsOn(consultant),
      log,
      handOff: settings.handoffChannel === null ? [] : ['discord'],
      askAfterDays: 14,
      times: { firstPause: 20, look: 20 },
      ...more,
    })
    const stop = new AbortController()
    const { promise: ready, resolve, reject } = Promise.withResolvers<string>()
    const ended = start({ settings, desk, log, signal: stop.signal, ready: resolve })
    ended.catch(reject)
    const how = await ready
    return {
      how,
      ended,
      async stop(): Promise<void> {
        stop.abort()
        await ended.catch(() => {})
        await desk.close()
      },
    }
  }

  return {
    discord,
    logged,
    store,
    program: () => program,
    person: (name = 'Ann', user = snowflake()): Person => createPerson(discord, user, name),
    /** Stops the program and starts it again on the same database, as after a deployment. */
    async restart(): Promise<void> {
      await program.stop()
      program = await startProgram()
    },
    stop: () => program.stop(),
    callsTo: (method: string, path: RegExp) =>
      discord.rest.calls.filter((call) => call.method === method && path.test(call.path)),
    /** Ends everything; nothing the bot ever sent may be what Discord refuses. */
    async close(): Promise<void> {
      await program.stop()
      await store.close()
      await discord.close()
      expect(discord.rest.problems).toEqual([])
    },
  }
}

export type Office = Awaited<ReturnType<typeof openOffice>>
