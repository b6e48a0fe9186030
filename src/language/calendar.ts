import type { Token } from '../knowledge/text.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH_NAMES =
  /^(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/
/** Month and day on which a feast or season is here. */
const FEASTS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['halloween', [9, 31]],
  ['thanksgiving', [10, 26]],
  ['christmas', [11, 24]],
  ['xmas', [11, 24]],
  ['easter', [3, 5]],
  ['spring', [2, 20]],
  ['summer', [5, 21]],
  ['autumn', [8, 22]],
  ['fall', [8, 22]],
  ['winter', [11, 21]],
])
const SEASONS = /^(spring|summer|autumn|winter)$/
const SEASON_DAYS = 92
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const WEEKDAY_NAMES =
  /^(sunday|monday|tuesday|wednesday|thursday|friday|saturday|mon|tue|tues|wed|thu|thur|thurs|fri)$/
/** "On" is missing: what happens on a day may happen every week. */
const WEEKDAY_LEADS = /^(by|before|until|till|for|this|next|coming)$/
/** Before a day these make it one that is over, or one of every week. */
const NO_COMING_DAY = /^(last|past|every|each|since)$/
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
 * The date whose name stands at a token: a month (with or without day and year), a quarter, a half year, a weekday, a
 * feast, a season, the end of a year, quarter, month or week, or a date in figures (2027-03-15, 15.3.2027); the next
 * one from `now`. Null when there is none or it is over.
 */
export function dateAt(tokens: readonly Token[], at: number, now: Date): DateAt | null {
  const norm = tokens[at]?.norm ?? ''
  const before = (from: number): string => {
    const skipped = tokens[from - 1]?.norm === 'the' ? from - 2 : from - 1
    return tokens[skipped]?.norm ?? ''
  }
  const feast = FEASTS.get(norm)
  if (feast) {
    const ends =
      SEASONS.test(norm) && /^(after|end|late)$/.test(before(tokens[at - 1]?.norm === 'of' ? at - 1 : at))
    const due = upcoming((year) => Date.UTC(year, ...feast) + (ends ? SEASON_DAYS * DAY_MS : 0), now)
    return { due, from: at, to: at + 1, led: ends || FEAST_LEADS.test(before(at)), sure: true }
  }
  const end = endOfPeriod(tokens, at, now)
  if (end) return { due: end, from: at, to: at + 1, led: true, sure: true }
  const weekday = weekdayAt(tokens, at, now)
  if (weekday) return { ...weekday, led: WEEKDAY_LEADS.test(before(at)), sure: norm.length > 5 }
  const written = inFigures(tokens, at)
  if (written && !isOver(written.due, now))
    return { ...written, led: MONTH_LEADS.test(before(at)), sure: true }
  const month = monthAt(tokens, at, now)
  if (month === null) return null
  const led = MONTH_LEADS.test(before(month.from)) && tokens[month.from - 2]?.norm !== 'as'
  return { ...month, led, sure: month.to - month.from > 1 || !/^(may|march)$/.test(norm) }
}

type Written = Pick<DateAt, 'due' | 'from' | 'to'>

/** "Friday": the coming one; "next Friday": the one of next week; "Friday week": a week later. */
function weekdayAt(tokens: readonly Token[], at: number, now: Date): Written | null {
  const norm = tokens[at]?.norm ?? ''
  const before = tokens[at - 1]?.norm ?? ''
  if (!WEEKDAY_NAMES.test(norm) || NO_COMING_DAY.test(before)) return null
  const today = now.getUTCDay()
  const day = WEEKDAYS.indexOf(norm.slice(0, 3))
  const coming = (day - today + 7) % 7 || 7
  // Sunday counts as the last day of its week.
  const isThisWeek = (day || 7) > (today || 7)
  const later = tokens[at + 1]?.norm === 'week'
  const days = coming + (later || (before === 'next' && isThisWeek) ? 7 : 0)
  return { due: new Date(now.getTime() + days * DAY_MS), from: at, to: later ? at + 2 : at + 1 }
}

/** "2027-03-15", "15.3.2027". */
function inFigures(tokens: readonly Token[], at: number): Written | null {
  const [year, month, day] = tokens.slice(at, at + 3).map(({ norm }) => norm)
  if (YEAR.test(year ?? '') && /^(0[1-9]|1[0-2])$/.test(month ?? '') && DAY.test(day ?? ''))
    return {
      due: new Date(Date.UTC(Number(year), Number(month) - 1, Number.parseInt(day ?? '', 10))),
      from: at,
      to: at + 3,
    }
  const dotted = /^(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)$/.exec(year ?? '')
  if (!dotted) return null
  const [, d, m, y] = dotted.map(Number)
  return { due: new Date(Date.UTC(y ?? 0, (m ?? 1) - 1, d)), from: at, to: at + 1 }
}

/** "March", "15 March", "March 15th", "March 2027", "Q2", "Q2 2027", "H1"; without a day, its last one. */
function monthAt(tokens: readonly Token[], at: number, now: Date): Written | null {
  const norm = tokens[at]?.norm ?? ''
  const [, part = '', count] = /^(q(?=[1-4])|h(?=[12]))(\d)$/.exec(norm) ?? []
  const quarter = part !== ''
  if (!quarter && !MONTH_NAMES.test(norm)) return null
  const month = quarter ? Number(count) * (part === 'q' ? 3 : 6) - 1 : MONTHS.indexOf(norm.slice(0, 3))
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

/** "End of the year", "end of this month", "end of next week". */
function endOfPeriod(tokens: readonly Token[], at: number, now: Date): Date | null {
  const words = tokens.slice(Math.max(0, at - 4), at).map((token) => token.norm)
  const [, which] = /\bend of (?:the )?(the|this|next)$/.exec(words.join(' ')) ?? []
  if (which === undefined) return null
  const more = which === 'next' ? 1 : 0
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()]
  switch (tokens[at]?.norm) {
    case 'year':
      return new Date(Date.UTC(year + more, 12, 0))
    case 'quarter':
      return new Date(Date.UTC(year, month - (month % 3) + 3 + 3 * more, 0))
    case 'month':
      return new Date(Date.UTC(year, month + 1 + more, 0))
    case 'week':
      return new Date(Date.UTC(year, month, day + 7 - (now.getUTCDay() || 7) + 7 * more))
    default:
      return null
  }
}

const isOver = (date: Date, now: Date): boolean => date.getTime() < now.getTime() - DAY_MS

function upcoming(inYear: (year: number) => number, now: Date): Date {
  const date = new Date(inYear(now.getUTCFullYear()))
  return isOver(date, now) ? new Date(inYear(now.getUTCFullYear() + 1)) : date
}
