import { compareVersions } from '../knowledge/versions.ts'
import { asksSomething } from './intent.ts'
import { clauseOf } from './levels.ts'
import type { Match } from './phrase-tree.ts'
import { longest, type Reading } from './reading.ts'
import type { Scope } from './scope.ts'

/** What a text says about the circumstances of a project. */
export interface Circumstances {
  /** Rules of context.yaml that hold, each once. */
  context: { rule: string; words: string }[]
  /** Version of the runtime they are bound to, as written; null when none is named. */
  runtime: string | null
}

const NO_CIRCUMSTANCES: Circumstances = { context: [], runtime: null }

/** Whether a text states something of a project, or only asks about an alternative. */
export interface Told {
  /** It says other things about a project, besides what runs today. */
  described: boolean
  /** It says what runs today. */
  running: boolean
  /** It names an alternative. */
  naming: boolean
  /** They want to leave what runs today: a version that is merely named is that of the old system. */
  leaving: boolean
}

/** Reads the circumstances a text states: "can ... run on ..." and "... on ..." ask about them. */
export function findCircumstances(
  reading: Reading,
  scope: Scope,
  told: Told,
  retiredBelow: string | undefined,
): Circumstances {
  const wishes = !asksSomething(reading) || reading.wording('intents', 'choose').length > 0
  const bound = reading.wording('signals', 'bound').length > 0
  if (!told.described && !(wishes && (told.running || bound || !told.naming))) return NO_CIRCUMSTANCES
  return {
    context: findRules(reading, scope),
    runtime: findRuntime(reading, scope, told.leaving, retiredBelow),
  }
}

function findRules(reading: Reading, scope: Scope): Circumstances['context'] {
  const found = new Map<string, string>()
  for (const match of longest(reading.of('circumstance'))) {
    if (scope.negated(match) || found.has(match.meaning.id)) continue
    found.set(match.meaning.id, clauseOf(reading, match.from))
  }
  return [...found].map(([rule, words]) => ({ rule, words }))
}

const VERSION = /\d+(?:\.\d+)+/
const MAJOR = /\d+/
const LEFT = /^(from|off|beyond|drop|dropping|leave|leaving)$/
const UNIT = /^([kmgt]i?b|[mg]hz|v?cpus?|cores?)$/
/** "Stuck on" may stand this many words before the version. */
const BOUND_REACH = 1

/**
 * The version they are bound to by their own words, else the one that was named first, if it is to stay.
 *
 * @param retiredBelow older versions bind only who says so
 */
function findRuntime(
  reading: Reading,
  scope: Scope,
  leaving: boolean,
  retiredBelow: string | undefined,
): string | null {
  const isRetired = (version: string): boolean =>
    retiredBelow !== undefined && compareVersions(version, retiredBelow) < 0
  const stated = longest(reading.of('runtime'))
    .filter(
      (match) => !scope.negated(match) && !isOpenUpward(reading, scope, match) && !isLeft(reading, match),
    )
    .map((match) => {
      const bound = scope.precedes('bound', match, BOUND_REACH, 'clause')
      return { bound, version: versionIn(reading, match, bound) }
    })
    .filter(({ version, bound }) => version !== null && (bound || !(leaving || isRetired(version))))
  return (stated.find(({ bound }) => bound) ?? stated[0])?.version ?? null
}

/** As written: read as a number, 3.10 would be 3.1. A single figure is a version only of what they cannot leave. */
function versionIn(reading: Reading, match: Match<unknown>, bound: boolean): string | null {
  const words = reading.quote(match.from, match.to)
  const version = VERSION.exec(words)?.[0] ?? (bound ? MAJOR.exec(words)?.[0] : undefined)
  return version === undefined || isQuantity(reading, match) ? null : version
}

/** "Must run on 1.5 GB": the figure counts what follows. */
const isQuantity = ({ tokens }: Reading, { to }: Match<unknown>): boolean => UNIT.test(tokens[to]?.norm ?? '')

/** "From 3.8 to ...": what they are leaving binds nobody. */
const isLeft = ({ tokens }: Reading, { from }: Match<unknown>): boolean =>
  LEFT.test(tokens[from - 1]?.norm ?? '')

/** "3.8+", "3.8 or newer", "at least 3.8": nothing is too new for that. */
const isOpenUpward = ({ text, tokens }: Reading, scope: Scope, match: Match<unknown>): boolean =>
  text.startsWith('+', tokens[match.to - 1]?.end) ||
  scope.follows('or_newer', match, 0, 'clause') ||
  scope.precedes('at_least', match, 1, 'clause')
