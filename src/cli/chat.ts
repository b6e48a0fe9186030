import type { Config } from '../config.ts'
import { createDesk, isCorrupt, openStore, type Store, setAside } from '../desk.ts'
import { createConsultant } from '../dialogue/consultant.ts'
import { createStep } from '../dialogue/step.ts'
import { createViews } from '../dialogue/views.ts'
import { documentsOn } from '../documents/documents.ts'
import { PyframeError } from '../errors.ts'
import { createLog } from '../log.ts'
import type { Program } from './program.ts'

const WARM_UP_AFTER_MS = 100

/** `chat`, and `start` when nothing else is configured: the terminal chat on the configured store. */
export async function chat(program: Program, args: string[]): Promise<number> {
  if (args.length > 0) throw new PyframeError('usage', `unexpected "${args[0]}"`)
  const config = program.config()
  // The front end loads while the knowledge is read: the first prompt waits for both.
  const [terminal, consultant] = await Promise.all([
    program.terminal(),
    createConsultant(config.knowledgeFolder, program.cacheFolder),
  ])
  const log = createLog(config.logLevel)
  const store = await openOrReplace(program, config)
  const desk = createDesk({
    store,
    turn: createStep(consultant),
    views: createViews(consultant),
    documents: documentsOn(consultant),
    log,
    keepDays: config.keepDays,
    askAfterDays: config.askAfterDays,
  })
  const stopping = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => stopping.abort())
  const resumeHint = 'Your answers are kept. Continue any time with `npm start`.'
  // After the greeting is on the screen, while the person reads it.
  const warming = setTimeout(() => {
    consultant.warmUp()
    while (consultant.learn());
  }, WARM_UP_AFTER_MS)
  try {
    await terminal.start({ desk, log, resumeHint, signal: stopping.signal })
  } finally {
    clearTimeout(warming)
    await desk.close()
    await store.close()
  }
  return 0
}

/** A damaged file must not lock a person out of the terminal: it is kept aside and a new one begun. */
async function openOrReplace(program: Program, { databaseUrl, installationKey }: Config): Promise<Store> {
  try {
    return await openStore(databaseUrl, { installationKey })
  } catch (error) {
    if (!isCorrupt(error)) throw error
    const aside = setAside(databaseUrl)
    program.errors.write(`The database was damaged. It is kept as ${aside}; a new one was begun.\n`)
    return await openStore(databaseUrl, { installationKey })
  }
}
