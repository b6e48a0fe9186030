import type { Kysely, Transaction } from 'kysely'
import type { Tally } from '../dialogue/conversation.ts'
import { prepared, type Rows } from './prepared.ts'
import type { Tables } from './schema.ts'
import type { Tallied } from './store.ts'
import { fromColumn, toColumn } from './text.ts'

/**
 * Adds to what was counted in the week of a time. Rows are written in one order everywhere: two processes that count
 * the same things never wait for each other in a circle.
 */
export async function count(trx: Transaction<Tables>, at: string, tallies: readonly Tally[]): Promise<void> {
  const week = weekOf(at)
  const sums = new Map<string, number>()
  for (const { kind, name } of tallies) {
    const key = JSON.stringify([kind, name])
    sums.set(key, (sums.get(key) ?? 0) + 1)
  }
  const [first, ...others] = [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, sum]) => rowOf(week, key, sum))
  if (first !== undefined) await addTallies(trx, first, ...others)
}

const addTallies = prepared((db, rows: Rows<Tables['tallies']>) =>
  db
    .insertInto('tallies')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['week', 'kind', 'name'])
        .doUpdateSet((eb) => ({ count: eb('tallies.count', '+', eb.ref('excluded.count')) })),
    ),
)

function rowOf(week: string, key: string, sum: number): Tables['tallies'] {
  const [kind, name] = JSON.parse(key) as [string, string]
  return { week, kind, name: toColumn(name), count: sum }
}

/** See `Store.tallies`. */
export async function readTallies(db: Kysely<Tables>): Promise<Tallied[]> {
  const rows = await db.selectFrom('tallies').selectAll().orderBy('week').orderBy('kind').execute()
  return rows.map((row) => ({ ...row, kind: row.kind as Tally['kind'], name: fromColumn(row.name) }))
}

const DAY_MS = 24 * 60 * 60 * 1000

/** The week of a time by ISO 8601, in UTC: the one its Thursday lies in. */
export function weekOf(at: string): string {
  const day = new Date(at)
  const weekday = (day.getUTCDay() + 6) % 7
  const thursday = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() - weekday + 3))
  const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  const number = 1 + Math.floor((thursday.getTime() - newYear) / (7 * DAY_MS))
  return `${thursday.getUTCFullYear()}-W${String(number).padStart(2, '0')}`
}
