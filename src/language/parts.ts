import { isInQuestion, saysSo, wishToLeave } from './leaving.ts'
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
  /** True when they want to leave what they run, false when they mean to keep it, null when they say neither. */
  leaving: boolean | null
}

/** How far "choose between" may be from the names it is about. */
const ONLY_REACH = 6
const JOINT = /^(and|or|nor)$/
const OFFER = /^(or|vs|versus)$/
/** In so few words "this or that" is the question itself, with or without its mark. */
const SHORT_QUESTION = 14
/** "On a heavily customised ...", "... 4.5 backend". */
const CARRIES_REACH = 3
const HOLDS_REACH = 2
const IDEA_REACH = 2
const TARGET_LEAD = /^(to|with|by|into|towards?)$/

/**
 * Sorts the alternatives a text names by the part they play in it.
 *
 * @param described true when the text says what the project is or needs, and does not only ask about names
 * @param family the same for an alternative and what it is an add-on to
 */
export function findParts(
  reading: Reading,
  scope: Scope,
  mentions: readonly Mention[],
  described: boolean,
  family: (id: string) => string,
): Parts {
  const idsOf = (list: readonly Mention[]): string[] => list.map(({ id }) => id)
  const refused = withListed(reading, mentions, (mention) => isRefused(scope, mention))
  const open = mentions.filter((mention) => !refused.includes(mention))
  const only = open.filter(
    (m) =>
      scope.precedes('only', m, ONLY_REACH, 'sentence') ||
      scope.follows('only', m, ONLY_REACH, 'sentence') ||
      isFixed(reading, scope, m) ||
      isOffered(reading, open, m),
  )
  const skills = open.filter(
    (m) => scope.near('skills', m, 'clause') && !scope.near('unskilled', m, 'clause'),
  )
  const candidates = open.filter(
    (m) => !skills.includes(m) && !only.includes(m) && !isTarget(reading, scope, m) && !isIdea(scope, m),
  )
  const running = firsthand(
    candidates.filter((m) => runsToday(scope, m)),
    scope,
  )
  // Who says what the project is, complains or speaks of moving, and names one thing, names what they have.
  const told = described || ['leaving', 'unhappy'].some((signal) => saysSo(reading, scope, signal))
  const existing = stated(
    reading,
    running.length > 0 ? running : firsthand(told ? candidates.filter(({ entry }) => entry) : [], scope),
  )
  const present = running.length > 0 || familiesOf(existing, family).size === 1 ? existing : []
  return {
    existing: idsOf(present),
    skills: idsOf(skills),
    refused: idsOf(refused),
    only: idsOf(only),
    leaving: present.length === 0 ? null : wishToLeave(reading, scope),
  }
}

/** Of several, those that a question is not about: "..., on this one. That one instead?" asks about the second. */
function stated(reading: Reading, mentions: readonly Mention[]): readonly Mention[] {
  const told = mentions.filter(({ from }) => !isInQuestion(reading, from))
  return told.length > 0 ? told : mentions
}

/** Of several, those that the text does not merely report others to speak of. */
function firsthand(mentions: readonly Mention[], scope: Scope): readonly Mention[] {
  const own = mentions.filter((mention) => !scope.near('hearsay', mention, 'clause'))
  return own.length > 0 ? own : mentions
}

const familiesOf = (mentions: readonly Mention[], family: (id: string) => string): Set<string> =>
  new Set(mentions.map(({ id }) => family(id)))

/** "this or that for ...?": a question that offers a choice leaves only what it offers. */
function isOffered(reading: Reading, mentions: readonly Mention[], mention: Mention): boolean {
  const offer = listsOf(reading, mentions, OFFER).find((list) => list.includes(mention))
  if (offer === undefined || offer.length < 2 || !isJoined(reading, offer)) return false
  const sentence = reading.tokens.filter((token) => token.sentence === reading.tokens[mention.from]?.sentence)
  return isInQuestion(reading, mention.from) || sentence.length < SHORT_QUESTION
}

/** "... is a must", "it must be ...", or nothing said but the name and "only". */
const isFixed = (reading: Reading, scope: Scope, mention: Mention): boolean =>
  !reading.text.includes('?') &&
  (scope.precedes('fixed_before', mention, 0, 'clause') ||
    scope.follows('fixed_after', mention, 0, 'clause') ||
    standsAlone(reading, mention))

const ALONE = /^(only|just|and|or|please|nothing|but)$/

const standsAlone = ({ tokens }: Reading, { from, to }: Mention): boolean => {
  const others = tokens.filter((_, at) => at < from || at >= to)
  return others.some(({ norm }) => norm === 'only') && others.every(({ norm }) => ALONE.test(norm))
}

const isRefused = (scope: Scope, mention: Mention): boolean =>
  scope.precedes('refuse', mention, 2, 'clause') ||
  scope.precedes('negation', mention, 1, 'clause') ||
  scope.follows('refused', mention, 1, 'clause')

const runsToday = (scope: Scope, mention: Mention): boolean =>
  scope.near('existing', mention, 'clause') ||
  scope.precedes('own', mention, 1, 'clause') ||
  scope.precedes('carries', mention, CARRIES_REACH, 'clause') ||
  scope.follows('holds', mention, HOLDS_REACH, 'clause')

/** "... would be nice", "they want ...": something to go to, not something that runs; unless it is called theirs. */
const isIdea = (scope: Scope, mention: Mention): boolean =>
  !scope.precedes('own', mention, 1, 'clause') &&
  (scope.follows('idea_after', mention, IDEA_REACH, 'clause') ||
    scope.precedes('idea_before', mention, IDEA_REACH, 'clause'))

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
