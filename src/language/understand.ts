import type { Catalogue } from '../knowledge/catalogue.ts'
import type { Intent, TopicEntry } from '../knowledge/schema/lists.ts'
import { createWordForWord, type Written } from '../knowledge/word-for-word.ts'
import { type UnderstoodAnswer, understandAnswer } from './answer.ts'
import { type ExplainedReading, explainReading } from './explain.ts'
import { type Findings, findRequirements, isEmpty, NO_FINDINGS } from './findings.ts'
import { asksSomething, type Evidence, findIntent } from './intent.ts'
import { createLikenessReader } from './likeness.ts'
import { findNames, type Mention, type Names, type Stranger } from './names.ts'
import { besides, createReader, type Reading } from './reading.ts'
import { createTongueReader } from './tongue.ts'
import { createTopicModel } from './topic-model.ts'
import { findTopics } from './topics.ts'
import { findWhole, type Whole } from './whole.ts'

/** What a text means, whatever the conversation. */
export interface Understood {
  /** The text as it was read: cleaned of what cannot be seen. */
  text: string
  /** The language it is in, where it shows that it is not English. */
  tongue: string | null
  /** True when it was too long and its end was not read. */
  cut: boolean
  words: number
  /** Words with their spelling corrected, without the names of alternatives: what to search for. */
  content: string[]
  intent: Intent
  /** What the question is about; null when no topic is named. */
  topic: string | null
  /** False when the text names no topic and the usual one for its intent was taken. */
  topicNamed: boolean
  /** The question of the knowledge that it is, word for word; then it says nothing of any project. */
  written: Written | null
  alternatives: Mention[]
  strangers: Stranger[]
  whole: Whole | null
  /** The text as a plain yes or no; null when it is neither. */
  reply: 'yes' | 'no' | null
  /** A beginning that makes the rest the argument of a command, such as "what if". */
  opener: { command: string; rest: string } | null
  /** True when it asks something. */
  question: boolean
  findings: Findings
  /** Glossary entries named, by index. */
  terms: number[]
  /** Types of alternative named. */
  types: string[]
  /** Criteria named. */
  criteria: string[]
  /** Which of phrases/intents.yaml occur. */
  cues: ReadonlySet<string>
  /** Which of phrases/signals.yaml occur. */
  signals: ReadonlySet<string>
}

/** Turns texts into meaning against one knowledge base; the same text always gives the same meaning. */
export interface Language {
  /** @param now dates are counted from here; null = dates are not read */
  understand(text: string, now: Date | null): Understood
  answer(criterion: string, text: string, asked: string | null, now: Date | null): UnderstoodAnswer
  /** What a text was read from, for whoever mends a misreading. */
  explain(text: string): ExplainedReading
  /**
   * Learns a little from the examples of the knowledge, some hundredths of a second; what is left is otherwise learned
   * at the first text that needs it.
   *
   * @returns false when there is nothing left
   */
  learn(): boolean
}

const TEXTS_AT_ONCE = 100

export function createLanguage(catalogue: Catalogue): Language {
  const read = createReader(catalogue)
  const tongueOf = createTongueReader(catalogue)
  const wordForWord = createWordForWord(catalogue)
  const model = createTopicModel(catalogue, read)
  const likeness = createLikenessReader(catalogue.situations)
  const topicIn = (reading: Reading, names: Names): TopicEntry | undefined => {
    const places = [...names.alternatives, ...names.strangers]
    const named = unique(findTopics(catalogue, reading, places).map(({ id }) => id))
    const learned = names.alternatives.length > 0 && reading.tokens.length <= QUESTION_WORDS
    const id = learned ? model.meant(reading.tokens, places, named) : named[0]
    return id == null ? undefined : catalogue.topic(id)
  }
  return {
    understand(text, now) {
      const reading = read(text)
      const found = findNames(reading)
      const whole = findWhole(reading)
      const written = whole === null ? writtenAbout(wordForWord(text), found) : null
      const names = written
        ? { ...found, alternatives: found.alternatives.filter(({ entry }) => entry) }
        : found
      const topic = written ? catalogue.topic(written.topic) : topicIn(reading, names)
      const findings = written
        ? NO_FINDINGS
        : { ...findRequirements(catalogue, reading, now), likeness: likeness.read(reading.tokens) }
      const evidence = { reading, names, whole, findings, describes: !isEmpty(findings), topic }
      const intent = written ? intentOfWritten(catalogue, written, evidence) : findIntent(evidence)
      // A name in talk about something else is no name of an alternative.
      const alternatives = intent === 'out_of_scope' ? [] : names.alternatives
      return {
        text: reading.text,
        tongue: tongueOf(reading.tokens),
        cut: reading.cut,
        words: reading.tokens.length,
        content: besides(reading.tokens, alternatives).map(({ norm }) => norm),
        intent,
        topicNamed: written !== null || topic !== undefined,
        topic: written?.topic ?? topicFor(catalogue, intent, topic, findings),
        written,
        alternatives,
        strangers: names.strangers,
        whole,
        reply: replyOf(reading),
        opener: openerOf(reading),
        question: asksSomething(reading),
        findings,
        terms: unique(reading.of('term').map((match) => match.meaning.index)),
        types: unique(reading.of('type').map((match) => match.meaning.id)),
        criteria: unique(reading.of('cue').map((match) => match.meaning.criterion)),
        cues: wordings(reading, 'intents'),
        signals: wordings(reading, 'signals'),
      }
    },
    answer(id, text, asked, now) {
      const criterion = catalogue.criterion(id)
      if (!criterion) return { level: null, needs: [] }
      return understandAnswer(catalogue, criterion, read(text), asked === null ? null : read(asked), now)
    },
    explain: (text) => explainReading(catalogue, read(text), model, likeness),
    learn: () => model.learn(TEXTS_AT_ONCE) || likeness.learn(TEXTS_AT_ONCE),
  }
}

/** Of the questions written in the same words, the one about what is named first. */
function writtenAbout(questions: readonly Written[], { alternatives }: Names): Written | null {
  const about = alternatives.flatMap(({ id }) => questions.filter(({ alternative }) => alternative === id))
  const general = questions.find(({ alternative }) => alternative === null)
  return general ?? about[0] ?? questions[0] ?? null
}

/** What a question of the knowledge asks for; one that stands in an entry is about its alternative, named or not. */
function intentOfWritten(catalogue: Catalogue, written: Written, evidence: Evidence): Intent {
  if (written.intent) return written.intent
  const { alternative: id, topic } = written
  const own: Mention = { id: id ?? '', name: '', entry: true, from: 0, to: 0 }
  const named = evidence.names.alternatives.length > 0 ? evidence.names.alternatives : [own]
  const intent = findIntent({ ...evidence, names: { alternatives: named, strangers: [] } })
  return NO_QUESTION.has(intent) ? (catalogue.topic(topic)?.intents[0] ?? 'about') : intent
}

/** What the words of a question may be taken for. */
const NO_QUESTION: ReadonlySet<Intent> = new Set(['out_of_scope', 'choose', 'control', 'smalltalk'])

/** Longer texts describe something: the words of one question would drown in them. */
const QUESTION_WORDS = 30

/** What is not about the decision has no topic, whatever words it uses. */
const WITHOUT_TOPIC: ReadonlySet<Intent> = new Set(['out_of_scope', 'control', 'smalltalk'])

/** The topic of an intent: the one that was named, where it fits, else the usual one. */
function topicFor(
  catalogue: Catalogue,
  intent: Intent,
  named: TopicEntry | undefined,
  { levels, needs }: Findings,
): string | null {
  if (WITHOUT_TOPIC.has(intent)) return null
  // A feature that no topic is about is a question about the thing itself.
  const kind = intent === 'capability' ? 'about' : intent
  const usual = catalogue.topics.find((topic) => topic.intents.includes(kind))?.id ?? null
  // Whatever a question about the criteria speaks of, it is about how to choose; "good for" compares nothing.
  const loose = named?.rank === 0 && named.capability === undefined
  // Who says what the project has to be asks what suits it, not how to choose.
  const told = named?.intents.includes('criteria') && levels.length + needs.length > 0
  const general = intent === 'criteria' || (intent === 'compare' && loose) || (intent === 'choose' && told)
  return general ? usual : (named?.id ?? usual)
}

const MAX_REPLY_WORDS = 6

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)]

const wordings = (reading: Reading, file: string): Set<string> =>
  new Set(
    reading
      .of('wording')
      .filter((match) => match.meaning.file === file)
      .map((match) => match.meaning.meaning),
  )

/** A yes or no among the first words of a short text. */
function replyOf(reading: Reading): Understood['reply'] {
  const at = (meaning: 'yes' | 'no'): number =>
    reading.wording('replies', meaning)[0]?.from ?? Number.POSITIVE_INFINITY
  const yes = at('yes')
  const no = at('no')
  if (reading.tokens.length > MAX_REPLY_WORDS || Math.min(yes, no) > 1) return null
  return no <= yes ? 'no' : 'yes'
}

function openerOf(reading: Reading): Understood['opener'] {
  const [match] = reading
    .of('wording')
    .filter(({ meaning, from }) => meaning.file === 'openers' && from === 0)
    .toSorted((a, b) => b.to - a.to)
  const rest = match ? reading.quote(match.to, reading.tokens.length) : ''
  return match && rest !== '' ? { command: match.meaning.meaning, rest } : null
}
