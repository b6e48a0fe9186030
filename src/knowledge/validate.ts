import type { core, ZodType } from 'zod'
import type { Problem } from './problems.ts'

/** The value as its schema gives it, or `undefined` when it does not fit; then every place that is wrong is told. */
export function validate(file: string, value: unknown, schema: ZodType, problems: Problem[]): unknown {
  const result = schema.safeParse(value, { error: explain })
  if (result.success) return result.data
  for (const issue of result.error.issues) {
    problems.push({ file, path: issue.path.join('.'), message: messageFor(issue) })
  }
  return undefined
}

/** Words for what keepers of the files get wrong most; `undefined` leaves it to the library. */
function explain(issue: core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `there is no field ${(issue.keys as string[]).map((key) => `"${key}"`).join(' or ')} here`
    case 'invalid_type':
      return formOf(String(issue.expected), issue.input)
    case 'invalid_value':
      return issue.input === undefined ? MISSING : `use one of: ${(issue.values as unknown[]).join(', ')}`
    case 'invalid_format':
      return issue.format === 'url' ? 'give an http(s) address' : undefined
    case 'too_small':
      return tooSmall(String(issue.origin), String(issue.minimum))
    case 'too_big':
      return tooBig(String(issue.origin), String(issue.maximum))
    default:
      return issue.input === undefined ? MISSING : undefined
  }
}

const MISSING = 'this is missing'

/** What stands where something of another form belongs. */
function formOf(expected: string, input: unknown): string | undefined {
  if (input === undefined) return MISSING
  if (input === null) return 'nothing stands here'
  if (expected === 'string' && typeof input === 'number') {
    return `${input} is read as a number; put it in quotes`
  }
  return FORMS[expected]
}

const FORMS: Readonly<Record<string, string>> = {
  object: 'this has fields of its own; write {} to be told which',
  record: 'this has fields of its own, one a line, indented',
  array: 'this is a list; begin each entry with "- "',
  string: 'a text belongs here',
  number: 'a number belongs here, without quotes',
}

const tooSmall = (origin: string, minimum: string): string | undefined =>
  ({
    array: `the list is too short; give at least ${minimum}`,
    string: `the text is too short; write at least ${minimum} characters`,
    number: `the number is too small; the lowest is ${minimum}`,
  })[origin]

const tooBig = (origin: string, maximum: string): string | undefined =>
  ({
    array: `the list is too long; give at most ${maximum}`,
    string: `the text is too long; write at most ${maximum} characters`,
    number: `the number is too big; the highest is ${maximum}`,
  })[origin]

/** A union and a key that does not fit say only so themselves; the reasons lie one level deeper. */
function messageFor(issue: core.$ZodIssue): string {
  if (issue.code === 'invalid_key') return issue.issues.map(messageFor).join('; ')
  if (issue.code !== 'invalid_union') return issue.message
  const reasons = issue.errors
    .flat()
    .filter(({ path }) => path.length === 0)
    .map(messageFor)
  return reasons.length === 0 || issue.message === MISSING ? issue.message : alternativesOf(reasons)
}

/** The reasons joined, without one that another already begins with. */
const alternativesOf = (reasons: readonly string[]): string =>
  [...new Set(reasons)]
    .filter((reason, _, all) => !all.some((other) => other !== reason && other.startsWith(reason)))
    .join('; or ')
