import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const SCRIPT = fileURLToPath(new URL('./worker.ts', import.meta.url))

/** A process at work. */
export interface Worker {
  pid: number
  send(line: string): void
  /** Kills it without warning and resolves when it is gone. */
  kill(): Promise<void>
  /** Lets it finish; gives its exit status. */
  end(): Promise<number | null>
}

/** Starts processes ahead of time, so that a killed one is replaced at once. */
export interface Crew {
  /** @param heard what the process says once it is open */
  hire(heard: (line: string) => void): Promise<Worker>
  dismiss(): Promise<void>
  /** Rejects when a process ends that nobody told to. */
  readonly deserted: Promise<never>
}

interface Spare {
  child: ChildProcess
  ready: Promise<void>
  listen(heard: (line: string) => void): void
}

/** @param compileCache a folder in which the processes keep what they compiled */
export function createCrew(args: readonly string[], compileCache: string, spares: number): Crew {
  const deserted = Promise.withResolvers<never>()
  const dismissed = new WeakSet<ChildProcess>()
  const waiting = Array.from({ length: spares }, spare)

  function spare(): Spare {
    const env = { ...process.env, NODE_COMPILE_CACHE: compileCache }
    const child = spawn(process.execPath, [SCRIPT, ...args], { env, stdio: ['pipe', 'pipe', 'inherit'] })
    // Whoever is killed cannot read what was on its way.
    child.stdin?.on('error', () => {})
    child.on('exit', (status, signal) => {
      if (!dismissed.has(child)) deserted.reject(new Error(`a process ended by itself: ${signal ?? status}`))
    })
    const ready = Promise.withResolvers<void>()
    let listener: (line: string) => void = () => ready.resolve()
    createInterface({ input: child.stdout ?? process.stdin }).on('line', (line) => listener(line))
    return {
      child,
      ready: ready.promise,
      listen: (heard) => {
        listener = heard
      },
    }
  }

  async function gone(child: ChildProcess, ask: () => void): Promise<void> {
    dismissed.add(child)
    const exit = once(child, 'exit')
    ask()
    await exit
  }

  return {
    deserted: deserted.promise,
    async hire(heard) {
      const next = waiting.shift() ?? spare()
      waiting.push(spare())
      const { child } = next
      await next.ready
      next.listen(heard)
      child.stdin?.write('open\n')
      return {
        pid: child.pid ?? 0,
        send: (line) => void child.stdin?.write(`${line}\n`),
        kill: () => gone(child, () => child.kill('SIGKILL')),
        async end() {
          await gone(child, () => child.stdin?.end())
          return child.exitCode
        },
      }
    },
    async dismiss() {
      await Promise.all(waiting.map(({ child }) => gone(child, () => child.kill('SIGKILL'))))
    },
  }
}
