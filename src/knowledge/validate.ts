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
  if (issue.input === undefined && issue.code !== 'unrecognized_keys') return 'this is missing'
  const unquoted =
    issue.code === 'invalid_type' && issue.expected === 'string' && typeof issue.input === 'number'
  return unquoted ? `${issue.input} is read as a number; put it in quotes` : undefined
}

/** A union and a key that does not fit say only so themselves; the reasons lie one level deeper. */
function messageFor(issue: core.$ZodIssue): string {
  if (issue.code === 'invalid_key') return issue.issues.map(messageFor).join('; ')
  if (issue.code !== 'invalid_union') return issue.message
  const reasons = issue.errors
    .flat()
    .filter(({ path }) => path.length === 0)
    .map(messageFor)
  return reasons.length === 0 || issue.message === 'this is missing'
    ? issue.message
    : [...new Set(reasons)].join('; or ')
}
