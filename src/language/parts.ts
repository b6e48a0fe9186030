import type { Mention } from './names.ts'
import type { Reading } from './reading.ts'
import type { Scope } from './scope.ts'

/** Alternatives by the part they play. */
export interface Parts {
  /** What runs today. */
  existing: string[]
  /** What the team knows. */
  skills: string[]
  refused: string[]
  /** The only ones left to choose from. */
  only: string[]
  /** True when they want to leave what they run. */
  leaving: boolean
}

/** How far "choose between" may be from the names it is about. */
const ONLY_REACH = 6
const JOINT = /^(and|or|nor)$/
const OFFER = /^(or|vs|versus)$/
/** In so few words "this or that" is the question itself, with or without its mark. */
const SHORT_QUESTION = 14
const TARGET_LEAD = /^(to|with|by|into|towards?)$/

/**
 * Sorts the alternatives a text names by the part they play in it.
 *
 * @param meant false when a move is only asked about: no wish is stated that would call for it
 */
export function findParts(
  reading: Reading,
  scope: Scope,
  mentions: readonly Mention[],
  meant: boolean,
): Parts {
  const idsOf = (list: readonly Mention[]): string[] => list.map(({ id }) => id)
  const refused = withListed(reading, mentions, (mention) => isRefused(scope, mention))
  const open = mentions.filter((mention) => !refused.includes(mention))
  const only = open.filter(
    (m) =>
      scope.precedes('only', m, ONLY_REACH, 'sentence') ||
      scope.follows('only', m, ONLY_REACH, 'sentence') ||
      isOffered(reading, open, m),
  )
  const skills = open.filter(
    (m) => scope.near('skills', m, 'clause') && !scope.near('unskilled', m, 'clause'),
  )
  const said = (signal: string): boolean => reading.wording('signals', signal).length > 0
  const candidates = open.filter(
    (m) => !skills.includes(m) && !only.includes(m) && !isTarget(reading, scope, m),
  )
  const running = candidates.filter((m) => runsToday(scope, m))
  // Who speaks of moving, or complains, and names one thing that is not where they go, speaks of what they have.
  const implied = candidates.length === 1 && (said('leaving') || said('unhappy'))
  const existing = running.length === 0 && implied ? candidates : running
  return {
    existing: idsOf(existing),
    skills: idsOf(skills),
    refused: idsOf(refused),
    only: idsOf(only),
    leaving: existing.length > 0 && !said('staying') && (said('unhappy') || (meant && said('leaving'))),
  }
}

/** "this or that for ...?": a question that offers a choice leaves only what it offers. */
function isOffered(reading: Reading, mentions: readonly Mention[], mention: Mention): boolean {
  const offer = listsOf(reading, mentions, OFFER).find((list) => list.includes(mention))
  if (offer === undefined || offer.length < 2 || !isJoined(reading, offer)) return false
  const sentence = reading.tokens[mention.from]?.sentence
  const end = reading.tokens.findLast((token) => token.sentence === sentence)?.end ?? 0
  return reading.text.slice(end).startsWith('?') || reading.tokens.length < SHORT_QUESTION
}

const isRefused = (scope: Scope, mention: Mention): boolean =>
  scope.precedes('refuse', mention, 2, 'clause') ||
  scope.precedes('negation', mention, 1, 'clause') ||
  scope.follows('refused', mention, 1, 'clause')

const runsToday = (scope: Scope, mention: Mention): boolean =>
  scope.near('existing', mention, 'clause') ||
  scope.precedes('own', mention, 1, 'clause') ||
  scope.follows('holds', mention, 0, 'clause')

/** "From this to that", "replace this with that": what they move to does not run yet. */
const isTarget = (reading: Reading, scope: Scope, mention: Mention): boolean =>
  TARGET_LEAD.test(reading.tokens[mention.from - 1]?.norm ?? '') &&
  scope.near('leaving', mention, 'clause') &&
  !scope.precedes('existing', mention, 0, 'clause')

/** The mentions a test holds for, and those that follow them in one list: "no a, b or c" refuses all three. */
function withListed(
  reading: Reading,
  mentions: readonly Mention[],
  test: (mention: Mention) => boolean,
): Mention[] {
  return listsOf(reading, mentions).flatMap((list) => {
    const first = list.findIndex(test)
    if (first < 0) return []
    return list.length > 1 && isJoined(reading, list) ? list.slice(first) : list.filter(test)
  })
}

const between = (reading: Reading, a: Mention, b: Mention): readonly { norm: string }[] =>
  reading.tokens.slice(a.to, b.from)

/** Mentions with nothing but commas and joining words between them. */
function listsOf(reading: Reading, mentions: readonly Mention[], joint = JOINT): Mention[][] {
  const lists: Mention[][] = []
  for (const mention of mentions) {
    const list = lists.at(-1)
    const previous = list?.at(-1)
    const goesOn =
      previous !== undefined &&
      reading.tokens[previous.from]?.sentence === reading.tokens[mention.from]?.sentence &&
      between(reading, previous, mention).every((token) => joint.test(token.norm))
    if (list && goesOn) list.push(mention)
    else lists.push([mention])
  }
  return lists
}

function isJoined(reading: Reading, list: readonly Mention[]): boolean {
  const [last, previous] = [list.at(-1), list.at(-2)]
  return last !== undefined && previous !== undefined && between(reading, previous, last).length > 0
}
