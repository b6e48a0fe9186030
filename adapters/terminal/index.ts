import type { Desk } from '../../src/desk.ts'
import type { Log } from '../../src/log.ts'
import { listen } from './person.ts'
import type { Input, Output } from './reader.ts'
import { createSession } from './session.ts'

export { check } from './check.ts'

/**
 * Talks with one person on a terminal, or answers line by line in a pipe.
 *
 * @param options.resumeHint marked text that says how to come back, shown to whoever leaves
 * @param options.folder where files are saved; default the working folder
 * @param options.prompt what stands before the line being typed
 * @param options.signal ends the talk, once the message in flight is answered
 * @returns when the person has left, the input has ended or the output was closed
 */
export async function start(options: {
  desk: Desk
  input: Input
  output: Output
  log: Log
  resumeHint: string
  folder?: string
  prompt?: string
  signal?: AbortSignal
}): Promise<void> {
  const { desk, input, output, log, resumeHint, prompt = '> ', signal } = options
  const { folder = process.cwd() } = options
  const person = listen(input, output, prompt)
  signal?.addEventListener('abort', person.close, { once: true })
  const session = createSession(desk, person, output, folder, log)
  try {
    await desk.attach('terminal', session.deliver)
    await session.talk(resumeHint)
  } finally {
    person.close()
  }
}
