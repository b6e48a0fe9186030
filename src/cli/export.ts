import { openStore } from '../desk.ts'
import { PyframeError } from '../errors.ts'
import type { Program } from './program.ts'

const TERMINAL = 'terminal:main'

/** `export [<conversation>]`: everything kept of a conversation, as JSON; that of the terminal unless one is named. */
export async function exportConversation(program: Program, args: string[]): Promise<number> {
  const [conversation = TERMINAL, ...more] = args
  if (more.length > 0) throw new PyframeError('usage', 'export takes at most one <conversation>')
  const store = await openStore(program.config().databaseUrl)
  try {
    const snapshot = await store.read(conversation)
    if (snapshot === null) throw new PyframeError('data', `nothing is kept of "${conversation}"`)
    program.output.write(`${JSON.stringify(snapshot, null, 2)}\n`)
  } finally {
    await store.close()
  }
  return 0
}
