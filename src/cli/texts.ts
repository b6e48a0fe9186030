import { parseArgs } from 'node:util'
import { plainText } from '../card/markup.ts'
import { type Consultant, createConsultant } from '../dialogue/consultant.ts'
import { messageOf, PyframeError } from '../errors.ts'
import { explainAsked, explainedText } from './ask-explain.ts'
import { type JsonLine, streamLines } from './json-lines.ts'
import { type Machine, machineOf } from './machine.ts'
import type { Program } from './program.ts'

/** One command on texts: how it reads its words, answers a line, and speaks to people. */
interface TextCommand {
  name: string
  /** Words it takes when not reading from standard input. */
  words: readonly string[]
  json(machine: Machine, line: JsonLine): object
  speak(consultant: Consultant, words: readonly string[]): string
  /** With `--explain`: what the answer came from. */
  explain?(consultant: Consultant, words: readonly string[], json: boolean): string
}

/** `ask "..."` */
export const ask = command({
  name: 'ask',
  words: ['question'],
  json: (machine, { text }) => machine.ask(text),
  speak: (consultant, [text = '']) => machineOf(consultant, new Date()).ask(text).text,
  explain(consultant, [text = ''], json) {
    const explained = explainAsked(consultant, text, new Date())
    return json ? JSON.stringify(explained) : explainedText(explained)
  },
})

/** `answer <criterion> "..."` */
export const answer = command({
  name: 'answer',
  words: ['criterion', 'answer'],
  json: (machine, { criterion = '', text, asked }) => machine.answer(criterion, text, asked),
  speak: (consultant, [criterion = '', text = '']) => {
    const { level, needs } = machineOf(consultant, new Date()).answer(criterion, text)
    const names = needs.map((id) => plainText(consultant.catalogue.capability(id)?.name ?? id))
    return names.length === 0 ? level : `${level}; needs ${names.join(', ')}`
  },
})

function command(definition: TextCommand): (program: Program, args: string[]) => Promise<number> {
  return async (program, args) => {
    const { values, positionals } = parse(definition, args)
    const consultant = await createConsultant(program.config().knowledgeFolder, program.cacheFolder)
    const check = (criterion: string | undefined): void => requireCriterion(consultant, definition, criterion)
    const machine = machineOf(consultant, new Date())
    if (values.stdin) {
      return await streamLines(program, definition.name === 'answer', (line) => {
        check(line.criterion)
        return definition.json(machine, line)
      })
    }
    const words = requireWords(definition, positionals)
    if (definition.name === 'answer') check(words[0])
    const line =
      definition.name === 'answer'
        ? { criterion: words[0] ?? '', text: words[1] ?? '' }
        : { text: words[0] ?? '' }
    const plain = (): string =>
      values.json ? JSON.stringify(definition.json(machine, line)) : definition.speak(consultant, words)
    const explained = values.explain && definition.explain?.(consultant, words, values.json === true)
    program.output.write(`${explained || plain()}\n`)
    return 0
  }
}

const OPTIONS = {
  json: { type: 'boolean' },
  stdin: { type: 'boolean' },
  explain: { type: 'boolean' },
} as const

function parse({ name, explain }: TextCommand, args: string[]) {
  try {
    const parsed = parseArgs({ args, options: OPTIONS, allowPositionals: true })
    const { values } = parsed
    if (values.explain && explain === undefined) throw new Error("there is no '--explain' here")
    if (values.explain && values.stdin) throw new Error('--explain takes one question, not --stdin')
    return parsed
  } catch (error) {
    throw new PyframeError('usage', `${name}: ${messageOf(error).split('. ')[0]}`)
  }
}

function requireWords({ name, words }: TextCommand, given: readonly string[]): readonly string[] {
  if (given.length === words.length && given.every((word) => word.trim() !== '')) return given
  const wanted = words.map((word) => `<${word}>`).join(' ')
  throw new PyframeError('usage', `${name} takes ${wanted}, each in quotes`, {
    cure: 'or --stdin for JSON Lines',
  })
}

function requireCriterion(
  { catalogue }: Consultant,
  { name }: TextCommand,
  criterion: string | undefined,
): void {
  if (name !== 'answer' || catalogue.criterion(criterion ?? '')) return
  const known = catalogue.criteria.map(({ id }) => id).join(', ')
  throw new PyframeError('usage', `there is no criterion "${criterion ?? ''}"; there are: ${known}`)
}
