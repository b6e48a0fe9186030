import { dateAt } from './calendar.ts'
import type { Reading } from './reading.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const WEEKS_IN: ReadonlyMap<string, number> = new Map([
  ['day', 1 / 7],
  ['week', 1],
  ['wk', 1],
  ['month', 4.35],
  ['quarter', 13],
  ['year', 52],
])
const VAGUE: ReadonlyMap<string, number> = new Map([
  ['couple', 2],
  ['few', 3],
  ['several', 4],
])
/** Words before a duration that make it a deadline and not an age or a period. */
const LEADS = set('in within under next after until another only have just left max maximum about mvp demo')
/** Words after it that do the same: "two weeks left", "6 weeks for mvp". */
const TAILS = set('for left to until till from max tops deadline mvp away remaining project')
/** "Two weeks of ..." is a deadline only when it is one of these that runs out. */
const RUNS_OUT = set('runway time money funding cash budget work development')
/** Words before it that make it something else: "for 10 years", "since", "every 10 seconds", "last two years". */
const OTHERS = set('for since every last past over per lives live support each')
/** Words that may stand between: "for about the next 10 years". */
const FILLERS = set('about around roughly only just maybe nearly almost the next')
const AGES = set('ago old experience trial history warranty')
/** Things that end by themselves: "links expire after two weeks". */
const LIFETIME = /^(expir|delet|archiv|retain|retention|remind|renew|valid|kept|cancel|inactiv)/
/** What a date can be the date of. */
const GOALS = set(
  'launch live ready release ship deadline due mvp demo pilot deliver delivery finish finished done fair event opening',
)
/** Nobody plans a first version further ahead; longer times are about what comes after it. */
const FARTHEST_WEEKS = 104
const DAY_MS = 86_400_000

/** Time until something must be ready. */
export interface Deadline {
  weeks: number
  from: number
  to: number
}

/**
 * Finds when the first version is due: a duration ("6 weeks", "3-4 months" counts its first number), the next
 * week, month or year, or a date: a day, a month, a quarter, a season, a feast.
 *
 * @param asked true when the text answers the question for the deadline: then every duration counts
 * @param now dates are counted from here; without it calendar dates are not read
 */
export function findDeadline(reading: Reading, asked: boolean, now: Date | null): Deadline | null {
  return (
    findDuration(reading, asked) ??
    findRelative(reading, asked) ??
    (now ? findDate(reading, asked, now) : null)
  )
}

const normAt = (reading: Reading, at: number): string => reading.tokens[at]?.norm ?? ''

function findDuration(reading: Reading, asked: boolean): Deadline | null {
  for (const [at, token] of reading.tokens.entries()) {
    const unit = WEEKS_IN.get(token.norm.replace(/s$/, ''))
    const count = unit === undefined ? null : countBefore(reading, at)
    if (unit === undefined || count === null) continue
    const duration = { weeks: count.value * unit, from: count.from, to: at + 1 }
    if (isPeriod(reading, duration)) continue
    if (asked || isDue(reading, duration)) return duration
  }
  return null
}

/** How many of the unit at `at`: "6 weeks", "two and a half months", "3 to 4 days", "a few weeks", "half a year". */
function countBefore(reading: Reading, at: number): { value: number; from: number } | null {
  const norm = (back: number): string => normAt(reading, at - back)
  const endingAt = (to: number) => reading.numbers.find((number) => number.to === to)
  if (norm(1) === 'half' && norm(2) === 'a' && norm(3) === 'and') {
    const whole = endingAt(at - 3)
    return whole ? { value: whole.value + 0.5, from: whole.from } : null
  }
  const last = endingAt(at)
  if (last) {
    const joint = /^(to|or)$/.test(normAt(reading, last.from - 1)) ? 1 : 0
    return endingAt(last.from - joint) ?? last
  }
  const vagueAt = norm(1) === 'of' ? 2 : 1
  const vague = VAGUE.get(norm(vagueAt))
  if (vague !== undefined) return { value: vague, from: at - vagueAt - (norm(vagueAt + 1) === 'a' ? 1 : 0) }
  if (norm(1) !== 'a') return null
  return norm(2) === 'half' ? { value: 0.5, from: at - 2 } : { value: 1, from: at - 1 }
}

function isPeriod(reading: Reading, { from, to }: Deadline): boolean {
  let before = from - 1
  while (FILLERS.has(normAt(reading, before))) before -= 1
  if (OTHERS.has(normAt(reading, before)) || AGES.has(normAt(reading, to))) return true
  const clause = reading.tokens[from]?.clause
  return reading.tokens
    .slice(Math.max(0, from - 4), from)
    .some((t) => t.clause === clause && LIFETIME.test(t.norm))
}

/** "..., 4 weeks": a clause of its own in a longer text; a lone number of years is rather an age. */
function standsAlone(reading: Reading, from: number, to: number): boolean {
  const clause = reading.tokens[from]?.clause
  const rest = reading.tokens.filter((token, at) => token.clause === clause && (at < from || at >= to))
  const inLonger = reading.tokens.length > to - from + rest.length
  return inLonger && !/^years?$/.test(normAt(reading, to - 1)) && rest.every(({ norm }) => FILLERS.has(norm))
}

function isDue(reading: Reading, { weeks, from, to }: Deadline): boolean {
  if (weeks > FARTHEST_WEEKS || normAt(reading, from) + normAt(reading, to - 1) === 'aday') return false
  if (LEADS.has(normAt(reading, from - 1)) || standsAlone(reading, from, to)) return true
  const after = normAt(reading, to)
  const then = normAt(reading, to + 1)
  return after === 'of' ? RUNS_OUT.has(then) : TAILS.has(after) && then !== 'free'
}

const RELATIVE: ReadonlyMap<string, number> = new Map([
  ['week', 1],
  ['month', 4.35],
  ['quarter', 13],
  ['year', 40],
])

/** "Next month"; "this ..." and "next year" tell about anything, so they need to be about a goal. */
function findRelative(reading: Reading, asked: boolean): Deadline | null {
  for (const [at, token] of reading.tokens.entries()) {
    const unit = normAt(reading, at + 1)
    const weeks = RELATIVE.get(unit)
    if (weeks === undefined || !(token.norm === 'next' || token.norm === 'this')) continue
    if (isEndOf(reading, at)) continue
    const plain = token.norm === 'next' && unit !== 'year'
    if (
      !(asked || plain || /^(by|before|until|till|of)$/.test(normAt(reading, at - 1)) || hasGoal(reading, at))
    )
      continue
    return { weeks: weeks * (token.norm === 'this' ? 0.5 : 1), from: at, to: at + 2 }
  }
  return null
}

/** "The end of next month" is a date. */
const isEndOf = (reading: Reading, at: number): boolean =>
  normAt(reading, at - 1) === 'of' && normAt(reading, at - 2) === 'end'

const hasGoal = (reading: Reading, at: number): boolean =>
  reading.tokens.some((token) => token.clause === reading.tokens[at]?.clause && GOALS.has(token.norm))

function findDate(reading: Reading, asked: boolean, now: Date): Deadline | null {
  for (let at = 0; at < reading.tokens.length; at += 1) {
    const date = dateAt(reading.tokens, at, now)
    if (date === null || !(asked || date.led || (date.sure && hasGoal(reading, at)))) continue
    return {
      weeks: Math.max(0, (date.due.getTime() - now.getTime()) / DAY_MS / 7),
      from: date.from,
      to: date.to,
    }
  }
  return null
}
