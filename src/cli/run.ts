import { messageOf, PyframeError } from '../errors.ts'
import type { Program } from './program.ts'
import { type CliCommand, isCliCommand, usageText } from './usage.ts'

type Run = (program: Program, args: string[]) => Promise<number>

/** Each command's code is loaded only when it runs: the chat must not wait for the others. */
const COMMANDS: Record<CliCommand, () => Promise<Run>> = {
  start: async () => (await import('./start.ts')).start,
  chat: async () => (await import('./chat.ts')).chat,
  ask: async () => (await import('./texts.ts')).ask,
  recommend: async () => (await import('./recommend.ts')).recommend,
  answer: async () => (await import('./texts.ts')).answer,
  compare: async () => (await import('./options.ts')).compare,
  'why-not': async () => (await import('./options.ts')).whyNot,
  brief: async () => (await import('./brief.ts')).brief,
  check: async () => (await import('./check.ts')).check,
  stats: async () => (await import('./stats.ts')).stats,
  inbox: async () => (await import('./inbox.ts')).inbox,
  export: async () => (await import('./export.ts')).exportConversation,
  doctor: async () => (await import('./doctor.ts')).doctor,
  help: async () => async (program) => {
    program.output.write(`${usageText()}\n`)
    return 0
  },
}

/**
 * Runs one command of the command line.
 *
 * @param args what stands after the program's name
 * @returns the exit status: 0, or that of the failure, whose message and cure were written to `program.errors`
 */
export async function run(program: Program, args: readonly string[]): Promise<number> {
  const [word = 'start', ...rest] = args
  try {
    if (word === '--help' || word === '-h') return await (await COMMANDS.help())(program, rest)
    if (!isCliCommand(word)) {
      throw new PyframeError('usage', `there is no command "${word}"`, {
        cure: 'see: npm run -s pyframe -- help',
      })
    }
    return await (await COMMANDS[word]())(program, rest)
  } catch (error) {
    return report(program, error)
  }
}

function report(program: Program, error: unknown): number {
  if (!(error instanceof PyframeError)) {
    // A fault of ours: the stack helps whoever mends it, and holds nothing a person typed.
    const told = error instanceof Error ? (error.stack ?? error.message) : messageOf(error)
    program.errors.write(`${harmless(told)}\n`)
    return 70
  }
  const told = error.code === 'usage' ? onOneLine(tell(error)) : tell(error)
  program.errors.write(`pyframe: ${harmless(told)}\n`)
  return error.exitStatus
}

function tell({ message, cure }: PyframeError): string {
  if (cure === undefined) return message
  return `${message}${message.includes('\n') ? '\n' : ' '}(${cure})`
}

/** What was typed is repeated in the message, and may hold anything. */
const onOneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ')

/** Without what a terminal would obey: control characters, and marks that turn letters around. */
const harmless = (text: string): string => text.replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, '')
