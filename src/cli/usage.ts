/** The commands of the command line, with what each takes. */
const USAGE = {
  start: {
    takes: '',
    does: 'start every front end that is configured; the terminal chat if none is (default)',
  },
  chat: { takes: '', does: 'chat in the terminal' },
  ask: {
    takes: '"<question>" [--explain]',
    does: 'answer one question; with --explain how it was read and what was found',
  },
  recommend: {
    takes: '"<brief>" [--explain] | --replay <file>',
    does: 'recommend for a brief; with --explain every number it is made of',
  },
  answer: { takes: '<criterion> "<answer>"', does: 'show what an answer to a question means' },
  compare: { takes: '<id> <id> [...]', does: 'put options side by side' },
  'why-not': {
    takes: '<id> "<brief>"',
    does: 'say why an option is not the one for a brief, and what would make it so',
  },
  brief: {
    takes: '"<brief>" --out <file>',
    does: 'write the document for the client, .pdf or .md; --client and --author put names on it',
  },
  check: {
    takes: '[<folder>] [--report] [--stale 12m]',
    does: 'check the knowledge files; problems end with status 65',
  },
  stats: { takes: '', does: 'what was asked, and what people think of the answers, by week; counts only' },
  inbox: { takes: '', does: 'what the knowledge keeper may mend: remarks, open questions, misreadings' },
  export: {
    takes: '[<conversation>]',
    does: 'everything kept of a conversation as JSON; default the terminal',
  },
  doctor: { takes: '', does: 'check configuration, store, knowledge, front ends and terminal' },
  help: { takes: '', does: 'this list' },
} as const

export type CliCommand = keyof typeof USAGE

export const isCliCommand = (word: string): word is CliCommand => Object.hasOwn(USAGE, word)

export function usageText(): string {
  const rows = Object.entries(USAGE).map(
    ([name, { takes, does }]) => [`${name} ${takes}`.trim(), does] as const,
  )
  const width = Math.max(...rows.map(([left]) => left.length))
  return [
    'Usage: npm run -s pyframe -- <command>',
    '',
    ...rows.map(([left, does]) => `  ${left.padEnd(width)}  ${does}`),
    '',
    'ask, recommend and answer take --json for one JSON object, and --stdin for JSON Lines',
    '({"id","text"}; for answer also "criterion" and optionally "asked").',
    'recommend --replay <file> gives again what recommend --json printed into a file: status 0 when the same',
    'bytes come out, 1 when they differ (then: what changed, and both results), 65 when it cannot be read.',
  ].join('\n')
}
