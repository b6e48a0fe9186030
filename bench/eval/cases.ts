import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { messageOf, PyframeError } from '../../src/errors.ts'
import { INTENTS } from '../../src/knowledge/schema/lists.ts'

const CRITERIA = ['complexity', 'performance', 'ecosystem', 'speed', 'flexibility'] as const

const text = z.string().trim().min(1)
const ID = /^[a-z][a-z0-9_-]*$/
const ID_RULE = 'ids are lower-case words'
const ids = z.array(z.string().regex(ID, ID_RULE))
const priority = z.enum(['must', 'should', 'could', 'not_needed', 'excluded'])
const level = z.enum(['low', 'medium', 'high', 'unknown'])

const question = z.object({
  id: text,
  source: text,
  q: text,
  intent: z.enum(INTENTS),
  frameworks: ids,
  topic: text,
  must: z.array(text).default([]),
})

const brief = z.object({
  id: text,
  source: text,
  brief: text,
  accept: ids.min(1),
  reject: ids.default([]),
  confidence: z.enum(['high', 'medium', 'low']),
  accept_today: ids.min(1).optional(),
  levels: z.partialRecord(z.enum(CRITERIA), level).optional(),
  needs: z.record(z.string().regex(ID, ID_RULE), priority).optional(),
})

const answer = z.object({
  id: text,
  criterion: z.enum(CRITERIA),
  asked: text.optional(),
  answer: text,
  level,
  needs: ids.default([]),
  also: z.array(level).default([]),
})

const SCHEMAS = { questions: question, briefs: brief, answers: answer } as const

export type Part = keyof typeof SCHEMAS
export type QuestionCase = z.infer<typeof question>
export type BriefCase = z.infer<typeof brief>
export type AnswerCase = z.infer<typeof answer>

/** The labelled cases of one folder; `problems` has one line for each thing that could not be used. */
export interface Cases {
  questions: QuestionCase[]
  briefs: BriefCase[]
  answers: AnswerCase[]
  problems: string[]
}

/**
 * Reads every `questions*.jsonl`, `briefs*.jsonl` and `answers*.jsonl` of a folder. A bad line is left out and
 * reported with file, line and reason; a part without a file is reported and empty.
 * @throws PyframeError when the folder cannot be read.
 */
export function readCases(folder: string): Cases {
  const names = fileNames(folder)
  const problems: string[] = []
  const read = <T extends { id: string }>(part: Part, schema: z.ZodType<T>): T[] => {
    const own = names.filter((name) => name.startsWith(part))
    if (own.length === 0) problems.push(`${folder}: no file ${part}*.jsonl, so ${part} are not judged`)
    return withoutRepeats(
      own.flatMap((name) => readLines(folder, name, schema, problems)),
      problems,
    )
  }
  return {
    questions: read('questions', SCHEMAS.questions),
    briefs: read('briefs', SCHEMAS.briefs),
    answers: read('answers', SCHEMAS.answers),
    problems,
  }
}

function fileNames(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl'))
      .sort()
  } catch (cause) {
    throw new PyframeError('data', `cannot read the cases in ${folder}: ${messageOf(cause)}`, {
      cure: 'name a folder that holds questions*.jsonl, briefs*.jsonl or answers*.jsonl',
      cause,
    })
  }
}

interface Placed<T> {
  place: string
  value: T
}

function readLines<T>(folder: string, name: string, schema: z.ZodType<T>, problems: string[]): Placed<T>[] {
  const lines = readFileSync(join(folder, name), 'utf8').split('\n')
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return []
    const place = `${name}:${index + 1}`
    const parsed = parseLine(line, schema)
    if ('value' in parsed) return [{ place, value: parsed.value }]
    problems.push(`${place}: ${parsed.reason}`)
    return []
  })
}

function parseLine<T>(line: string, schema: z.ZodType<T>): { value: T } | { reason: string } {
  let raw: unknown
  try {
    raw = JSON.parse(line)
  } catch (error) {
    return { reason: `not JSON (${messageOf(error)})` }
  }
  const result = schema.safeParse(raw)
  if (result.success) return { value: result.data }
  return {
    reason: result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
  }
}

function withoutRepeats<T extends { id: string }>(placed: Placed<T>[], problems: string[]): T[] {
  const first = new Map<string, Placed<T>>()
  for (const entry of placed) {
    const earlier = first.get(entry.value.id)
    if (earlier) problems.push(`${entry.place}: the id ${entry.value.id} is already used at ${earlier.place}`)
    else first.set(entry.value.id, entry)
  }
  return [...first.values()].map(({ value }) => value)
}
