import type { Reading } from './reading.ts'

const WEEKS_IN: ReadonlyMap<string, number> = new Map([
  ['day', 1 / 7],
  ['week', 1],
  ['wk', 1],
  ['month', 4.35],
  ['quarter', 13],
  ['year', 52],
])
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH_NAMES =
  /^(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/
/** Words before a duration that make it a deadline and not an age or a period. */
const LEADS = new Set(
  'in within under next after until another only have just left max maximum about mvp demo'.split(' '),
)
/** Words after it that do the same: "two weeks of runway", "6 weeks for mvp". */
const TAILS = new Set('of for left to until till from max tops deadline mvp'.split(' '))
/** Words before it that make it something else: "for 10 years", "since", "every 10 seconds", "last two years". */
const OTHERS = new Set('for since every last past over per lives live support each'.split(' '))
const DAY_MS = 86_400_000

/** Time until something must be ready. */
export interface Deadline {
  weeks: number
  from: number
  to: number
}

/**
 * Finds when the first version is due: a duration ("6 weeks", "3-4 months" counts its first number), a month, a
 * quarter, a season's feast or the next week, month or year.
 *
 * @param asked true when the text answers the question for the deadline: then every duration counts
 * @param now dates are counted from here; without it calendar dates are not read
 */
export function findDeadline(reading: Reading, asked: boolean, now: Date | null): Deadline | null {
  return findDuration(reading, asked) ?? findRelative(reading) ?? (now ? findDate(reading, asked, now) : null)
}

function findDuration(reading: Reading, asked: boolean): Deadline | null {
  const { tokens } = reading
  for (const { value, from, to } of reading.numbers) {
    const unit = WEEKS_IN.get(tokens[to]?.norm.replace(/s$/, '') ?? '')
    if (unit === undefined) continue
    const before = tokens[from - 1]?.norm ?? ''
    if (OTHERS.has(before)) continue
    const after = tokens[to + 1]?.norm ?? ''
    if (asked || LEADS.has(before) || TAILS.has(after)) return { weeks: value * unit, from, to: to + 1 }
  }
  return null
}

const RELATIVE: ReadonlyMap<string, number> = new Map([
  ['week', 1],
  ['month', 4.35],
  ['quarter', 13],
  ['year', 40],
])

function findRelative(reading: Reading): Deadline | null {
  for (const [at, token] of reading.tokens.entries()) {
    const unit = reading.tokens[at + 1]?.norm ?? ''
    if ((token.norm === 'next' || token.norm === 'this') && RELATIVE.has(unit)) {
      const weeks = (RELATIVE.get(unit) ?? 0) * (token.norm === 'this' ? 0.5 : 1)
      return { weeks, from: at, to: at + 2 }
    }
  }
  return null
}

function findDate(reading: Reading, asked: boolean, now: Date): Deadline | null {
  for (const [at, token] of reading.tokens.entries()) {
    const before = reading.tokens[at - 1]?.norm ?? ''
    const due = dateOf(token.norm, now)
    if (due === null || !(asked || /^(by|before|until|till|of|for|in)$/.test(before))) continue
    return { weeks: Math.max(0, (due.getTime() - now.getTime()) / DAY_MS / 7), from: at, to: at + 1 }
  }
  return null
}

/** The next day the word can mean: last day of a month or quarter, or the feast itself. */
function dateOf(norm: string, now: Date): Date | null {
  const quarter = /^q([1-4])$/.exec(norm)
  if (quarter) return nextEnd(Number(quarter[1]) * 3 - 1, now)
  if (norm === 'christmas' || norm === 'xmas') return nextDay(11, 24, now)
  if (norm === 'easter') return nextDay(3, 5, now)
  if (norm === 'summer') return nextDay(5, 21, now)
  if (!MONTH_NAMES.test(norm)) return null
  return nextEnd(MONTHS.indexOf(norm.slice(0, 3)), now)
}

const nextEnd = (month: number, now: Date): Date => later((year) => Date.UTC(year, month + 1, 0), now)
const nextDay = (month: number, day: number, now: Date): Date =>
  later((year) => Date.UTC(year, month, day), now)

function later(inYear: (year: number) => number, now: Date): Date {
  const year = now.getUTCFullYear()
  const date = new Date(inYear(year))
  return date.getTime() >= now.getTime() - DAY_MS ? date : new Date(inYear(year + 1))
}
