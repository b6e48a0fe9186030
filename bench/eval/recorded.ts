import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { PyframeError } from '../../src/errors.ts'
import type { Judgement } from './outcomes.ts'
import { ROWS } from './rows.ts'
import { type Count, count } from './tally.ts'

const FILE = 'recorded.json'

const recorded = z.record(z.string(), z.strictObject({ hits: z.int().min(0), total: z.int().min(0) }))

/** Row id -> figure, for the rows that have a floor. */
export type Recorded = z.infer<typeof recorded>

/** The figures recorded beside the cases; none when there is no such file. */
export function readRecorded(folder: string): Recorded {
  const file = join(folder, FILE)
  return existsSync(file) ? recorded.parse(JSON.parse(readFileSync(file, 'utf8'))) : {}
}

/** Today's figures, in the form they are recorded in. */
export function toRecord(judgements: readonly Judgement[]): Recorded {
  const kept = ROWS.filter(({ floor }) => floor !== null)
  return Object.fromEntries(kept.map(({ id }) => [id, count(judgements, id)]))
}

/** One line for each row that is worse now than recorded, or cannot be compared with it. */
export function regressions(before: Recorded, now: Recorded): string[] {
  return Object.entries(before).flatMap(([id, was]) => {
    const is = now[id]
    if (!is) return [`${id}: recorded, but no longer judged`]
    if (is.total !== was.total) return [`${id}: ${is.total} cases now, ${was.total} when recorded`]
    return isWorse(id, was, is) ? [`${id}: ${is.hits} of ${is.total}, recorded ${was.hits}`] : []
  })
}

function isWorse(id: string, was: Count, is: Count): boolean {
  const fewer = ROWS.find((row) => row.id === id)?.better === 'fewer'
  return fewer ? is.hits > was.hits : is.hits < was.hits
}

/**
 * Writes today's figures beside the cases.
 * @throws PyframeError when one is worse than recorded: giving a figure up is a decision, taken in the file itself.
 */
export function record(folder: string, now: Recorded): void {
  const worse = regressions(readRecorded(folder), now)
  if (worse.length > 0) {
    throw new PyframeError('data', `not recorded: ${worse.join('; ')}`, {
      cure: `remove the row from ${FILE} first if it is to be given up`,
    })
  }
  writeFileSync(join(folder, FILE), `${JSON.stringify(now, null, 2)}\n`)
}
