import { LEVELS, type Level } from '../knowledge/schema/levels.ts'
import type { Range } from './phrase-tree.ts'
import { longest, type Reading } from './reading.ts'

/* Answers that grade: "very", "3 out of 5", "yes and no", "only if ...". */

/** A graded word must be most of its clause; in a longer one the rest says more. */
const MOST_OF_CLAUSE = 0.5
/** On a scale from its first step (0) to its last (1): below the first bound low, from the second on high. */
const SCALE_BOUNDS = [0.3, 0.7] as const

const normAt = (reading: Reading, at: number): string => reading.tokens[at]?.norm ?? ''

/** "3 out of 5", "8/10", "4 of 10", "80 percent": where the answer stands on the scale it names. */
export function scaleLevel(reading: Reading): Level | null {
  const [first, second] = reading.numbers
  if (!first) return null
  if (/^(percent|pct)$/.test(normAt(reading, first.to)) || signAfter(reading, first).startsWith('%'))
    return levelOnScale(first.value / 100)
  if (!second || !isShareOf(reading, first, second) || second.value < 2) return null
  return levelOnScale((first.value - 1) / (second.value - 1))
}

function isShareOf(reading: Reading, first: Range, second: Range): boolean {
  const between = reading.tokens.slice(first.to, second.from).map(({ norm }) => norm)
  return (
    /^(out )?of$/.test(between.join(' ')) ||
    (between.length === 0 && signAfter(reading, first).trim() === '/')
  )
}

const signAfter = ({ text, tokens }: Reading, { to }: Range): string =>
  text.slice(tokens[to - 1]?.end ?? 0, tokens[to]?.start ?? text.length)

function levelOnScale(share: number): Level {
  const [low, high] = SCALE_BOUNDS
  return share < low ? 'low' : share < high ? 'medium' : 'high'
}

/** The level of a graded word that is most of the text, or most of its first clause: "not a concern, we ...". */
export function gradedLevel(reading: Reading): Level | null {
  const graded = longest(LEVELS.flatMap((level) => reading.wording('replies', level)))
  const clause = reading.tokens[0]?.clause
  const head = reading.tokens.filter((token) => token.clause === clause).length
  for (const length of [reading.tokens.length, head]) {
    const inside = graded.filter(({ to }) => to <= length)
    const words = inside.reduce((sum, { from, to }) => sum + to - from, 0)
    const [longestOne] = inside.toSorted((a, b) => b.to - b.from - (a.to - a.from))
    if (longestOne && words / length >= MOST_OF_CLAUSE) return longestOne.meaning.meaning as Level
  }
  return null
}

/** "This yes, that no": half of what was asked. */
export function isSplit(reading: Reading): boolean {
  const ends = ({ to }: Range): boolean => reading.tokens[to]?.clause !== reading.tokens[to - 1]?.clause
  const [yes] = reading.wording('replies', 'yes').filter(ends)
  const [no] = reading.wording('replies', 'no').filter(ends)
  if (!yes || !no || Math.min(yes.from, no.from) === 0) return false
  return reading.tokens[yes.from]?.clause !== reading.tokens[no.from]?.clause
}

/** "Only if ...", "as long as ...": agreed to in part. */
export const isConditional = (reading: Reading): boolean =>
  reading.wording('replies', 'conditional').some(({ from }) => from <= 1)
