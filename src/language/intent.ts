import type { Intent, TopicEntry } from '../knowledge/schema/lists.ts'
import { SUBJECT_SHARE, speaksOfField } from './field.ts'
import type { Findings } from './findings.ts'
import type { Names } from './names.ts'
import type { Range } from './phrase-tree.ts'
import { coverage, type Reading } from './reading.ts'
import type { Whole } from './whole.ts'

/** What was found in a text before its intent is decided. */
export interface Evidence {
  reading: Reading
  names: Names
  topic: TopicEntry | undefined
  whole: Whole | null
  findings: Findings
  /** True when the text says something about a project. */
  describes: boolean
}

/** Decides what the person wants. Rules from the most certain sign to the least; the first that fits decides. */
export function findIntent(evidence: Evidence): Intent {
  const { reading, names, whole, topic } = evidence
  const named = names.alternatives.length > 0
  if (whole?.file === 'unsafe') return 'out_of_scope'
  if (whole && !named) return intentOfWhole(whole)
  const chooses = evidence.describes && reading.wording('intents', 'choose').length > 0
  if (topic?.intents.includes('hire') && !chooses && (named || speaksOfField(reading) || !isForeign(reading)))
    return 'hire'
  if (names.strangers.length > 0 && !named) return 'out_of_scope'
  if (topic === undefined && isOfSomethingElse(reading, names.alternatives)) return 'out_of_scope'
  return named ? intentWithNames(evidence) : intentWithoutNames(evidence)
}

/** Who asks for a person wants the people behind the program. */
function intentOfWhole({ file, meaning }: Whole): Intent {
  if (meaning === 'engineer') return 'hire'
  return file === 'commands' ? 'control' : 'smalltalk'
}

/** From this length a text that describes a project is a brief, whatever it names. */
const BRIEF_WORDS = 25

function intentWithNames(evidence: Evidence): Intent {
  const { reading, names, topic, describes } = evidence
  // "Fast" in a name asks for no speed.
  const isInName = ({ from, to }: Range): boolean =>
    names.alternatives.some((name) => name.from <= from && to <= name.to)
  const says = (meaning: string): boolean =>
    reading.wording('intents', meaning).some((match) => !isInName(match))
  const asksFor = (intent: Intent): boolean => topic?.intents.includes(intent) ?? false
  const feature = topic?.capability !== undefined
  if (describes && says('choose') && reading.tokens.length >= BRIEF_WORDS) return 'choose'
  if (isBackground(evidence)) return 'choose'
  const several = names.alternatives.length > 1 && !(feature && isLikeAnother(evidence))
  if (several && (says('compare') || !(asksHow(reading) || startsWithOrder(reading)))) return 'compare'
  if (asksFor('users') || (says('users') && (topic?.rank ?? 0) < MAINLY)) return 'users'
  if (asksFor('pros_cons') || (!feature && (says('pros') || says('cons')))) return 'pros_cons'
  if (asksHow(reading)) return 'howto'
  if (asksFor('performance') || (says('performance') && !startsWithOrder(reading))) return 'performance'
  if (reading.of('type').length > 0 && says('compare')) return 'compare'
  if (startsWithOrder(reading)) return 'howto'
  if (says('howto') && !startsWithVerb(reading)) return 'howto'
  if (asksFor('capability')) return asksWhy(reading, /^(why|what|whats)$/) ? 'about' : 'capability'
  const ability =
    asksAbility(reading) && (topic === undefined || (topic.rank >= SPECIFIC && says('capability')))
  if (ability) return 'capability'
  return feature && (!asksWhy(reading) || says('available')) ? 'capability' : 'about'
}

/** "Does it have something like the other one's ...?" asks about the first. */
function isLikeAnother({ reading, names }: Evidence): boolean {
  const at = names.alternatives[1]?.from ?? 0
  const before = reading.tokens[at - 1]?.norm === 'the' ? at - 2 : at - 1
  return asksAbility(reading) && reading.tokens[before]?.norm === 'like'
}

/** From this rank a topic is what a question is about, whatever else it says. */
const MAINLY = 1
/** From this rank "does it ...?" asks for something an alternative has, and not how it is. */
const SPECIFIC = 2

/** A statement in which the names only say what they have, know or refuse. */
function isBackground({ reading, names, findings, describes }: Evidence): boolean {
  const { existing, skills, refused, leaving, levels, needs, kind } = findings
  if (!describes || asksSomething(reading) || asksTersely(reading)) return false
  const parts = new Set([...existing, ...skills, ...refused])
  if (!names.alternatives.every(({ id }) => parts.has(id))) return false
  const told = skills.length + refused.length > 0 || reading.wording('signals', 'existing').length > 0
  return told && (leaving || kind !== null || levels.length + needs.length > 0)
}

function intentWithoutNames({ reading, topic, describes, findings }: Evidence): Intent {
  const says = (meaning: string): boolean => reading.wording('intents', meaning).length > 0
  const types = new Set(reading.of('type').map((match) => match.meaning.id)).size
  const terms = reading.of('term').length + types
  const firm = findings.kind !== null || terms > 0 || speaksOfField(reading, [], FIRM)
  const criteria = reading.of('cue').length > 0
  if (!firm && isForeign(reading)) return 'out_of_scope'
  const familiar = firm || reading.foreignShare() === 0
  const inField = firm || speaksOfField(reading) || reading.subjectShare([]) >= SUBJECT_SHARE
  if (types > 1 || (types > 0 && says('versus'))) return 'compare'
  if (topic?.capability !== undefined && (asksWhether(reading) || asksWhichHas(reading))) return 'capability'
  if (terms > 0 && says('glossary') && !says('choose')) return 'glossary'
  if ((says('criteria') || (criteria && says('glossary') && !firm)) && familiar) return 'criteria'
  // "Which one has the biggest ...?" asks for a fact, not for advice.
  if (topic?.section !== undefined && asksWhichHas(reading) && !asksForBest(reading)) return aboutTopic(topic)
  const choosing =
    describes || inField || coverage(reading.tokens, reading.wording('intents', 'choose')) === 1
  if (says('choose') && choosing && !asksOfItself(reading, topic)) return 'choose'
  if (topic?.intents.includes('criteria') && familiar) return 'criteria'
  const general = asksInGeneral(reading) && (topic !== undefined || terms > 0)
  if (describes && inField && !general) return 'choose'
  if (terms > 0 && !(general && asksYesNo(reading))) return 'glossary'
  // A question about the field that names no part of it: what is written may answer it.
  if (topic === undefined && firm && asksInGeneral(reading) && reading.foreignShare() === 0) return 'about'
  if (topic === undefined || !(inField || familiar)) return 'out_of_scope'
  // "What is", "tell me about" alone: they ask about anything.
  if (!firm && topic.rank === 0 && topic.intents.includes('about')) return 'out_of_scope'
  // "How do I learn it fast?": no sign of the field, and nothing it could go back to.
  if (!firm && asksHow(reading) && !speaksOfField(reading)) return 'out_of_scope'
  // A topic that is neither a feature nor part of an entry is spoken of as a whole, its speed too.
  if (says('performance') && (topic.section ?? topic.capability)) return 'performance'
  return says('howto') ? 'howto' : 'about'
}

const aboutTopic = ({ intents }: TopicEntry): Intent =>
  intents.includes('performance') ? 'performance' : 'about'

/** "... is best for ...", "... should we take": advice, however it begins. */
const asksForBest = (reading: Reading): boolean =>
  reading.tokens.some(({ norm }) =>
    /^(best|better|right|suit|suits|fit|fits|should|recommend|we|us|our|my|i)$/.test(norm),
  )

/** From this length a question tells of a project. */
const GENERAL_WORDS = 15

/** "Is sql injection a problem?": a short question begins as one and does not tell of a project. */
const asksInGeneral = (reading: Reading): boolean =>
  reading.tokens.length < GENERAL_WORDS &&
  (reading.wording('intents', 'question').some(({ from }) => from === openingAt(reading)) ||
    /^(list|name|explain|tell|show)$/.test(wordAt(reading, 0))) &&
  !tellsOfOne(reading)

/** "... we have", "... for a shop": one project of somebody's. */
const tellsOfOne = (reading: Reading): boolean =>
  reading.tokens.some(({ norm }) => /^(we|us|our|ours)$/.test(norm)) ||
  reading
    .of('project')
    .some(({ from }) => FOR_ONE.test(reading.quote(Math.max(0, from - FOR_ONE_REACH), from)))

const FOR_ONE = /\b(for|about|build|make|with) (a|an|my|one|some)\b/i
const FOR_ONE_REACH = 4

/** "Which ones have ...?": asked of all of them, not which to choose. */
const asksWhichHas = (reading: Reading): boolean =>
  /^(which|what)$/.test(wordAt(reading, 0)) &&
  reading.tokens.length < GENERAL_WORDS &&
  reading.wording('intents', 'having').length > 0

/** "Is ... still a good choice?": asked of what the topic is about, not which to choose. */
const asksOfItself = (reading: Reading, topic: TopicEntry | undefined): boolean =>
  /^(is|are)$/.test(wordAt(reading, 0)) && (topic?.rank ?? 0) >= SPECIFIC

/** Signs of the field that ordinary talk does not hold by chance, as a feature's name ("upload", "login") may. */
const FIRM = ['field', 'project', 'circumstance', 'runtime', 'type'] as const

/** At least so many of the words that say something are unknown to the knowledge: the talk is of something else. */
const FOREIGN_SHARE = 0.5

/** "Who played in ...": a name in talk of which nothing else is known. */
const isOfSomethingElse = (reading: Reading, names: readonly Range[]): boolean =>
  reading.foreignShare(names) >= MOSTLY_FOREIGN &&
  reading.tokens.filter((_, at) => reading.isForeign(at) && !names.some((name) => isWithin(at, name)))
    .length > 1 &&
  !speaksOfField(reading, names)

const isWithin = (at: number, { from, to }: Range): boolean => from <= at && at < to

const MOSTLY_FOREIGN = 0.6

const isForeign = (reading: Reading): boolean => reading.foreignShare() >= FOREIGN_SHARE

const LEAD_IN = /^(and|but|so|ok|okay|well|also|then|hey|hi|hello|hmm|now|please)$/

/** Position of the first word that does not only lead in. */
function openingAt({ tokens }: Reading): number {
  const at = tokens.findIndex(({ norm }) => !LEAD_IN.test(norm))
  return Math.max(at, 0)
}

/** "... built in": so short it is no statement. */
const asksTersely = (reading: Reading): boolean =>
  reading.tokens.length <= TERSE_WORDS && reading.wording('intents', 'available').length > 0

const TERSE_WORDS = 5

/** A question mark at the end of a sentence, a question word at its beginning, or a clause such as ", is it ...". */
export function asksSomething(reading: Reading): boolean {
  if (/\?(\s|$)/.test(reading.text) || reading.tokens.some((_, at) => asksBack(reading.tokens, at)))
    return true
  return reading.wording('intents', 'question').some((match) => match.from === openingAt(reading))
}

const asksBack = (tokens: Reading['tokens'], at: number): boolean =>
  at > 0 &&
  tokens[at - 1]?.clause !== tokens[at]?.clause &&
  /^(is|are|does|do|can|could|should|will|has)$/.test(tokens[at]?.norm ?? '') &&
  /^(it|they|that|this|there|i|we|you)$/.test(tokens[at + 1]?.norm ?? '')

/** The n-th word, not counting what only leads in ("and", "ok"). */
const wordAt = (reading: Reading, n: number): string => reading.tokens[openingAt(reading) + n]?.norm ?? ''

const startsWithVerb = (reading: Reading): boolean =>
  /^(does|do|is|are|has|have|can|could|will|whats|what|which|why|who)$/.test(wordAt(reading, 0))

const asksWhy = (reading: Reading, words = /^(why|what|whats|is)$/): boolean =>
  words.test(wordAt(reading, 0)) && !asksWhether(reading)

/** With fewer words "... how?" asks how it is done there, not how to do it. */
const TASK_WORDS = 4

/** "How do I ...?", "how to ...?", "... how?" */
const asksHow = (reading: Reading): boolean =>
  (reading.tokens.length >= TASK_WORDS && reading.tokens.at(-1)?.norm === 'how') ||
  (wordAt(reading, 0) === 'how' &&
    reading.wording('intents', 'howto').some(({ from }) => from === openingAt(reading)))

/** "Run ... in ...", "host ...", also behind a name: it is told what to do, and so asked how. */
function startsWithOrder(reading: Reading): boolean {
  const opening = openingAt(reading)
  const name = reading.of('alternative').find(({ from }) => from === opening)
  return reading.wording('intents', 'order').some(({ from }) => from === opening || from === name?.to)
}

/** "Is ...?", "does ...?": answered by yes or no. */
const asksYesNo = (reading: Reading): boolean =>
  /^(is|are|does|do|can|could|will|would|should|has|have)$/.test(wordAt(reading, 0))

/** "Does it ...?", "can it ...?", "has it ...?" */
const asksAbility = (reading: Reading): boolean =>
  /^(does|do|has|have|can|could|any)$/.test(wordAt(reading, 0))

/** "does it have ...", "is there ...": a question about what is spoken of, not a wish. */
const asksWhether = (reading: Reading): boolean =>
  /^(does|do|is|are|has|have|can)$/.test(wordAt(reading, 0)) &&
  /^(it|they|that|this|there|any|both)$/.test(wordAt(reading, 1))
