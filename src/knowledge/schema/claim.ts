import * as z from 'zod'

/** Lower-case identifier with hyphens or underscores; file names of entries are ids too. */
export const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$/, 'use lower-case letters, digits, "-" or "_"')
  .refine((value) => !(value in Object.prototype), 'this word is reserved by JavaScript; choose another id')

const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?|-Q[1-4])?$/

/** When a claim was last true as far as its source shows: a day, month, quarter or year; null = not known. */
export const asOf = z.string().regex(DATE, 'use 2026, 2026-08, 2026-08-22 or 2026-Q3').nullable()

/** An address, or a name such as "Users' survey 2026" where no address may be given. */
export const source = z.union([
  z.url({ protocol: /^https?$/ }),
  z
    .string()
    .regex(/^[A-Z][^\n]{3,120}$/, 'give an http(s) address, or a name that starts with a capital letter'),
])

/**
 * What the evidence says about a claim. `reported`: said by the source, not confirmed elsewhere. Entries that
 * leave it out were confirmed by the source they name.
 */
const verdict = z.enum(['confirmed', 'reported', 'outdated', 'wrong'])

/** Fields every claim carries; spread into the object that states it. */
export const sourced = {
  source,
  as_of: asOf,
  verdict: verdict.default('confirmed'),
  also: z.array(source).optional().describe('further sources that say the same'),
}

export const sentence = z.string().trim().min(2).max(700)

/** One plain fact with its source. */
export const fact = z.strictObject({ fact: sentence, ...sourced })

/** A short prose summary with its source. */
export const summary = z.strictObject({ summary: sentence, ...sourced })

export type Verdict = z.infer<typeof verdict>
export type Sourced = { source: string; as_of: string | null; verdict: Verdict; also?: string[] | undefined }
