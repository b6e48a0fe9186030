import type { Token } from '../knowledge/text.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH_NAMES =
  /^(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/
/** Month and day on which a feast or season is here. */
const FEASTS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['christmas', [11, 24]],
  ['xmas', [11, 24]],
  ['easter', [3, 5]],
  ['spring', [2, 20]],
  ['summer', [5, 21]],
  ['autumn', [8, 22]],
  ['winter', [11, 21]],
])
const MONTH_LEADS = /^(by|before|until|till|of|for|in|end|mid|early|late)$/
/** "In" is missing: what is written in spring may be written in a product of that name. */
const FEAST_LEADS = /^(by|before|until|till|for|this|next)$/
const YEAR = /^(?:19|20)\d\d$/
const DAY = /^(\d{1,2})(?:st|nd|rd|th)?$/
const DAY_MS = 86_400_000

/** A date in a text, with the tokens it is written with. */
export interface DateAt {
  due: Date
  from: number
  to: number
  /** True when a word such as "by" or "before" stands in front. */
  led: boolean
  /** False for a word that is something else just as often ("may", "march"). */
  sure: boolean
}

/**
 * The date whose name stands at a token: a month (with or without day and year), a quarter, a feast, a season or
 * the end of the year, month or week; the next one from `now`. Null when there is none or it is over.
 */
export function dateAt(tokens: readonly Token[], at: number, now: Date): DateAt | null {
  const norm = tokens[at]?.norm ?? ''
  const before = (from: number): string => {
    const skipped = tokens[from - 1]?.norm === 'the' ? from - 2 : from - 1
    return tokens[skipped]?.norm ?? ''
  }
  const feast = FEASTS.get(norm)
  if (feast) {
    const due = upcoming((year) => Date.UTC(year, ...feast), now)
    return { due, from: at, to: at + 1, led: FEAST_LEADS.test(before(at)), sure: true }
  }
  const end = endOfPeriod(tokens, at, now)
  if (end) return { due: end, from: at, to: at + 1, led: true, sure: true }
  const month = monthAt(tokens, at, now)
  if (month === null) return null
  const led = MONTH_LEADS.test(before(month.from)) && tokens[month.from - 2]?.norm !== 'as'
  return { ...month, led, sure: month.to - month.from > 1 || !/^(may|march)$/.test(norm) }
}

type Written = Pick<DateAt, 'due' | 'from' | 'to'>

/** "March", "15 March", "March 15th", "March 2027", "Q2", "Q2 2027"; without a day, its last one. */
function monthAt(tokens: readonly Token[], at: number, now: Date): Written | null {
  const norm = tokens[at]?.norm ?? ''
  const quarter = /^q([1-4])$/.exec(norm)
  if (!quarter && !MONTH_NAMES.test(norm)) return null
  const month = quarter ? Number(quarter[1]) * 3 - 1 : MONTHS.indexOf(norm.slice(0, 3))
  const dayBefore = quarter ? null : DAY.exec(tokens[at - 1]?.norm ?? '')
  const dayAfter = quarter || dayBefore ? null : DAY.exec(tokens[at + 1]?.norm ?? '')
  const day = Number((dayBefore ?? dayAfter)?.[1] ?? 0)
  const yearAt = at + (dayAfter ? 2 : 1)
  const year = YEAR.exec(tokens[yearAt]?.norm ?? '')
  const inYear = (y: number): number => (day > 0 ? Date.UTC(y, month, day) : Date.UTC(y, month + 1, 0))
  const due = year ? new Date(inYear(Number(year[0]))) : upcoming(inYear, now)
  if (isOver(due, now)) return null
  return { due, from: dayBefore ? at - 1 : at, to: year ? yearAt + 1 : yearAt }
}

/** "End of the year", "end of this month", "end of the week". */
function endOfPeriod(tokens: readonly Token[], at: number, now: Date): Date | null {
  const [end, of, which] = tokens.slice(Math.max(0, at - 3), at).map((token) => token.norm)
  if (end !== 'end' || of !== 'of' || !/^(the|this)$/.test(which ?? '')) return null
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()]
  switch (tokens[at]?.norm) {
    case 'year':
      return new Date(Date.UTC(year, 12, 0))
    case 'quarter':
      return new Date(Date.UTC(year, month - (month % 3) + 3, 0))
    case 'month':
      return new Date(Date.UTC(year, month + 1, 0))
    case 'week':
      return new Date(Date.UTC(year, month, day + 7 - (now.getUTCDay() || 7)))
    default:
      return null
  }
}

const isOver = (date: Date, now: Date): boolean => date.getTime() < now.getTime() - DAY_MS

function upcoming(inYear: (year: number) => number, now: Date): Date {
  const date = new Date(inYear(now.getUTCFullYear()))
  return isOver(date, now) ? new Date(inYear(now.getUTCFullYear() + 1)) : date
}
