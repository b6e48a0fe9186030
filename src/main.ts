import type { FrontEnd, Program } from './cli/program.ts'
import { run } from './cli/run.ts'
import { CACHE_FOLDER, loadEnvironment, readConfig } from './config.ts'
import { createLog } from './log.ts'

const { stdin: input, stdout: output, stderr: errors } = process

const program: Program = {
  config: () => readConfig(loadEnvironment()),
  cacheFolder: CACHE_FOLDER,
  input,
  output,
  errors,
  terminal: async (): Promise<FrontEnd> => {
    const { start, check } = await import('../adapters/terminal/index.ts')
    return { start: (options) => start({ ...options, input, output }), check: () => check(input, output) }
  },
  slack: async (settings): Promise<FrontEnd> => {
    const { start, check } = await import('../adapters/slack/index.ts')
    return {
      start: (options) => start({ ...options, settings }),
      check: () => check(settings, createLog('silent')),
    }
  },
  discord: async (settings): Promise<FrontEnd> => {
    const { start, check } = await import('../adapters/discord/index.ts')
    return { start: (options) => start({ ...options, settings }), check: () => check(settings) }
  },
}

// A reader that went away (`| head`) is no failure.
output.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

process.exitCode = await run(program, process.argv.slice(2))
