import type { Criterion } from '../knowledge/schema/criterion.ts'
import { DEADLINE_MEASURE, type Level } from '../knowledge/schema/levels.ts'
import { levelAt } from './levels.ts'
import type { NumberAt, Range } from './phrase-tree.ts'
import type { Reading } from './reading.ts'

/* Answers that count without naming a measure: "30", "10 now, 100k later", "never more than a dozen", "a, b and c". */

/** More words than these beside a number say what it counts. */
const BESIDE_NUMBER = 3
/** What a number of these measures is no number of people or things. */
const OTHER_UNIT =
  /^(seconds?|minutes?|hours?|days?|weeks?|months?|years?|euros?|dollars?|usd|eur|percent|times?|ms|[kmgt]b|am|pm|oclock)$/
const ASKS_NUMBER = /\bhow many\b/
const LIMIT = /\b((never|no|not) more than|at most|max|maximum)( of| about| around)?$/
/** A measure whose steps reach so far counts people and what they do: there every number is of some of them. */
const CROWD = 1000
/** "At nine" and "on the 3rd" are times. */
const TIME_LEAD = /^(at|since|until|by)$/
/** From as many things on a list shows that there are some, or that there are many. */
const SOME_ITEMS = 2
const MANY_ITEMS = 4
const LONGEST_ITEM = 6
/** In so few items words that the knowledge knows show that it is a list of wishes and not small talk. */
const KNOWN_ITEMS = 2

const normAt = (reading: Reading, at: number): string => reading.tokens[at]?.norm ?? ''

/** A number that is said to be the most there will be, whatever other numbers there are; `figures` are measured ones. */
export function limitLevel(
  criterion: Criterion,
  reading: Reading,
  figures: readonly (Range & { level: Level })[],
): Level | null {
  const limit = reading.numbers.find((number) => LIMIT.test(wordsBefore(reading, number)))
  if (!limit) return null
  const measured = figures.find(({ from, to }) => from <= limit.from && limit.from < to)
  const [threshold] = criterion.thresholds
  if (measured || !threshold || threshold.measure === DEADLINE_MEASURE || isOfOtherUnit(reading, limit))
    return measured?.level ?? null
  return levelAt(threshold.steps, limit.value)
}

const wordsBefore = (reading: Reading, { from }: Range): string =>
  reading.tokens
    .slice(Math.max(0, from - 4), from)
    .map(({ norm }) => norm)
    .join(' ')

const isOfOtherUnit = (reading: Reading, { to }: Range): boolean => OTHER_UNIT.test(normAt(reading, to))

/**
 * A number that is nearly all of its clause, or answers a question for a number, read in the criterion's first
 * measure; of several the largest, since that is what has to be met.
 */
export function bareNumber(criterion: Criterion, reading: Reading, asked: Reading | null): Level | null {
  const [threshold] = criterion.thresholds
  if (!threshold) return null
  const counted = new Set(reading.wording('units', threshold.measure).map(({ from }) => from))
  const words = Map.groupBy(reading.tokens, ({ clause }) => clause)
  const wordsBeside = ({ from, to }: NumberAt): number =>
    (words.get(reading.tokens[from]?.clause ?? 0)?.length ?? 0) - (to - from)
  const crowd = threshold.steps.some(({ from }) => from >= CROWD)
  const howMany = asked !== null && ASKS_NUMBER.test(asked.tokens.map(({ norm }) => norm).join(' '))
  const isBare = (number: NumberAt): boolean => {
    if (counted.has(number.from)) return true
    if (isOfOtherUnit(reading, number)) return false
    if (wordsBeside(number) <= BESIDE_NUMBER) return true
    if (TIME_LEAD.test(normAt(reading, number.from - 1))) return false
    return crowd || howMany
  }
  const largest = reading.numbers.filter(isBare).reduce((most, { value }) => Math.max(most, value), -1)
  return largest < 0 ? null : levelAt(threshold.steps, largest)
}

/** A list of things wished for, where the question is not for a time: some, or many. */
export function listLevel(criterion: Criterion, reading: Reading): Level | null {
  if (criterion.thresholds[0]?.measure === DEADLINE_MEASURE || reading.of('alternative').length > 0)
    return null
  const items = itemsOf(reading)
  const known = [...reading.of('need'), ...reading.of('mention'), ...reading.of('project')]
  const places = new Set(known.map(({ from }) => from))
  const named = items.filter(({ from, to }) =>
    reading.tokens.slice(from, to).some((_, i) => places.has(from + i)),
  )
  if (named.length < KNOWN_ITEMS || items.some(({ from, to }) => to - from > LONGEST_ITEM)) return null
  return items.length >= MANY_ITEMS ? 'high' : items.length >= SOME_ITEMS ? 'medium' : null
}

/** What stands between commas, colons and "and". */
function itemsOf({ tokens }: Reading): Range[] {
  const items: Range[] = []
  let from = 0
  for (let at = 1; at <= tokens.length; at += 1) {
    const joint = tokens[at]?.norm === 'and'
    if (at < tokens.length && !joint && tokens[at]?.clause === tokens[at - 1]?.clause) continue
    if (at > from) items.push({ from, to: at })
    from = joint ? at + 1 : at
  }
  return items
}
