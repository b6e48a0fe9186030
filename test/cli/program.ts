import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, expect } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { CACHE_FOLDER, readConfig } from '../../src/config.ts'
import { ROOT } from '../architecture/sources.ts'

export interface Outcome {
  status: number | null
  out: string
  errors: string
}

/** Time for a test that starts processes, on a machine that does a lot else. */
export const PROCESS_TEST = { timeout: 60_000 }

const folders: string[] = []
const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** An empty folder, there until the last test of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pyframe-cli-'))
  folders.push(folder)
  return folder
}

/** Runs a command in this process; the terminal is another matter and not there. */
export async function command(args: readonly string[], input: string | Buffer = ''): Promise<Outcome> {
  const output = new PassThrough()
  const errors = new PassThrough()
  const said = Promise.all([text(output), text(errors)])
  const status = await run(
    {
      config: () => readConfig({}),
      cacheFolder: CACHE_FOLDER,
      input: Readable.from([Buffer.from(input)]),
      output,
      errors,
      terminal: () => expect.fail('nothing here needs the terminal'),
      slack: () => expect.fail('nothing here needs Slack'),
      discord: () => expect.fail('nothing here needs Discord'),
    },
    args,
  )
  output.end()
  errors.end()
  const [out, err] = await said
  return { status, out, errors: err }
}

/** The program as people start it, in a folder of its own and without their settings. */
export function start(args: readonly string[], cwd: string, settings: NodeJS.ProcessEnv = {}): ChildProcess {
  const { PATH } = process.env
  const child = spawn(process.execPath, [join(ROOT, 'src/main.ts'), ...args], {
    cwd,
    env: { PATH, ...settings },
  })
  children.push(child)
  return child
}

/** Runs the program to its end. */
export async function finish(child: ChildProcess, input = ''): Promise<Outcome> {
  const { stdin, stdout, stderr } = child
  if (!stdin || !stdout || !stderr) return expect.fail('no pipes')
  stdin.on('error', () => {})
  stdin.end(input)
  const [out, errors, [status]] = await Promise.all([text(stdout), text(stderr), once(child, 'exit')])
  return { status, out, errors }
}
