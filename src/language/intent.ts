import type { Intent } from '../knowledge/schema/lists.ts'
import { type Names, speaksOfField } from './names.ts'
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
  topic: string | null
  whole: Whole | null
  /** True when the text says something about a project. */
  describes: boolean
  /** Topics that are about the people who can build it. */
  hireTopics: readonly string[]
  /** Topics that ask how to choose. */
  capabilityTopics: ReadonlySet<string>
}

/** Decides what the person wants. Rules from the most certain sign to the least; the first that fits decides. */
export function findIntent(evidence: Evidence): Intent {
  const { names, whole } = evidence
  if (whole?.file === 'unsafe') return 'out_of_scope'
  if (whole && names.alternatives.length === 0) return whole.file === 'commands' ? 'control' : 'smalltalk'
  if (evidence.topic !== null && evidence.hireTopics.includes(evidence.topic)) return 'hire'
  if (names.strangers.length > 0 && names.alternatives.length === 0) return 'out_of_scope'
  return names.alternatives.length > 0 ? intentWithNames(evidence) : intentWithoutNames(evidence)
}

/** From this length a text that describes a project is a brief, whatever it names. */
const BRIEF_WORDS = 25

function intentWithNames(evidence: Evidence): Intent {
  const { reading, names, topic } = evidence
  const says = (meaning: string): boolean => reading.wording('intents', meaning).length > 0
  if (evidence.describes && says('choose') && reading.tokens.length >= BRIEF_WORDS) return 'choose'
  if (names.alternatives.length > 1 && (says('compare') || !says('howto'))) return 'compare'
  if (topic === 'known_users' || says('users')) return 'users'
  if (topic === 'pros' || topic === 'cons' || says('pros') || says('cons')) return 'pros_cons'
  if (says('performance') && !evidence.capabilityTopics.has(topic ?? '')) return 'performance'
  if (reading.of('type').length > 0 && says('compare')) return 'compare'
  if (says('howto') && !startsWithVerb(reading)) return 'howto'
  if (evidence.capabilityTopics.has(topic ?? '')) return asksWhy(reading) ? 'about' : 'capability'
  return 'about'
}

const AUXILIARIES = /^(does|do|is|are|has|have|can|could|will|whats|what|why|who)$/
const startsWithVerb = (reading: Reading): boolean => AUXILIARIES.test(reading.tokens[0]?.norm ?? '')
const asksWhy = (reading: Reading): boolean => /^(why|what|whats|is)$/.test(reading.tokens[0]?.norm ?? '')

function intentWithoutNames(evidence: Evidence): Intent {
  const { reading, topic } = evidence
  const says = (meaning: string): boolean => reading.wording('intents', meaning).length > 0
  const types = new Set(reading.of('type').map((match) => match.meaning.id))
  if (types.size > 1) return 'compare'
  if (reading.of('term').length + types.size > 0 && says('glossary') && !says('choose')) return 'glossary'
  if (says('criteria')) return 'criteria'
  if (says('choose') && (evidence.describes || speaksOfField(reading))) return 'choose'
  if (topic === 'selection_criteria') return 'criteria'
  if (evidence.describes && speaksOfField(reading)) return 'choose'
  if (reading.of('term').length + types.size > 0) return 'glossary'
  if (topic === null && !speaksOfField(reading)) return 'out_of_scope'
  if (says('performance') && topic !== null) return 'performance'
  if (says('howto')) return 'howto'
  return topic === null ? 'out_of_scope' : 'about'
}
