import { surelyAfter } from '../knowledge/dates.ts'
import type { Sourced } from '../knowledge/schema/claim.ts'
import type { CitedSource, Run } from './model.ts'

/** Facts older than this are called old. */
export const OLD_AFTER_MONTHS = 12

/** Numbers the sources of a document in the order in which they are named. */
export interface Citations {
  /** The mark to stand behind a claim; nothing where there is none. */
  cite(claim: Sourced | null | undefined): Run[]
  /** Every source named so far. */
  list(): CitedSource[]
  /** How many of them are old. */
  old(): number
}

/** @param day on which the document is dated, such as 2026-08-22 */
export function createCitations(day: string): Citations {
  const limit = monthsBefore(day, OLD_AFTER_MONTHS)
  const cited = new Map<string, Cited>()
  return {
    cite(claim) {
      if (!claim) return []
      const known = cited.get(claim.source)
      const entry = known ? older(known, claim) : { number: cited.size + 1, ...claim }
      cited.set(claim.source, entry)
      return [{ text: `\u00a0[${entry.number}]`, quiet: true }]
    },
    list: () =>
      [...cited.values()].map((entry) => ({
        number: entry.number,
        source: entry.source,
        remark: remarkOn(entry, limit),
      })),
    old: () => [...cited.values()].filter((entry) => isOld(entry, limit)).length,
  }
}

interface Cited extends Sourced {
  number: number
}

/** One source named twice counts with its older date and as the less certain of the two. */
function older(known: Cited, claim: Sourced): Cited {
  const asOf =
    known.as_of !== null && claim.as_of !== null && claim.as_of < known.as_of ? claim.as_of : known.as_of
  return { ...known, as_of: asOf, verdict: known.verdict === 'confirmed' ? claim.verdict : known.verdict }
}

const isOld = ({ as_of: date }: Sourced, limit: string): boolean => date !== null && surelyAfter(limit, date)

const VERDICTS: Record<Sourced['verdict'], string | null> = {
  confirmed: null,
  reported: 'reported, not confirmed',
  outdated: 'no longer true',
  wrong: 'the evidence says otherwise',
}

function remarkOn(entry: Cited, limit: string): string {
  const date = entry.as_of === null ? 'no date known' : entry.as_of
  const old = isOld(entry, limit) ? 'old' : null
  return [date, old, VERDICTS[entry.verdict]].filter((remark) => remark !== null).join(', ')
}

/** The day so many months before another. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 - months, date)).toISOString().slice(0, 10)
}
