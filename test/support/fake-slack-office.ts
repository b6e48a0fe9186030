import { join } from 'node:path'
import { expect } from 'vitest'
import { start } from '../../adapters/slack/index.ts'
import type { SlackConfig } from '../../src/config.ts'
import { createDesk, openStore, type Store } from '../../src/desk.ts'
import { type Consultant, createConsultant } from '../../src/dialogue/consultant.ts'
import { createStep } from '../../src/dialogue/step.ts'
import { createViews } from '../../src/dialogue/views.ts'
import { documentsOn } from '../../src/documents/documents.ts'
import { createLog } from '../../src/log.ts'
import { ROOT } from '../architecture/sources.ts'
import { openFakeSlack, SECRET } from './fake-slack.ts'
import { createPerson, type Person } from './fake-slack-person.ts'

export type Mode = 'http' | 'socket'

let known: Promise<Consultant> | undefined
/** The real knowledge, loaded once. */
const consultantOnce = (): Promise<Consultant> => {
  known ??= createConsultant(join(ROOT, 'knowledge'), join(ROOT, '.cache'))
  return known
}

const KEY = 'ab'.repeat(32)

/** The whole program over a fake Slack: real Bolt, real sockets, a real desk and store. */
export async function openOffice(mode: Mode, changes: Partial<SlackConfig> = {}) {
  const slack = await openFakeSlack()
  const store = await openStore('file::memory:', { installationKey: KEY })
  slack.members.add('C1')
  const logged: string[] = []
  const settings: SlackConfig = {
    botToken: 'xoxb-test',
    appToken: mode === 'socket' ? 'xapp-test' : null,
    signingSecret: mode === 'http' ? SECRET : null,
    port: 0,
    apiUrl: slack.apiUrl,
    install: null,
    handoffChannel: null,
    operators: [],
    ...changes,
  }
  let program = await startProgram(store)

  async function startProgram(on: Store) {
    const consultant = await consultantOnce()
    const log = createLog('debug', { write: (line) => void logged.push(line) })
    const views = createViews(consultant)
    const times = { firstPause: 20, look: 20 }
    const desk = createDesk({
      store: on,
      turn: createStep(consultant),
      views,
      documents: documentsOn(consultant),
      log,
      times,
      handOff: settings.handoffChannel === null ? [] : ['slack'],
      askAfterDays: 14,
    })
    const stop = new AbortController()
    const { promise: ready, resolve, reject } = Promise.withResolvers<string>()
    const ended = start({ settings, desk, log, signal: stop.signal, host: '127.0.0.1', ready: resolve })
    ended.catch(reject)
    const how = await ready
    const port = /port (\d+)/.exec(how)?.[1]
    if (port !== undefined) slack.aim(Number(port))
    return {
      desk,
      async stop(): Promise<void> {
        stop.abort()
        await ended
        await desk.close()
      },
    }
  }

  return {
    slack,
    logged,
    store,
    desk: () => program.desk,
    person(user: string, name?: string, team = 'T1'): Person {
      if (name !== undefined) slack.names.set(user, name)
      return createPerson(slack, user, team)
    },
    /** Stops the program and starts it again on the same database, as after a deployment. */
    async restart(): Promise<void> {
      await program.stop()
      program = await startProgram(store)
    },
    callsOf: (method: string) => slack.calls.filter((call) => call.method === method),
    stop: () => program.stop(),
    /** Ends everything; nothing the app ever sent may be what Slack refuses. */
    async close(): Promise<void> {
      await program.stop()
      await store.close()
      await slack.close()
      expect(slack.problems).toEqual([])
    },
  }
}

export type Office = Awaited<ReturnType<typeof openOffice>>
