import type { Intent, TopicEntry } from '../knowledge/schema/lists.ts'
import { type Names, SUBJECT_SHARE, speaksOfField } from './names.ts'
import { coverage, longest, type Reading } from './reading.ts'

/** A wording that is nearly the whole message: a command, small talk, abuse. */
export interface Whole {
  file: 'commands' | 'smalltalk' | 'unsafe'
  meaning: string
}

const WHOLE_COVERAGE = 0.6
/** "unsafe" wordings count anywhere: what stands around them does not make them harmless. */
const UNSAFE_COVERAGE = 0.25
const SHORT = 4

/** The command, small talk or abuse a text is, or null when it has content of its own. */
export function findWhole(reading: Reading): Whole | null {
  for (const [file, share] of [
    ['unsafe', UNSAFE_COVERAGE],
    ['commands', WHOLE_COVERAGE],
    ['smalltalk', WHOLE_COVERAGE],
  ] as const) {
    const matches = reading.of('wording').filter((match) => match.meaning.file === file)
    const [best] = matches.toSorted((a, b) => b.to - b.from - (a.to - a.from))
    if (!best || coverage(reading.tokens, longest(matches)) < share) continue
    // Content between the words ("go back in the wizard") must not be taken for a command.
    if (file !== 'unsafe' && reading.tokens.length - (best.to - best.from) > SHORT) continue
    return { file, meaning: best.meaning.meaning }
  }
  return null
}

/** What was found in a text before its intent is decided. */
export interface Evidence {
  reading: Reading
  names: Names
  topic: TopicEntry | undefined
  whole: Whole | null
  /** True when the text says something about a project. */
  describes: boolean
}

/** Decides what the person wants. Rules from the most certain sign to the least; the first that fits decides. */
export function findIntent(evidence: Evidence): Intent {
  const { names, whole, topic } = evidence
  if (whole?.file === 'unsafe') return 'out_of_scope'
  if (whole && names.alternatives.length === 0) return whole.file === 'commands' ? 'control' : 'smalltalk'
  if (topic?.intents.includes('hire')) return 'hire'
  if (names.strangers.length > 0 && names.alternatives.length === 0) return 'out_of_scope'
  return names.alternatives.length > 0 ? intentWithNames(evidence) : intentWithoutNames(evidence)
}

/** From this length a text that describes a project is a brief, whatever it names. */
const BRIEF_WORDS = 25

function intentWithNames({ reading, names, topic, describes }: Evidence): Intent {
  const says = (meaning: string): boolean => reading.wording('intents', meaning).length > 0
  const asksFor = (intent: Intent): boolean => topic?.intents.includes(intent) ?? false
  const feature = topic?.capability !== undefined
  if (describes && says('choose') && reading.tokens.length >= BRIEF_WORDS) return 'choose'
  if (names.alternatives.length > 1 && (says('compare') || !says('howto'))) return 'compare'
  if (asksFor('users') || says('users')) return 'users'
  if (asksFor('pros_cons') || says('pros') || says('cons')) return 'pros_cons'
  if (says('performance') && !feature) return 'performance'
  if (reading.of('type').length > 0 && says('compare')) return 'compare'
  if (says('howto') && !startsWithVerb(reading)) return 'howto'
  return feature && !asksWhy(reading) ? 'capability' : 'about'
}

function intentWithoutNames({ reading, topic, describes }: Evidence): Intent {
  const says = (meaning: string): boolean => reading.wording('intents', meaning).length > 0
  const types = new Set(reading.of('type').map((match) => match.meaning.id)).size
  const terms = reading.of('term').length + types
  const inField = speaksOfField(reading) || reading.subjectShare([]) >= SUBJECT_SHARE
  if (types > 1) return 'compare'
  if (topic?.capability !== undefined && asksWhether(reading)) return 'capability'
  if (terms > 0 && says('glossary') && !says('choose')) return 'glossary'
  if (says('criteria')) return 'criteria'
  if (says('choose') && (describes || inField)) return 'choose'
  if (topic?.intents.includes('criteria')) return 'criteria'
  if (describes && inField) return 'choose'
  if (terms > 0) return 'glossary'
  if (topic === undefined || !inField) return 'out_of_scope'
  if (says('performance')) return 'performance'
  return says('howto') ? 'howto' : 'about'
}

const LEAD_IN = /^(and|but|so|ok|okay|well|also|then|hey|hi|hello|hmm|now|please)$/

/** Position of the first word that does not only lead in. */
function openingAt({ tokens }: Reading): number {
  const at = tokens.findIndex(({ norm }) => !LEAD_IN.test(norm))
  return Math.max(at, 0)
}

/** A question mark at the end of a sentence, or a question word at its beginning. */
export function asksSomething(reading: Reading): boolean {
  if (/\?(\s|$)/.test(reading.text)) return true
  return reading.wording('intents', 'question').some((match) => match.from === openingAt(reading))
}

/** The n-th word, not counting what only leads in ("and", "ok"). */
const wordAt = (reading: Reading, n: number): string => reading.tokens[openingAt(reading) + n]?.norm ?? ''

const startsWithVerb = (reading: Reading): boolean =>
  /^(does|do|is|are|has|have|can|could|will|whats|what|why|who)$/.test(wordAt(reading, 0))

const asksWhy = (reading: Reading): boolean => /^(why|what|whats|is)$/.test(wordAt(reading, 0))

/** "does it have ...", "is there ...": a question about what is spoken of, not a wish. */
const asksWhether = (reading: Reading): boolean =>
  /^(does|do|is|are|has|have|can)$/.test(wordAt(reading, 0)) &&
  /^(it|they|that|this|there|any|both)$/.test(wordAt(reading, 1))
